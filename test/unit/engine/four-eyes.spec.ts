import { describe, expect, it, jest } from '@jest/globals';
import { barredBy } from '../../../src/engine/index.js';
import type { Actor, JsonObject, StateDef, TransitionDef } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { openIn, sendTo, taken } from './outcomes.js';
import { both, end, guard, makeSop, set, step } from './sample-sops.js';

const BEN: Actor = { kind: 'agent', id: 'u2', name: 'Ben', roles: ['agent'], tier: 1 };
const titled = (title: string, way: TransitionDef = {}): TransitionDef => ({
  target: 'z',
  ...way,
  meta: { title: both(title), ...way.meta },
});
const NOT_OWN = guard('actor.id != context.said', 'not your own request');

/** Why an actor is barred in the only step; `said` is who asked. */
function bar(on: StateDef['on'], actor: Actor = AGENT, data: JsonObject = { name: 'u1' }): unknown {
  const definition = makeSop({
    a: step('human', { entry: set({ said: 'context.name' }), on }),
    z: end('x'),
  });
  const [sop, state] = openIn(definition, data);
  return barredBy(sop, state, 'a', { ...makeInput(), actor });
}

describe('who may not decide although a colleague could', () => {
  it('is who asked for it', () => {
    const on = { APPROVE: titled('Approve', { guard: NOT_OWN }), REJECT: titled('Reject') };
    expect(bar(on)).toEqual(both('not your own request'));
    expect(bar(on, BEN)).toBeNull();
  });

  it('is nobody while another button of the same event is open', () => {
    const on = { APPROVE: [titled('Approve', { guard: NOT_OWN }), titled('Ask for approval')] };
    expect(bar(on)).toBeNull();
  });

  it('is told the reason of the way that a colleague would take', () => {
    const closed = titled('Small', { guard: guard('context.n > 5', 'n is small') });
    expect(bar({ APPROVE: [closed, titled('Large', { guard: NOT_OWN })] })).toEqual(
      both('not your own request'),
    );
  });

  it('is nobody where nobody could', () => {
    const never = guard('actor.id != context.said && context.n > 5', 'no');
    expect(bar({ APPROVE: titled('Approve', { guard: never }) })).toBeNull();
  });

  it('is nobody whose roles or tier are too low: that is no matter of who they are', () => {
    expect(bar({ OVERRIDE: titled('Override', { guard: guard('actor.tier >= 3', 'too low') }) })).toBeNull();
    expect(bar({ LEAD: titled('Lead', { guard: guard('"lead" in actor.roles', 'leads only') }) })).toBeNull();
  });

  it('is who has the role and asked for it', () => {
    const lead = { ...AGENT, roles: ['lead'] };
    const on = {
      APPROVE: titled('Approve', { guard: guard('"lead" in actor.roles && actor.id != context.said', 'no') }),
    };
    expect(bar(on, lead)).toEqual(both('no'));
    expect(bar(on)).toBeNull();
  });

  it('is found also where one of those who may not is nobody yet', () => {
    const neither = guard('!(actor.id in [context.said, context.name, ""])', 'neither of the two');
    expect(bar({ APPROVE: titled('Approve', { guard: neither }) })).toEqual(both('neither of the two'));
  });

  it('is not known before the data of the event are', () => {
    const depends = guard('event.data.ok == true && actor.id != context.said', 'no');
    const form = { type: 'object', properties: { ok: { type: 'boolean' } } };
    expect(bar({ APPROVE: titled('Approve', { guard: depends, meta: { form } }) })).toBeNull();
  });

  it('is not who is kept from an event without a button', () => {
    expect(bar({ SECRET: { target: 'z', guard: NOT_OWN } })).toBeNull();
  });

  it('is found by a guard of the states around the step, and only in a step that is active', () => {
    const [sop, state] = openIn(
      makeSop({
        p: {
          initial: 'a',
          on: { APPROVE: titled('Approve', { guard: guard('actor.id != context.name', 'no') }) },
          states: { a: step('human', { on: { GO: 'b' } }), b: step('human') },
        },
        z: end('x'),
      }),
      { name: 'u1' },
    );
    const input = { ...makeInput(), actor: AGENT };
    expect(barredBy(sop, state, 'p.a', input)).toEqual(both('no'));
    expect(barredBy(sop, state, 'p.b', input)).toBeNull();
    const after = taken(sendTo(sop, state, 'GO')).state;
    expect(barredBy(sop, after, 'p.a', input)).toBeNull();
    expect(barredBy(sop, after, 'p.b', input)).toEqual(both('no'));
  });

  it('costs nothing in a step that treats everybody alike', () => {
    const definition = makeSop({
      a: step('human', { on: { GO: titled('Go', { guard: guard('context.n > 5', 'actor') }) } }),
      z: end('x'),
    });
    const [sop, state] = openIn(definition);
    const asked = jest.fn(() => true);
    for (const way of sop.waysOut.get('a')?.get('GO') ?? []) if (way.guard) way.guard.holds = asked;
    expect(barredBy(sop, state, 'a', { ...makeInput(), actor: AGENT })).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});
