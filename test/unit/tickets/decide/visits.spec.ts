import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check.js';
import type { BusinessCalendar, StepKind } from '../../../../src/engine/common/model.js';
import { dwellOf } from '../../../../src/tickets/decide/change.js';
import {
  chargeVisit,
  enterVisit,
  freeVisit,
  holdVisit,
  moveVisitTo,
} from '../../../../src/tickets/decide/visits.js';
import type { OpenVisit } from '../../../../src/tickets/model/model.js';

const HOUR = 3_600_000;
/** Open in every even hour. */
const everyOtherHour: BusinessCalendar = {
  add: (from, ms) => from + 2 * ms,
  between: (a, b) => {
    let open = 0;
    for (let t = a; t < b;) {
      const end = Math.min(b, (Math.floor(t / HOUR) + 1) * HOUR);
      if (Math.floor(t / HOUR) % 2 === 0) open += end - t;
      t = end;
    }
    return open;
  },
};

function visitIn(kind: StepKind | 'joined', skills: string[] = [], own: string[] = []) {
  const entered = {
    step: 'a',
    kind,
    team: null,
    tier: null,
    skills: own,
    slaDueAt: null,
    policyContact: false,
    approval: false,
    regions: [],
  };
  return enterVisit(entered, { team: 't', tier: 2, skills }, 1, 0, () => 1);
}

describe('a visit', () => {
  it('needs what its step says, else what its ticket needs', () => {
    expect(visitIn('human', ['refunds'])).toMatchObject({ team: 't', tier: 2, skills: ['refunds'] });
    expect(visitIn('human', ['refunds'], ['calls'])).toMatchObject({ skills: ['calls'] });
  });

  it('has parts that add up to its dwell, whoever takes it and lets it go', () => {
    const acts = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 5 * HOUR }),
        act: fc.constantFrom('hold', 'free', 'look'),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(acts, (list) => {
        let now = 0;
        let visit = visitIn('human');
        for (const { after, act } of list) {
          now += after;
          visit = chargeVisit(visit, now, everyOtherHour);
          if (act === 'hold') visit = holdVisit(visit, 'someone');
          if (act === 'free') visit = freeVisit(visit);
        }
        expect(dwellOf(visit.parts)).toBe(now);
      }),
    );
  });

  it('counts waiting while nobody is on shift as off-shift, not as queue', () => {
    const { parts } = chargeVisit(visitIn('human'), 3 * HOUR, everyOtherHour);
    expect(parts).toMatchObject({ queue: 2 * HOUR, offShift: HOUR, touch: 0 });
  });

  it.each([
    ['waits-for-customer', 'customer'],
    ['waits-for-others', 'external'],
    ['automatic', 'external'],
    ['joined', 'join'],
  ] as const)('of kind %s charges its time to %s', (kind, part) => {
    const { parts } = chargeVisit(visitIn(kind), 90_000, everyOtherHour);
    expect(parts[part]).toBe(90_000);
    expect(dwellOf(parts)).toBe(90_000);
  });

  it('never runs backwards', () => {
    const visit = chargeVisit(visitIn('human'), HOUR, everyOtherHour);
    expect(chargeVisit(visit, HOUR / 2, everyOtherHour)).toEqual(visit);
  });

  it('remembers the teams that were in charge before, and until when', () => {
    const to = (team: string) => ({ team, tier: 2, skills: ['fr'] });
    const after = (visit: OpenVisit, ms: number) => chargeVisit(visit, visit.since + ms, everyOtherHour);
    const entered = after(visitIn('human'), HOUR);
    expect(moveVisitTo(entered, to('t'))).toEqual({ ...entered, ...to('t') });
    const moved = moveVisitTo(after(moveVisitTo(entered, to('lab')), HOUR), to('t'));
    expect(moved).toMatchObject({
      ...to('t'),
      teamsBefore: [
        { team: 't', until: HOUR },
        { team: 'lab', until: 2 * HOUR },
      ],
    });
  });

  it('remembers everybody who held it, once', () => {
    const visit = holdVisit(freeVisit(holdVisit(holdVisit(visitIn('human'), 'a'), 'b')), 'a');
    expect(visit.agents).toEqual(['a', 'b']);
    expect(visit.holder).toBe('a');
  });
});
