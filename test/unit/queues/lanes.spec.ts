import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { laneOf, mayHold, mayServe, parseLane, priorityOf } from '../../../src/queues/lanes/lanes.js';

/** Team ids and skills are non-empty, well-formed text. */
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const lane = fc.record({
  team: word,
  tier: fc.integer({ min: 1, max: 9 }),
  skills: fc.uniqueArray(word, { maxLength: 4 }),
});

describe('lanes', () => {
  it('the order of skills does not make another lane', () => {
    const a = laneOf({ team: 'after-sales', tier: 2, skills: ['zh', 'refunds', 'zh'] });
    expect(a).toBe(laneOf({ team: 'after-sales', tier: 2, skills: ['refunds', 'zh'] }));
    expect(a).toBe('lane-after-sales.2.refunds+zh');
  });

  it('every lane can be read back from its name', () => {
    fc.assert(
      fc.property(lane, (l) => {
        expect(parseLane(laneOf(l))).toEqual({ ...l, skills: [...l.skills].sort() });
      }),
    );
  });

  it('two different lanes never share a name', () => {
    fc.assert(
      fc.property(lane, lane, (a, b) => {
        const same =
          a.team === b.team &&
          a.tier === b.tier &&
          [...a.skills].sort().join('\0') === [...b.skills].sort().join('\0');
        expect(laneOf(a) === laneOf(b)).toBe(same);
      }),
    );
  });

  it('a name fits a queue: no colon, no braces, only plain characters', () => {
    fc.assert(fc.property(lane, (l) => expect(laneOf(l)).toMatch(/^[A-Za-z0-9=+.-]+$/)));
  });

  it.each([
    '',
    'lane-',
    'automation',
    'lane-a.b.c',
    'lane-a.1',
    'lane-a.1.b:c',
    'lane-a.01.',
    'lane-a.1.z+a',
    'lane-=zz.1.',
    'lane-=ff.1.',
  ])('refuses %j as the name of a lane', (name) => expect(parseLane(name)).toBeNull());

  it('a lane is served by members of its team up to its tier with all its skills', () => {
    const person = { teams: [{ team: 'after-sales', tier: 2 }], skills: ['refunds', 'zh'] };
    expect(mayServe(person, { team: 'after-sales', tier: 1, skills: [] })).toBe(true);
    expect(mayServe(person, { team: 'after-sales', tier: 2, skills: ['zh', 'refunds'] })).toBe(true);
    expect(mayServe(person, { team: 'after-sales', tier: 3, skills: [] })).toBe(false);
    expect(mayServe(person, { team: 'logistics', tier: 1, skills: [] })).toBe(false);
    expect(mayServe(person, { team: 'after-sales', tier: 1, skills: ['en'] })).toBe(false);
  });

  it('a lane’s visit may be held by who serves it, and at any tier and skill by who leads its team', () => {
    const member = { teams: [{ team: 'after-sales', tier: 1 }], skills: [], leads: [] };
    const lead = { ...member, leads: ['after-sales'] };
    const top = { team: 'after-sales', tier: 3, skills: ['zh'] };
    expect(mayHold(member, { ...top, tier: 1, skills: [] })).toBe(true);
    expect([mayHold(member, top), mayHold(lead, top)]).toEqual([false, true]);
    expect(mayHold(lead, { ...top, team: 'logistics' })).toBe(false);
  });

  it('an earlier due time never has a larger priority number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8.64e15 }), fc.integer({ min: 0, max: 8.64e15 }), (a, b) => {
        expect(priorityOf(Math.min(a, b))).toBeLessThanOrEqual(priorityOf(Math.max(a, b)));
      }),
    );
    expect(priorityOf(0)).toBe(1);
    expect(priorityOf(Date.UTC(2026, 10, 22, 0, 1)) - priorityOf(Date.UTC(2026, 10, 22))).toBe(1);
    expect(priorityOf(8.64e15)).toBe(2 ** 21 - 1);
  });
});
