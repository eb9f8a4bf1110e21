import { describe, expect, it } from '@jest/globals';
import {
  acceptedEvents,
  advance,
  compileSop,
  guideFacts,
  guideSteps,
  openTicket,
} from '../../../src/engine/index.js';
import type { Actor, GuideStep, JsonObject, SopDefinition } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { both, end, guard, makeSop, step } from './sample-sops.js';

const FORM: JsonObject = { type: 'object', properties: { ok: { type: 'boolean' } } };
const DEFINITION = makeSop({
  p: {
    initial: 'a',
    on: { CANCEL: { target: 'z', meta: { title: both('Cancel'), tone: 'danger', confirm: both('Sure?') } } },
    states: {
      a: step(
        'human',
        {
          on: {
            HAND_IN: { target: '#sample.z', meta: { title: both('Hand in'), form: true } },
            CLOSED: {
              target: '#sample.z',
              guard: guard('context.n > 5', 'n is small'),
              meta: { title: both('Closed') },
            },
            DEPENDS: {
              target: '#sample.z',
              guard: guard('event.data.ok', 'no'),
              meta: { title: both('Depends'), form: FORM },
            },
            CHOICE: [
              {
                guard: guard('context.n > 5', 'n is small'),
                target: '#sample.z',
                meta: { title: both('First') },
              },
              { target: '#sample.z', meta: { title: both('Second') } },
            ],
            LEAD: {
              target: '#sample.z',
              guard: guard('"lead" in actor.roles', 'leads only'),
              meta: { title: both('Lead') },
            },
            BROKEN: {
              target: '#sample.z',
              guard: guard('event.error.code == "x"', 'never'),
              meta: { title: both('Broken') },
            },
            CUSTOMER_MESSAGE: '#sample.z',
          },
        },
        {
          title: both('Look'),
          instructions: both('Ask {{ customer.name }} about {{ context.n }}'),
          form: FORM,
          checklist: [{ id: 'c', text: both('Checked') }],
          replies: [{ id: 'r', title: both('Reply'), text: both('Dear {{ customer.name }}') }],
        },
      ),
    },
  },
  z: end('x'),
});

function look(
  actor: Actor = AGENT,
  definition: SopDefinition = DEFINITION,
): { steps: GuideStep[]; accepted: string[] } {
  const sop = compileSop(definition, 1);
  const opened = openTicket(sop, { n: 3 }, makeInput());
  if (!opened.ok) throw new Error('not opened');
  const input = { ...makeInput(), actor };
  return {
    steps: guideSteps(sop, opened.advanced.state, input),
    accepted: acceptedEvents(sop, opened.advanced.state, input),
  };
}

describe('the guide', () => {
  const { steps, accepted } = look();
  const [first] = steps;
  const action = (event: string): unknown => first?.actions.find((a) => a.event === event);

  it('shows the step with its texts filled', () => {
    expect(first).toMatchObject({
      step: 'p.a',
      kind: 'human',
      title: both('Look'),
      instructions: both('Ask Li Wei about 3'),
      form: FORM,
      checklist: [{ id: 'c', text: both('Checked') }],
      replies: [{ id: 'r', title: both('Reply'), text: both('Dear Li Wei') }],
    });
  });

  it('a closed way says why', () => {
    expect(action('CLOSED')).toMatchObject({ enabled: false, why: both('n is small') });
  });

  it('a way that depends on what is handed in counts as open', () => {
    expect(action('DEPENDS')).toMatchObject({ enabled: true, form: FORM });
    expect(action('DEPENDS')).not.toHaveProperty('why');
  });

  it('of several ways of one event the first open one is shown', () => {
    expect(action('CHOICE')).toMatchObject({ enabled: true, title: both('Second') });
  });

  it('the form of the step is shown with the action that hands it in', () => {
    expect(action('HAND_IN')).toMatchObject({ form: FORM });
  });

  it('actions of the phase are offered in the step', () => {
    expect(action('CANCEL')).toEqual({
      ...{ event: 'CANCEL', step: 'p.a', title: both('Cancel'), tone: 'danger', enabled: true },
      confirm: both('Sure?'),
      to: [],
      ends: true,
    });
  });

  it('what the actor may depends on the actor', () => {
    expect(action('LEAD')).toMatchObject({ enabled: false });
    const lead = look({ ...AGENT, roles: ['lead'] }).steps[0]?.actions.find((a) => a.event === 'LEAD');
    expect(lead?.enabled).toBe(true);
  });

  it('every human step can be escalated, and events without a title are no actions', () => {
    expect(action('ESCALATE')).toMatchObject({
      enabled: true,
      title: { en: 'Escalate', 'zh-CN': '升级处理' },
    });
    expect(action('CUSTOMER_MESSAGE')).toBeUndefined();
  });

  it('accepted are the events that are not closed for certain', () => {
    expect(accepted).toEqual([
      'HAND_IN',
      'DEPENDS',
      'CHOICE',
      'BROKEN',
      'CUSTOMER_MESSAGE',
      'ESCALATE',
      'CANCEL',
    ]);
  });
});

