import type { OpenVisit, Ticket } from '../tickets/model/model.js';
import type { Scene } from './scene.js';
import type { Todo } from './agenda.js';
import type { Chance } from './chance.js';
import { whenAwake } from './rhythm.js';
import type { Colleague, Staff } from './staff.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Minutes of work in a step: half of the visits take less. */
const TOUCH_MINUTES: Readonly<Record<string, number>> = {
  'after-sales': 3.2,
  logistics: 5,
  warehouse: 22,
  quality: 22,
};

/** A courier fetches returns at the door, and a rider brings them across the city: hours, not days. */
const PICK_UP = 2 * HOUR;
const RIDE = 3 * HOUR;

/** How long the person works on one visit, ms. */
export function touchTime(person: Colleague, team: string, chance: Chance): number {
  const minutes = chance.around((TOUCH_MINUTES[team] ?? 3) * person.pace, 0.55);
  return Math.floor(Math.min(55, Math.max(0.4, minutes)) * MINUTE);
}

/** What is going to happen in a stay that has just begun or changed hands. */
export function planVisit(
  visit: OpenVisit,
  ticket: Ticket,
  { story, chance, stage: { staff } }: Pick<Scene, 'story' | 'chance' | 'stage'>,
  now: number,
): Todo[] {
  const { no: visitNo } = visit;
  if (visit.holder !== null) {
    const person = staff.people.find((p) => p.id === visit.holder);
    return person === undefined ? [] : planWork(visit, person, ticket, chance, now);
  }
  switch (visit.kind) {
    case 'waits-for-customer': {
      // A refused customer mostly leaves it at that; others answer, most within the hour.
      const physical = visit.step.includes('dispatch');
      if (!willAnswer(visit, story, chance)) return [];
      // Goods that are on their way back: the warehouse notes when they came.
      if (visit.team === 'warehouse') return [planOutside(visit, staff, chance, now, 2 * DAY)];
      const after = physical ? chance.around(PICK_UP, 0.6) : chance.around(50 * MINUTE, 1.1);
      return [{ act: 'answer', visitNo, at: whenAwake(chance, Math.floor(now + after)) }];
    }
    case 'waits-for-others':
      return [
        isAtGate(visit)
          ? planArrival(visit, staff, chance, now)
          : planOutside(visit, staff, chance, now, 1.1 * DAY),
      ];
    case 'human':
    case 'automatic':
    case 'joined':
      return [];
  }
}

/** Who has a label mostly sends the goods: there is money to come. */
function willAnswer(visit: OpenVisit, story: Scene['story'], chance: Chance): boolean {
  if (visit.step.includes('objection')) return chance.happens(0.25);
  return visit.step.includes('dispatch') ? chance.happens(0.98) : story.responsive;
}

/** Parcels on their way to the warehouse. Carriers come every day, and logistics takes in what they bring. */
function isAtGate(visit: OpenVisit): boolean {
  return visit.step === 'returning.in-transit';
}

/** Now and then a parcel is lost. */
function planArrival(visit: OpenVisit, staff: Staff, chance: Chance, now: number): Todo {
  const after = chance.happens(0.004) ? 12 * DAY : chance.around(RIDE, 0.4);
  return {
    act: 'outside',
    visitNo: visit.no,
    at: staff.nextOnDuty(visit.team, Math.floor(now + after)),
  };
}

/** Half of what is awaited from outside comes within `median` ms; a little of it never does. */
function planOutside(visit: OpenVisit, staff: Staff, chance: Chance, now: number, median: number): Todo {
  const after = chance.happens(0.03) ? 12 * DAY : chance.around(median, 0.5);
  return { act: 'outside', visitNo: visit.no, at: staff.nextOnDuty(visit.team, Math.floor(now + after)) };
}

/** A word to the customer first where one is due, then a way out. */
function planWork(visit: OpenVisit, person: Colleague, ticket: Ticket, chance: Chance, now: number): Todo[] {
  const { no: visitNo } = visit;
  const work = touchTime(person, visit.team, chance);
  const todos: Todo[] = [];
  const talks =
    ['after-sales', 'logistics'].includes(visit.team) &&
    (ticket.repliedAt === null ? chance.happens(0.96) : chance.happens(0.3));
  if (talks)
    todos.push({
      act: 'write',
      visitNo,
      person,
      at: now + Math.floor(Math.min(chance.around(40, 0.7) * SECOND, work)),
    });
  todos.push({ act: 'decide', visitNo, person, at: now + work + 5 * SECOND });
  return todos;
}
