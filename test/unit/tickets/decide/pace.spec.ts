import { describe, expect, it } from '@jest/globals';
import type { Effect } from '../../../../src/tickets/decide/change.js';
import { BRAKED_TIMER_MS, keepPace } from '../../../../src/tickets/decide/pace.js';
import { HELD_CALL_MS } from '../../../../src/queues/held-calls.js';
import { SmallCase } from './small-case.js';

const SECOND = 1_000;

/** A ticket that is moved on and on, so many ms apart; what its last move did. */
function move(cause: Parameters<typeof keepPace>[1], times: number, everyMs: number, one = new SmallCase()) {
  let call: Extract<Effect, { kind: 'http' }> | undefined;
  let timers: { id: string; dueAt: number }[] = [];
  for (let n = 0; n < times; n += 1) {
    one.now += everyMs;
    timers = [{ id: 'next', dueAt: one.now + SECOND }];
    call = { kind: 'http', payload: { id: 'look', step: 'x', request: {} as never } };
    const draft = {
      ...{ before: one.ticket, now: one.now, around: { clock: one.now }, ticket: { ...one.ticket } },
      ...{ timersSet: timers, effects: [call], facts: [] },
    };
    keepPace(draft, cause);
    one.ticket = draft.ticket;
  }
  return { one, timer: timers[0]?.dueAt, heldUntil: call?.heldUntil };
}

describe('a ticket that nobody moves but its clocks and calls', () => {
  it('is slowed down at the two hundredth move in a row, and not before', () => {
    const { one } = move('clock', 199, 0);
    expect(one.ticket.brakedAt).toBeNull();
    move('clock', 1, 0, one);
    expect(one.ticket.brakedAt).toBe(one.now);
    const { timer, heldUntil } = move('automation', 1, SECOND, one);
    expect([timer, heldUntil]).toEqual([one.now + BRAKED_TIMER_MS, one.now + HELD_CALL_MS]);
  });

  it('never is where it moves every four seconds', () => {
    expect(move('clock', 500, 4 * SECOND).one.ticket.brakedAt).toBeNull();
  });

  it.each(['agent', 'customer'] as const)('goes at full pace again when it hears of the %s', (who) => {
    const { one } = move('clock', 250, 0);
    expect(one.ticket.brakedAt).not.toBeNull();
    const { timer, heldUntil } = move(who, 1, SECOND, one);
    expect(one.ticket).toMatchObject({ brakedAt: null });
    expect(one.ticket.state.pace).toBeUndefined();
    expect([timer, heldUntil]).toEqual([one.now + SECOND, undefined]);
    expect(move('clock', 150, 0, one).one.ticket.brakedAt).toBeNull();
  });

  it('is filled by no clock that went back', () => {
    const { one } = move('clock', 150, 0);
    expect(move('clock', 100, -60 * SECOND, one).one.ticket.brakedAt).not.toBeNull();
  });
});
