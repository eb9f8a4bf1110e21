import { describe, expect, it } from '@jest/globals';
import {
  keepOrder,
  keyOf,
  laneFrom,
  levelOf,
  mayServe,
  sortLanes,
  stepsInLane,
  type BoardPerson,
  type HumanStep,
  type Lane,
} from '../../../src/console/lead/lanes';
import { doingOf, sortCandidates, sortPeople } from '../../../src/console/lead/people';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

function lane(change: Partial<Lane> = {}): Lane {
  return {
    ...{ team: 'after-sales', tier: 1, skills: [], waiting: 3, overdue: 0, presentPeople: 2 },
    ...{ firstDueAt: at(120), oldestSince: at(-60) },
    ...change,
  };
}

function person(name: string, change: Partial<BoardPerson> = {}): BoardPerson {
  return {
    ...{ id: name, name, teams: [{ team: 'after-sales', tier: 1 }], skills: ['refunds'] },
    ...{ present: true, lastSeenAt: at(0), held: [], resolvedToday: 0 },
    ...change,
  };
}

function held(ticketId: string, dueAt: string | null): BoardPerson['held'][number] {
  return {
    ...{ ticketId, subject: 'A mug', step: 'check', stepTitle: 'Check' },
    ...{ dueAt, heldSince: at(-5), leaseExpiresAt: at(1) },
  };
}

describe('the lanes of the board', () => {
  it('burn when something is late or nobody is there, and press when it soon will be', () => {
    expect(levelOf(lane({ overdue: 1 }), NOW)).toBe('burning');
    expect(levelOf(lane({ presentPeople: 0 }), NOW)).toBe('burning');
    expect(levelOf(lane({ firstDueAt: at(29) }), NOW)).toBe('pressing');
    expect(levelOf(lane(), NOW)).toBe('calm');
  });

  it('stand with the most burning at the top, then by what is due first', () => {
    const lanes = [
      lane({ team: 'calm' }),
      lane({ team: 'late', overdue: 1 }),
      lane({ team: 'soon', firstDueAt: at(5) }),
      lane({ team: 'later', overdue: 4 }),
    ];
    expect(sortLanes(lanes, null, NOW).map(({ team }) => team)).toEqual(['later', 'late', 'soon', 'calm']);
    expect(sortLanes(lanes, 'soon', NOW).map(({ team }) => team)).toEqual(['soon']);
  });

  it('are found again by what the address says', () => {
    const named = { team: 'after-sales', tier: 2, skills: ['zh', 'refunds'] };
    expect(keyOf(named)).toBe('after-sales.2.refunds+zh');
    expect(laneFrom(keyOf(named))).toEqual({ team: 'after-sales', tier: 2, skills: ['refunds', 'zh'] });
    expect(laneFrom('after-sales.1.')).toEqual({ team: 'after-sales', tier: 1, skills: [] });
    expect(laneFrom('<script>')).toBeNull();
  });

  it('keep their places below a pointer, with what came since at the end', () => {
    expect(keepOrder(['b', 'gone', 'a'], ['new', 'a', 'b'], (one) => one)).toEqual(['b', 'a', 'new']);
  });

  it('are served by members of the team who reach the tier and have every skill', () => {
    const who = person('Lin', { teams: [{ team: 'warehouse', tier: 2 }], skills: ['refunds'] });
    expect(mayServe(who, { team: 'warehouse', tier: 2, skills: ['refunds'] })).toBe(true);
    expect(mayServe(who, { team: 'warehouse', tier: 3, skills: [] })).toBe(false);
    expect(mayServe(who, { team: 'warehouse', tier: 1, skills: ['zh'] })).toBe(false);
    expect(mayServe(who, { team: 'quality', tier: 1, skills: [] })).toBe(false);
  });
});

describe('what of a ticket waits in a lane', () => {
  const step = (name: string, change: Partial<HumanStep> = {}): HumanStep => ({
    ...{ step: name, title: name, team: 'after-sales', tier: 1, skills: ['refunds', 'en'] },
    ...{ holder: null, holderName: null, mayAct: true, mayTake: true, whyNot: null },
    ...change,
  });
  const lane = { team: 'after-sales', tier: 1, skills: ['en', 'refunds'] };

  it('is the one of its parallel steps that lies there and that nobody holds', () => {
    const steps = [step('call'), step('examine', { team: 'quality' }), step('held', { holder: 'u' })];
    expect(stepsInLane(steps, lane).map((one) => one.step)).toEqual(['call']);
    expect(stepsInLane([step('higher', { tier: 2 }), step('plain', { skills: [] })], lane)).toEqual([]);
  });
});

describe('the people of the board', () => {
  it('stand with what is due first at the top, then who is free, then who is away', () => {
    const people = [
      person('Away', { present: false }),
      person('Free'),
      person('Later', { held: [held('1', at(60))] }),
      person('Sooner', { held: [held('2', at(10))] }),
      person('Never', { held: [held('3', null)] }),
    ];
    const all = { team: null, doing: null, words: '' };
    expect(sortPeople(people, all).map(({ name }) => name)).toEqual([
      ...['Sooner', 'Later', 'Never', 'Free', 'Away'],
    ]);
    expect(sortPeople(people, { ...all, doing: 'free' }).map(({ name }) => name)).toEqual(['Free']);
    expect(sortPeople(people, { ...all, words: '#2' }).map(({ name }) => name)).toEqual(['Sooner']);
    expect(sortPeople(people, { ...all, team: 'warehouse' })).toEqual([]);
  });

  it('count as away without a sign of them, even with a ticket in hand', () => {
    expect(doingOf(person('Lin', { present: false, held: [held('1', at(5))] }))).toBe('away');
  });

  it('are offered a ticket in the order of who could do it best', () => {
    const people = [
      person('Away', { present: false }),
      person('Busy', { held: [held('1', at(5))] }),
      person('Free'),
    ];
    expect(sortCandidates(people).map(({ name }) => name)).toEqual(['Free', 'Busy', 'Away']);
  });
});
