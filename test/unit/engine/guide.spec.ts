import { describe, expect, it } from '@jest/globals';
import { acceptedEvents, compileSop, guideSteps, openTicket } from '../../../src/engine/index.js';
import type { Actor, GuideStep, JsonObject, SopDefinition } from '../../../src/engine/model.js';
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
