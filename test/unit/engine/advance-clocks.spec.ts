import { describe, expect, it } from '@jest/globals';
import { advance, compileSop, contextOf, openTicket } from '../../../src/engine/index.js';
import type { CompiledSop } from '../../../src/engine/index.js';
import type {
  Advanced,
  AdvanceInput,
  EngineEvent,
  JsonObject,
  Outcome,
  Refusal,
  SopDefinition,
} from '../../../src/engine/common/model.js';
import { AGENT, HALF_OPEN, makeInput, NOON } from './builders.js';
import { both, end, EVERYTHING, makeSop, note, step } from './sample-sops.js';

const HOUR = 3_600_000;

function taken(outcome: Outcome): Advanced {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.advanced;
}
function refusal(outcome: Outcome): Refusal {
  if (outcome.ok) throw new Error('it was taken');
  return outcome.refusal;
}
function open(
  definition: SopDefinition,
  data: JsonObject = {},
  input = makeInput(),
): [CompiledSop, Advanced] {
  const sop = compileSop(definition, 1);
  return [sop, taken(openTicket(sop, data, input))];
}
function send(event: string, data?: JsonObject): EngineEvent {
  return { type: 'event', event, data, actor: AGENT };
}
const later = (over: Partial<AdvanceInput> = {}): AdvanceInput =>
  makeInput({ seq: 2, now: NOON + HOUR, ...over });

describe('timers', () => {
  const [sop, { state, timersSet, entered }] = open(
    makeSop({
      a: step('human', {
        after: { PT8H: 'b', 'PT8H business': { actions: note('worked') } },
        on: { AGAIN: { target: 'a', reenter: true }, ON: 'b' },
        meta: {
          sla: {
            within: 'PT8H',
            clock: 'business',
            warnAfter: 'PT4H',
            onWarn: [note('soon')],
            onBreach: [note('late')],
          },
        },
      }),
      b: end('x'),
    }),
    {},
    makeInput({ calendar: HALF_OPEN }),
  );
  const idOf = (part: string): string => Object.keys(state.timers).find((id) => id.includes(part)) ?? '';

  it("the author's delays and the step's target stand side by side, each on its clock", () => {
    expect(timersSet.map((t) => (t.dueAt - NOON) / HOUR).sort((a, b) => a - b)).toEqual([8, 8, 16, 16]);
    expect(entered[0]?.slaDueAt).toBe(NOON + 16 * HOUR);
  });

  it('a breach is told, acted upon, and leaves the step alone', () => {
    const advanced = taken(advance(sop, state, { type: 'timer', id: idOf('sla-breached'), seq: 1 }, later()));
    expect(advanced.facts).toEqual([
      { type: 'sla', step: 'a', state: 'breached' },
      { type: 'note', text: both('late') },
    ]);
    expect(Object.keys(advanced.state.timers)).toHaveLength(3);
    expect([advanced.timersCancelled, advanced.exited]).toEqual([[], []]);
  });

  it('a timer of another time is obsolete, so is one that fires twice', () => {
    const timer = { type: 'timer', id: idOf('sla-warned'), seq: 1 } as const;
    expect(refusal(advance(sop, state, { ...timer, seq: 2 }, later()))).toEqual({ refused: 'obsolete' });
    const fired = taken(advance(sop, state, timer, later()));
    expect(refusal(advance(sop, fired.state, timer, later({ seq: 3 })))).toEqual({ refused: 'obsolete' });
    expect(refusal(advance(sop, state, { ...timer, id: 'constructor' }, later()))).toEqual({
      refused: 'obsolete',
    });
  });

  it('a step that is entered again begins its clocks anew', () => {
    const again = taken(advance(sop, state, send('AGAIN'), later({ calendar: HALF_OPEN })));
    expect([again.exited, again.entered.map((e) => e.step)]).toEqual([['a'], ['a']]);
    expect(again.timersCancelled.sort()).toEqual(Object.keys(state.timers).sort());
    expect(Object.values(again.state.timers).map((t) => t.seq)).toEqual([2, 2, 2, 2]);
  });

  it('leaving the step cancels them all', () => {
    const left = taken(
      advance(sop, state, { type: 'timer', id: 'xstate.after.PT8H.sample.a', seq: 1 }, later()),
    );
    expect(left.state).toMatchObject({ status: 'done', timers: {} });
    expect(left.timersCancelled).toHaveLength(3);
  });
});

describe('calls', () => {
  const [sop, { state }] = open(EVERYTHING, { n: 1 });

  it('an answer is taken once, by the advance that asked', () => {
    const done = { type: 'call-done', id: 'look', seq: 1, output: { found: 2 } } as const;
    expect(refusal(advance(sop, state, { ...done, seq: 2 }, later()))).toEqual({ refused: 'obsolete' });
    const advanced = taken(advance(sop, state, done, later()));
    expect(advanced.facts[0]).toEqual({ type: 'note', text: both('found 3') });
    expect(advanced.callsStopped).toEqual([]);
    expect(refusal(advance(sop, advanced.state, done, later({ seq: 3 })))).toEqual({ refused: 'obsolete' });
  });

  it('a failure is an event that the SOP handles', () => {
    const error = { code: 'timeout', message: 'slow' };
    const advanced = taken(advance(sop, state, { type: 'call-failed', id: 'look', seq: 1, error }, later()));
    expect(advanced.state.steps).toEqual(['intake.ask']);
    expect(contextOf(advanced.state)).toMatchObject({ said: 'timeout' });
  });

  it('a call is stopped when its step is left without it', () => {
    const advanced = taken(advance(sop, state, send('GIVE_UP'), later()));
    expect([advanced.callsStopped, advanced.state.calls, advanced.state.outcome]).toEqual([
      ['look'],
      {},
      'dropped',
    ]);
  });

  it('an error that nobody handles refuses the result', () => {
    const input = { connection: 'shop', method: 'GET', path: '"/x"', answer: {} } as const;
    const [bare, opened] = open(
      makeSop({
        a: step('automatic', { invoke: { id: 'c', src: 'http', input, onDone: 'b' } }),
        b: end('x'),
      }),
    );
    const failed = {
      type: 'call-failed',
      id: 'c',
      seq: 1,
      error: { code: 'timeout', message: 'slow' },
    } as const;
    expect(refusal(advance(bare, opened.state, failed, later()))).toEqual({
      refused: 'failed',
      message: 'slow',
    });
  });
});
