import { describe, expect, it } from '@jest/globals';
import {
  nextClock,
  readClock,
  stepClock,
  ticketClocks,
  type Clock,
  type Timed,
} from '../../../src/console/agent/common/clocks';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 27, 9, minute)).toISOString();
const now = Date.parse(at(0));
const ticket = (more: Partial<Timed> = {}): Timed => ({
  ...{ status: 'open', paused: false, firstRespondedAt: null },
  ...{ firstResponseDueAt: at(10), stepDueAt: at(20), resolveDueAt: at(300) },
  ...more,
});
const whose = (clock: Clock | null): string | null =>
  clock && `${clock.whose} ${clock.isPaused ? 'paused' : clock.to}`;

describe('the clock that a card has room for', () => {
  it.each<[string, Partial<Timed>, string | null]>([
    ['what runs out first', {}, `reply ${at(10)}`],
    ['not an answer that was given', { firstRespondedAt: at(1) }, `step ${at(20)}`],
    [
      'the ticket where no step has a target',
      { firstRespondedAt: at(1), stepDueAt: null },
      `ticket ${at(300)}`,
    ],
    [
      'the ticket when it ends before its step',
      { firstRespondedAt: at(1), resolveDueAt: at(5) },
      `ticket ${at(5)}`,
    ],
    ['of equal ones that of the step', { firstRespondedAt: at(1), resolveDueAt: at(20) }, `step ${at(20)}`],
    [
      'what runs rather than what stands still',
      { firstRespondedAt: at(1), resolveDueAt: at(5), paused: true },
      `step ${at(20)}`,
    ],
    [
      'what stands still when nothing runs',
      { firstRespondedAt: at(1), stepDueAt: null, paused: true },
      'ticket paused',
    ],
    ['none of a ticket that is over', { status: 'resolved' }, null],
  ])('is %s', (_, more, expected) => {
    expect(whose(nextClock(ticket(more)))).toBe(expected);
  });

  it('is one that the ticket or its step shows itself', () => {
    for (const more of [
      {},
      { firstRespondedAt: at(1) },
      { paused: true, stepDueAt: null, firstRespondedAt: at(1) },
    ]) {
      const own = stepClock({ slaDueAt: ticket(more).stepDueAt });
      expect([...ticketClocks(ticket(more)), own]).toContainEqual(nextClock(ticket(more)));
    }
  });
});

describe('a clock', () => {
  const read = (left: number, more: Partial<Clock> = {}) =>
    readClock({ whose: 'step', to: new Date(now + left).toISOString(), isPaused: false, ...more }, now);

  it.each([
    [900_001, 'calm', 900_000],
    [900_000, 'pressing', 900_000],
    [1_999, 'pressing', 1_000],
    [1, 'pressing', 0],
    [0, 'over', 0],
    [-999, 'over', 0],
    [-1_000, 'over', 1_000],
  ])('with %d ms to go is %s', (left, stands, ms) => {
    expect(read(left)).toEqual({ stands, ms });
  });

  it('of a ticket presses an hour before, and says nothing else while it stands still', () => {
    expect(read(3_600_001, { whose: 'ticket' }).stands).toBe('calm');
    expect(read(3_600_000, { whose: 'ticket' }).stands).toBe('pressing');
    expect(read(-5, { whose: 'ticket', isPaused: true }).stands).toBe('paused');
    expect(read(900_000, { whose: 'reply' }).stands).toBe('pressing');
  });
});
