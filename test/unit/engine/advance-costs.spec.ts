import { describe, expect, it } from '@jest/globals';
import { advance, compileSop, guideSteps, openTicket } from '../../../src/engine/index.js';
import type { CompiledSop, EngineState } from '../../../src/engine/index.js';
import type { JsonObject, Outcome, SopDefinition, TransitionDef } from '../../../src/engine/common/model.js';
import { AGENT, makeInput } from './builders.js';
import { both, end, guard, makeSop, set, step } from './sample-sops.js';

/** An expression whose costs are decided by the data: about 4 steps for each pair of entries. */
const PAIRS = 'context.tags.all(a, context.tags.all(b, b != ""))';
const OPEN_DATA = { meta: { ...makeSop({}).meta, context: { type: 'object' } } };

function open(states: SopDefinition['states'], tags: number): [CompiledSop, EngineState] {
  const sop = compileSop(
    makeSop(states, { ...OPEN_DATA, context: { n: 0, name: '', said: '', tags: Array(tags).fill('x') } }),
    1,
  );
  const outcome = openTicket(sop, {}, makeInput());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return [sop, outcome.advanced.state];
}
function send([sop, state]: [CompiledSop, EngineState], event: string, data?: JsonObject): Outcome {
  return advance(sop, state, { type: 'event', event, data, actor: AGENT }, makeInput({ seq: 2 }));
}

describe('what an event may cost', () => {
  const one = {
    a: step('human', { on: { GO: { target: 'c', guard: guard(PAIRS, 'too many tags') } } }),
    c: end('resolved'),
  };

  it('a guard that would take too long is closed, with its reason', () => {
    expect(send(open(one, 30), 'GO').ok).toBe(true);
    expect(send(open(one, 1_000), 'GO')).toMatchObject({
      refusal: { refused: 'guard-closed', why: [both('too many tags')] },
    });
  });

  it('an action that would take too long refuses the event as a whole, and says why', () => {
    const acts = {
      a: step('human', { on: { GO: { target: 'c', actions: set({ said: `${PAIRS} ? "a" : "b"` }) } } }),
      c: end('resolved'),
    };
    expect(send(open(acts, 30), 'GO').ok).toBe(true);
    const refused = { refused: 'failed', message: expect.stringMatching(/more than 200000 steps/) };
    expect(send(open(acts, 1_000), 'GO')).toMatchObject({ refusal: refused });
  });

  it('guards of which each alone would do are bounded together', () => {
    const many = {
      a: step('human', {
        on: { GO: Array.from({ length: 100 }, () => ({ target: 'c', guard: guard(`!${PAIRS}`) })) },
      }),
      c: end('resolved'),
    };
    expect(send(open(many, 10), 'GO')).toMatchObject({ refusal: { refused: 'guard-closed' } });
    const refused = { refused: 'failed', message: expect.stringMatching(/more than 400000 steps/) };
    expect(send(open(many, 150), 'GO')).toMatchObject({ refusal: refused });
  });

  it('forms count too', () => {
    const form: JsonObject = {
      type: 'object',
      properties: {
        all: { type: 'array', items: { anyOf: Array(20).fill({ type: 'string', minLength: 1 }) } },
      },
    };
    const many = {
      a: step('human', { on: { GO: Array.from({ length: 50 }, () => ({ target: 'c', meta: { form } })) } }),
      c: end('resolved'),
    };
    const data = { all: Array(2_000).fill('') };
    expect(send(open(many, 0), 'GO', data)).toMatchObject({ refusal: { refused: 'failed' } });
    expect(send(open(many, 0), 'GO', { all: Array(100).fill('x') }).ok).toBe(true);
  });

  it('the guide of such a ticket is shown, with closed ways', () => {
    const ways = Array.from({ length: 100 }, (_, n) => [
      `GO${String(n)}`,
      { target: 'c', guard: guard(PAIRS), meta: { title: both('Go') } },
    ]);
    const [sop, state] = open(
      {
        a: step('human', { on: Object.fromEntries(ways) as Record<string, TransitionDef> }),
        c: end('resolved'),
      },
      150,
    );
    const [shown] = guideSteps(sop, state, { ...makeInput(), actor: AGENT });
    const enabled = shown?.actions.filter((way) => way.event !== 'ESCALATE').map((way) => way.enabled);
    expect(enabled).toHaveLength(100);
    expect([enabled?.[0], enabled?.at(-1)]).toEqual([true, false]);
  });
});
