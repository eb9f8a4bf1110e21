import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BusinessCalendar, StepKind } from '../../../../src/engine/model.js';
import { dwellOf } from '../../../../src/tickets/decide/change.js';
import { chargeVisit, enterVisit, freeVisit, holdVisit } from '../../../../src/tickets/decide/visits.js';

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

function visitIn(kind: StepKind | 'joined') {
  const entered = {
    step: 'a',
    kind,
    team: null,
    tier: null,
    skills: [],
    slaDueAt: null,
    policyContact: false,
    regions: [],
  };
  return enterVisit(entered, { team: 't', tier: 1, skills: [] }, 1, 0, () => 1);
}

describe('a visit', () => {
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

  it('remembers everybody who held it, once', () => {
    const visit = holdVisit(freeVisit(holdVisit(holdVisit(visitIn('human'), 'a'), 'b')), 'a');
    expect(visit.agents).toEqual(['a', 'b']);
    expect(visit.holder).toBe('a');
  });
});
