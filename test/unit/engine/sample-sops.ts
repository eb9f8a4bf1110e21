import type {
  SopDefinition,
  SopMeta,
  StateDef,
  StepKind,
  StepMeta,
} from '../../../src/engine/common/model.js';
import type { Text } from '../../../src/engine/common/text.js';

export const both = (text: string): Text => ({ en: text, 'zh-CN': text });

export function makeSop(states: Record<string, StateDef>, over: Partial<SopDefinition> = {}): SopDefinition {
  const meta: SopMeta = {
    title: both('Sample'),
    description: both('A sample'),
    owner: 'after-sales',
    intake: { form: { type: 'object', properties: { n: { type: 'number' }, name: { type: 'string' } } } },
    team: 'after-sales',
    sla: { firstResponse: 'PT1H', resolve: 'P2D', clock: 'calendar' },
    context: {
      type: 'object',
      properties: { n: { type: 'number' }, name: { type: 'string' }, said: { type: 'string' } },
    },
    ...over.meta,
  };
  const initial = Object.keys(states)[0] ?? '';
  return { id: 'sample', initial, context: { n: 0, name: '', said: '' }, states, ...over, meta };
}

export function step(kind: StepKind, state: StateDef = {}, meta: StepMeta = {}): StateDef {
  return { ...state, meta: { kind, title: both(kind), ...state.meta, ...meta } };
}

export const end = (outcome: string): StateDef => ({
  type: 'final',
  meta: { outcome, title: both(outcome) },
});
export const guard = (
  expr: string,
  why = 'closed',
): { type: 'cel'; params: { expr: string; why: Text } } => ({
  type: 'cel',
  params: { expr, why: both(why) },
});
export const set = (
  values: Record<string, string>,
): { type: 'assign'; params: { set: Record<string, string> } } => ({
  type: 'assign',
  params: { set: values },
});
export const note = (text: string): { type: 'note'; params: { text: Text } } => ({
  type: 'note',
  params: { text: both(text) },
});

const call = (id: string, onDone: string, onError: string): StateDef['invoke'] => ({
  id,
  src: 'http',
  input: {
    connection: 'shop',
    method: 'GET',
    path: `"/things/" + context.name`,
    query: { n: 'context.n' },
    answer: { type: 'object', properties: { found: { type: 'number' } } },
  },
  onDone: {
    target: onDone,
    actions: [set({ n: 'context.n + event.output.found' }), note('found {{ context.n }}')],
  },
  onError: { target: onError, actions: [set({ said: 'event.error.code' })] },
});

/** Everything at once: phases, regions, both kinds of history, clocks, calls, choices, re-entry, targets, rules. */
export const EVERYTHING = makeSop({
  intake: {
    initial: 'look-up',
    states: {
      'look-up': step('automatic', { invoke: call('look', 'choose', 'ask'), after: { PT5M: 'ask' } }),
      ask: step('human', {
        on: {
          SAY: {
            target: 'choose',
            meta: {
              form: {
                type: 'object',
                required: ['said'],
                properties: { said: { type: 'string', minLength: 1, maxLength: 20 } },
              },
            },
            actions: [set({ said: 'event.data.said' }), note('{{ context.said }}')],
          },
          AGAIN: { target: 'ask', reenter: true, actions: set({ n: 'context.n + 1' }) },
          COUNT: [
            { guard: guard('context.n > 3'), target: 'choose', actions: note('enough') },
            { actions: [set({ n: 'context.n + 1' }), note('n is {{ context.n }}')] },
          ],
        },
        after: { PT1H: { actions: note('still asking') }, PT4H: 'choose' },
        exit: note('asked'),
        meta: { sla: { within: 'PT1H', clock: 'calendar', warnAfter: 'PT30M', onBreach: [note('late')] } },
      }),
      choose: {
        entry: set({ n: 'context.n + 1' }),
        always: [
          { guard: guard('context.n % 2 == 0'), target: '#sample.work' },
          { target: '#sample.work.there' },
        ],
      },
    },
    on: { GIVE_UP: '#sample.lost' },
  },
  work: {
    type: 'parallel',
    entry: note('work begins'),
    on: { PAUSE: 'paused', ADD: { actions: set({ n: 'context.n + 1' }) } },
    onDone: { target: 'won', actions: note('all done {{ context.n }}') },
    states: {
      there: { type: 'history', history: 'deep', target: 'talk' },
      talk: {
        initial: 'calling',
        states: {
          calling: step('human', {
            on: { CALL: 'waiting', ANSWERED: { target: 'over', actions: note('answered') } },
            after: { PT2H: { target: 'calling', reenter: true, actions: note('call again') } },
          }),
          waiting: step('waits-for-customer', {
            on: {
              CUSTOMER_MESSAGE: { target: 'over', actions: set({ said: 'event.data.body' }) },
              CALL: 'calling',
            },
            after: { P1D: 'over' },
          }),
          over: { type: 'final' },
        },
      },
      search: {
        initial: 'asking',
        states: {
          asking: step('automatic', { invoke: call('search', 'found', 'by-hand') }),
          'by-hand': step('human', {
            on: {
              FOUND: { target: 'found', guard: guard('context.n > 2', 'Count to three first.') },
              RETRY: 'asking',
            },
          }),
          found: { type: 'final' },
        },
      },
    },
  },
  paused: {
    initial: 'resting',
    on: { RESUME: 'work.there', RESTART: 'work' },
    states: {
      resting: step('waits-for-others', { on: { DEEPER: 'deeper' }, after: { 'PT8H business': 'deeper' } }),
      deeper: step('human', { on: { UP: 'last', LEAVE: '#sample.lost' } }),
      last: { type: 'history', history: 'shallow', target: 'resting' },
    },
  },
  won: end('resolved'),
  lost: end('dropped'),
});
