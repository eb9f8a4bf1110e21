import { describe, expect, it } from '@jest/globals';
import { advance, compileSop, contextOf, openTicket, SopInvalid } from '../../../src/engine/index.js';
import type { EngineState, JsonObject, SopDefinition } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { end, EVERYTHING, guard, makeSop, set, step } from './sample-sops.js';

const stored = (state: EngineState): EngineState => JSON.parse(JSON.stringify(state)) as EngineState;

/** Opens a ticket and sends events, storing and restoring in between. */
function live(definition: SopDefinition, data: JsonObject, events: string[]): EngineState {
  const sop = compileSop(definition, 1);
  const opened = openTicket(sop, data, makeInput());
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return events.reduce((state, event, i) => {
    const input = makeInput({ seq: i + 2 });
    const [id = '', how = ''] = event.split(':');
    const seq = state.calls[id] ?? 0;
    const outcome = advance(
      sop,
      state,
      how === 'done'
        ? { type: 'call-done', id, seq, output: { found: 1 } }
        : { type: 'event', event, actor: AGENT },
      input,
    );
    if (!outcome.ok) throw new Error(`${event}: ${JSON.stringify(outcome.refusal)}`);
    return stored(outcome.advanced.state);
  }, stored(opened.advanced.state));
}

describe('the machine behind a stored ticket', () => {
  it('a snapshot is plain JSON and knows no children', () => {
    const { snapshot } = live(EVERYTHING, {}, []);
    expect(Object.keys(snapshot).sort()).toEqual(['context', 'historyValue', 'status', 'value']);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('regions, calls and deep history survive being stored', () => {
    const paused = live(EVERYTHING, { n: 2 }, ['look:done', 'CALL', 'PAUSE']);
    expect(paused.calls).toEqual({});
    const resumed = live(EVERYTHING, { n: 2 }, ['look:done', 'CALL', 'PAUSE', 'RESUME']);
    expect(resumed.steps).toEqual(['work.talk.waiting', 'work.search.asking']);
    expect(resumed.calls).toEqual({ search: 5 });
  });

  it('shallow history survives being stored', () => {
    const before = live(EVERYTHING, { n: 2 }, ['look:done', 'PAUSE', 'DEEPER', 'RESTART', 'PAUSE']);
    expect(before.steps).toEqual(['paused.resting']);
    expect(live(EVERYTHING, { n: 2 }, ['look:done', 'PAUSE', 'DEEPER', 'UP']).steps).toEqual([
      'paused.resting',
    ]);
  });

  it('data that look like references to actors stay data', () => {
    const odd = { xstate$$type: 1, id: 'x', sessionId: 's', send: 1, ref: 2 };
    const open = makeSop({ a: step('human', { on: { GO: 'b' } }), b: end('x') });
    const definition = {
      ...open,
      meta: { ...open.meta, intake: { form: { type: 'object', additionalProperties: true } } },
    };
    expect(contextOf(live(definition, { odd }, ['GO']))).toMatchObject({ odd });
  });

  it('nothing of one call is left for the next, even after a failure', () => {
    const definition = makeSop({
      a: step('human', {
        on: {
          BAD: { actions: set({ n: '1 / int(context.n)' }) },
          GO: { target: 'b', guard: guard('ticket.tier > 0') },
        },
      }),
      b: end('x'),
    });
    const sop = compileSop(definition, 1);
    const opened = openTicket(sop, {}, makeInput());
    if (!opened.ok) throw new Error('not opened');
    const { state } = opened.advanced;
    expect(advance(sop, state, { type: 'event', event: 'BAD', actor: AGENT }, makeInput()).ok).toBe(false);
    expect(() => sop.machine.slot.vars({}, { type: 'GO' })).toThrow('outside of an advance');
  });

  it('a call inside a call gives the slot back', () => {
    const { slot } = compileSop(EVERYTHING, 1).machine;
    const call = (id: string) => ({
      ...{ ticket: makeInput().ticket, customer: makeInput().customer, now: new Date(0) },
      actor: { kind: 'agent', id, name: '', roles: [], tier: 1 },
      ...{ limits: null, step: null },
    });
    const seen: string[] = [];
    const look = (): number => seen.push(slot.vars({}, { type: 'X' }).actor.id);
    slot.during(call('outer'), () => {
      look();
      expect(() =>
        slot.during(call('inner'), () => {
          look();
          throw new Error('no');
        }),
      ).toThrow('no');
      look();
    });
    expect(seen).toEqual(['outer', 'inner', 'outer']);
  });
});

describe('compiling', () => {
  const input = { connection: 'shop', method: 'GET', path: '"/x"', answer: {} } as const;
  const invoke = { id: 'c', src: 'http', input } as const;

  it.each<[string, SopDefinition]>([
    ['an unknown target', makeSop({ a: step('human', { on: { GO: 'nowhere' } }) })],
    [
      'an expression that does not check',
      makeSop({ a: step('human', { always: { guard: guard('context.zz'), target: 'a' } }) }),
    ],
    ['an unknown action', makeSop({ a: step('human', { entry: { type: 'explode' } as never }) })],
    [
      'a form that is none',
      makeSop({ a: step('human', { on: { GO: { meta: { form: { type: 'texts' } } } } }) }),
    ],
    [
      'a form that the step does not have',
      makeSop({ a: step('human', { on: { GO: { meta: { form: true } } } }) }),
    ],
    [
      'a reply that does not exist',
      makeSop({ a: step('human', { entry: { type: 'reply', params: { reply: 'x' } } }) }),
    ],
    ['a delay that is none', makeSop({ a: step('human', { after: { '5000': 'a' } }) })],
    ['two calls with one id', makeSop({ a: step('automatic', { invoke: [invoke, invoke] }) })],
    ['an event with a wildcard', makeSop({ a: step('human', { on: { '*': 'a' } }) })],
    ["an event of XState's own", makeSop({ a: step('human', { on: { 'xstate.init': 'a' } }) })],
    ['a state with a dot in its name', makeSop({ 'a.b': step('human') })],
    [
      'a state called __proto__',
      makeSop(JSON.parse('{"a": {"states": {"__proto__": {}}}}') as SopDefinition['states']),
    ],
    ['an assignment to constructor', makeSop({ a: step('human', { entry: set({ constructor: '1' }) }) })],
  ])('%s is refused by name of the SOP', (_, definition) => {
    expect(() => compileSop(definition, 1)).toThrow(SopInvalid);
  });
});