describe('where a way leads', () => {
  const sop = makeSop({
    start: step('human', {
      on: {
        HERE: { meta: { title: both('Note') } },
        PHASE: { target: 'phase', meta: { title: both('Phase') } },
        CHOICE: { target: 'choice', meta: { title: both('Choice') } },
        BOTH: { target: 'both', meta: { title: both('Both') } },
        BACK: { target: '#sample.phase.back', meta: { title: both('Back') } },
        INTO: { target: 'phase.asking', meta: { title: both('Into') } },
        END: { target: 'z', meta: { title: both('End') } },
      },
    }),
    phase: {
      initial: 'asking',
      onDone: { target: 'later' },
      states: {
        asking: step('waits-for-customer', { on: { NEXT: 'over' } }),
        back: { type: 'history' },
        over: { type: 'final' },
      },
    },
    choice: {
      always: [
        { target: 'later', guard: guard('context.n > 5', 'n is small') },
        { target: 'phase.over' },
        { target: 'z' },
      ],
    },
    later: step('human'),
    both: {
      type: 'parallel',
      states: {
        left: { initial: 'l', states: { l: step('human'), done: { type: 'final' } } },
        right: { initial: 'r', states: { r: step('automatic'), done: { type: 'final' } } },
      },
    },
    z: end('x'),
  });
  const actions = look(AGENT, sop).steps[0]?.actions ?? [];
  const leadOf = (event: string): unknown => {
    const found = actions.find((a) => a.event === event);
    return found && { to: found.to.map((target) => target.step), ends: found.ends };
  };

  it.each([
    ['HERE', [], false],
    ['ESCALATE', [], false],
    ['PHASE', ['phase.asking'], false],
    ['INTO', ['phase.asking'], false],
    ['BACK', ['phase.asking'], false],
    ['CHOICE', ['later'], true],
    ['BOTH', ['both.left.l', 'both.right.r'], false],
    ['END', [], true],
  ])('%s leads to %j', (event, to, ends) => {
    expect(leadOf(event)).toEqual({ to, ends });
  });

  it('is told with the title and kind of the step', () => {
    expect(actions.find((a) => a.event === 'PHASE')?.to).toEqual([
      { step: 'phase.asking', kind: 'waits-for-customer', title: expect.any(Object) },
    ]);
  });
});

describe('skipping', () => {
  const skip = (way: object): unknown =>
    look(
      AGENT,
      makeSop({ a: step('human', { on: { SKIP: { target: 'z', ...way } } }), z: end('x') }),
    ).steps[0]?.actions.find((a) => a.event === 'SKIP');

  it('is no way out unless the SOP gives it', () => {
    expect(look().accepted).not.toContain('SKIP');
  });

  it('asks for the reason and has a name, without the SOP saying so', () => {
    expect(skip({})).toMatchObject({
      title: { en: 'Skip', 'zh-CN': '跳过' },
      form: { required: ['reason'] },
      ends: true,
    });
  });

  it('is named and asks as the SOP says', () => {
    expect(skip({ meta: { title: both('Leave it out'), form: FORM } })).toMatchObject({
      title: both('Leave it out'),
      form: FORM,
    });
  });

  it('is not taken without a reason', () => {
    const sop = compileSop(makeSop({ a: step('human', { on: { SKIP: 'z' } }), z: end('x') }), 1);
    const opened = openTicket(sop, { n: 3 }, makeInput());
    if (!opened.ok) throw new Error('not opened');
    const take = (data: JsonObject): unknown =>
      advance(sop, opened.advanced.state, { type: 'event', event: 'SKIP', data, actor: AGENT }, makeInput());
    expect(take({})).toMatchObject({ ok: false, refusal: { refused: 'invalid-form' } });
    expect(take({ reason: 'Done by phone' })).toMatchObject({
      ok: true,
      advanced: { state: { outcome: 'x' } },
    });
  });
});

describe('the facts beside the step', () => {
  const title = both('Count');
  const facts = (context: object, properties: object): unknown => {
    const sop = makeSop({ a: step('human'), z: end('x') });
    const meta = { ...sop.meta, context: { type: 'object', properties } as JsonObject };
    const definition = { ...sop, meta, context: { ...sop.context, ...context } };
    const compiled = compileSop(definition, 1);
    const opened = openTicket(compiled, {}, makeInput());
    if (!opened.ok) throw new Error('not opened');
    return guideFacts(compiled, opened.advanced.state).map(({ name, value }) => [name, value]);
  };

  it('are the data that the SOP names, in its order, without those that are blank as at the start', () => {
    expect(
      facts(
        { b: 'B', a: 'A', empty: '', no: false, none: 0, never: -1 },
        {
          b: { type: 'string', 'x-title': title },
          a: { type: 'string', 'x-title': title },
          hidden: { type: 'string' },
          empty: { type: 'string', 'x-title': title },
          no: { type: 'boolean', 'x-title': title },
          none: { type: 'number', 'x-title': title },
          never: { type: 'number', 'x-title': title },
          missing: { type: 'string', 'x-title': title },
          n: { type: 'number' },
        },
      ),
    ).toEqual([
      ['b', 'B'],
      ['a', 'A'],
    ]);
  });
});
