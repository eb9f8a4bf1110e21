import { describe, expect, it } from '@jest/globals';
import { compileCalendar } from '../../../src/calendar/index.js';
import {
  calendarOfTicket,
  chargesOf,
  customerWaits,
  type Stay,
} from '../../../src/metrics/shared/in-charge.js';

const HOUR = 3_600_000;

/** A finished stay of a ticket, hours since the beginning; say only what matters. */
function stay(no: number, from: number, to: number | null, more: Partial<Stay> = {}): Stay {
  const exitedAt = to === null ? null : to * HOUR;
  return { no, kind: 'human', team: 'desk', enteredAt: from * HOUR, exitedAt, regions: [], ...more };
}
const hoursOf = (stays: Stay[]): [team: string, from: number][] =>
  chargesOf(stays).map(({ team, from }) => [team, from / HOUR]);

describe('who is in charge of a ticket', () => {
  it('is the team of each visit, one after the other, also while nobody works on it', () => {
    const stays = [stay(2, 3, 4, { team: 'lab' }), stay(1, 0, 3), stay(3, 9, null, { team: 'store' })];
    expect(hoursOf(stays)).toEqual([
      ['desk', 0],
      ['lab', 3],
      ['store', 9],
    ]);
    expect(hoursOf([])).toEqual([]);
  });

  it('goes from team to team within a visit that was moved', () => {
    const teamsBefore = [
      { team: 'desk', until: 2 * HOUR },
      { team: 'lab', until: 5 * HOUR },
    ];
    expect(hoursOf([stay(1, 0, 9, { team: 'store', teamsBefore })])).toEqual([
      ['desk', 0],
      ['lab', 2],
      ['store', 5],
    ]);
  });

  it('is in parallel steps the team of the region that is done last, never one that waits for the others', () => {
    const region = (name: string) => ({ regions: [{ fork: 'both', region: name, seq: 4 }] });
    const stays = [
      stay(1, 0, 1),
      stay(2, 1, 9, { ...region('left'), team: 'lab' }),
      stay(3, 1, 3, { ...region('right'), team: 'store' }),
      stay(4, 3, 4, { ...region('right'), team: 'store' }),
      stay(5, 4, 9, { ...region('right'), team: 'store', kind: 'joined' }),
      stay(6, 9, 10),
    ];
    expect(hoursOf(stays)).toEqual([
      ['desk', 0],
      ['lab', 1],
      ['desk', 9],
    ]);
    // Of two that are done at once the first by name.
    const together = [
      stay(1, 0, 2, { ...region('right'), team: 'store' }),
      stay(2, 0, 2, { ...region('left'), team: 'lab' }),
    ];
    expect(hoursOf(together)).toEqual([['lab', 0]]);
    // One that goes on is done after all others.
    expect(hoursOf([...together, stay(3, 2, null, { ...region('right'), team: 'store' })])).toEqual([
      ['store', 0],
      ['store', 2],
    ]);
  });

  it('measures three teams in three calendars', () => {
    // Thursday, 1970-01-01 in UTC.
    const daily = (opens: string, closes: string) =>
      compileCalendar({ timeZone: 'UTC', weekly: { thu: [[opens, closes]], fri: [[opens, closes]] } });
    const calendars = new Map([
      ['desk', daily('00:00', '01:00')],
      ['lab', daily('04:00', '06:00')],
    ]);
    const always = compileCalendar(null);
    const calendarOf = (team: string) => calendars.get(team) ?? always;
    const stays = [stay(1, 0, 2), stay(2, 2, 8, { team: 'lab' }), stay(3, 8, 10, { team: 'store' })];
    const chain = calendarOfTicket(stays, 'desk', calendarOf);
    expect(chain.between(0, 10 * HOUR)).toBe((1 + 2 + 2) * HOUR);
    expect(chain.between(0, 5 * HOUR)).toBe((1 + 1) * HOUR);
    expect(calendarOfTicket([], 'lab', calendarOf)).toBe(calendarOf('lab'));
  });
});

describe('waiting for the customer', () => {
  it('counts where it has ended', () => {
    const waits = { kind: 'waits-for-customer' };
    const stays = [stay(1, 0, 1), stay(2, 1, 2, waits), stay(3, 2, null, waits)];
    expect(customerWaits(stays)).toEqual([[HOUR, 2 * HOUR]]);
  });
});
