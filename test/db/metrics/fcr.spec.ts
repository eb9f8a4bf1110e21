import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import { TICKETS_TABLE } from '../../../src/metrics/cases/ticket-tables.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import { renderCsv } from '../../../src/metrics/shared/csv.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { writeWorld } from './world-rows.js';
import type { WorldEvent, WorldTicket } from './world.js';
import { AGENTS, NOW } from './world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = NOW - 20 * DAY;
const [ann = '', ben = ''] = AGENTS;
/** Something that happens some hours after the beginning; apart from `type` as in the story. */
type Happening = WorldEvent extends infer E
  ? E extends WorldEvent
    ? Omit<E, 'at'> & { hours: number }
    : never
  : never;

const held: Happening = { hours: 1, type: 'held', agent: ann };
const resolved: Happening = { hours: 2, type: 'resolved' };

function ticket(id: number, happenings: Happening[], more: Partial<WorldTicket> = {}): WorldTicket {
  const events = happenings.map(({ hours, ...event }) => ({ ...event, at: BEGIN + hours * HOUR }));
  return {
    id,
    sop: 'small',
    version: 1,
    team: 'desk',
    channel: 'chat',
    issue: `issue ${id}`,
    createdAt: BEGIN,
    firstResponseDueAt: BEGIN + HOUR,
    events,
    visits: [],
    ...more,
  };
}

describe('first contact resolution', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const all = { from: BEGIN, to: NOW, asOf: NOW, teams: null, channel: null, sop: null, version: null };
  /** How many issues count, and how many of them were resolved in the first contact, gross and strict. */
  const measure = async (...world: WorldTicket[]) => {
    await writeWorld(bench.database.pool, world);
    const { fcr } = await bench.module.get(OverviewService).overview(all);
    return [fcr.gross.n, fcr.gross.count, fcr.strict.count];
  };

  it('is given when nobody heard of the issue again', async () => {
    expect(await measure(ticket(1, [held, resolved]))).toEqual([1, 1, 1]);
  });

  it.each<[string, Happening]>([
    ['a hand-over to another agent', { hours: 1, type: 'held', agent: ben }],
    ['an escalation', { hours: 1, type: 'escalated', by: 'clock' }],
    ['a transfer', { hours: 1, type: 'transferred' }],
  ])('is not strict with %s', async (_, happening) => {
    expect(await measure(ticket(1, [held, happening, resolved]))).toEqual([1, 1, 0]);
  });

  it('is not strict with an escalation of a ticket that was merged', async () => {
    const child = ticket(2, [
      { hours: 1, type: 'escalated', by: 'agent' },
      { hours: 1.5, type: 'merged', into: 1 },
    ]);
    expect(await measure(ticket(1, [held, resolved]), child)).toEqual([1, 1, 0]);
  });

  it('is broken by a ticket that is merged after the resolution, not by one before', async () => {
    const child = (hours: number) => ticket(2, [{ hours, type: 'merged', into: 1 }]);
    expect(await measure(ticket(1, [held, resolved]), child(1.5))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved]), child(3))).toEqual([1, 0, 0]);
  });

  it('is broken by a message that comes back, not by a thank-you and not after seven days', async () => {
    const asked = (hours: number, closing = false): Happening => ({ hours, type: 'asked', closing });
    expect(await measure(ticket(1, [held, resolved, asked(3)]))).toEqual([1, 0, 0]);
    expect(await measure(ticket(1, [held, resolved, asked(3, true)]))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved, asked(2 + 7 * 24)]))).toEqual([1, 0, 0]);
    expect(await measure(ticket(1, [held, resolved, asked(2.01 + 7 * 24)]))).toEqual([1, 1, 1]);
  });

  it('follows the window that an SOP sets itself', async () => {
    const late: Happening = { hours: 30, type: 'asked', closing: false };
    expect(await measure(ticket(1, [held, resolved, late], { sop: 'quick' }))).toEqual([1, 1, 1]);
    expect(await measure(ticket(1, [held, resolved, late], { sop: 'small' }))).toEqual([1, 0, 0]);
  });

  it('is broken by another ticket of the issue, which is no issue of its own', async () => {
    const again = ticket(2, [held, resolved], { issue: 'issue 1', createdAt: BEGIN + 3 * DAY });
    expect(await measure(ticket(1, [held, resolved]), again)).toEqual([1, 0, 0]);
  });

  /** The state of each ticket, in their order; what broke it stands behind. */
  const tell = async (...world: WorldTicket[]) => {
    await writeWorld(bench.database.pool, world);
    const page = { after: null, limit: 50, part: 'all' } as const;
    const { items } = await bench.module.get(DrillDownService).tickets(all, 'fcr-gross', page);
    return items.map(({ excluded, met, broken }) => {
      if (!(met === false && broken !== undefined)) return excluded ?? 'first contact';
      return [broken.why, broken.ticketId, (Date.parse(broken.at) - BEGIN) / HOUR].join(' ');
    });
  };
  /** Another ticket of the issue of ticket 1. */
  const again = (id: number, days: number, happenings: Happening[], more: Partial<WorldTicket> = {}) =>
    ticket(id, happenings, { issue: 'issue 1', createdAt: BEGIN + days * DAY, ...more });
  const over: Happening = { hours: 2, type: 'cancelled' };

  it('is not broken by a duplicate of the issue that was merged before the resolution, nor by one merged before it', async () => {
    const merged = (hours: number, into: number): Happening => ({ hours, type: 'merged', into });
    const first = ticket(1, [held, resolved]);
    const twin = again(2, 1 / 24, [merged(1.5, 1)]);
    expect(await tell(first, twin)).toEqual(['first contact', 'merged']);
    expect(await tell(first, twin, again(3, 1 / 24, [merged(1.2, 2)]))).toEqual([
      'first contact',
      'merged',
      'merged',
    ]);
    // One that came and was merged afterwards is a contact, by being merged; it is no second one by itself.
    expect(await tell(first, again(2, 1, [merged(25, 1)]))).toEqual(['repeat-contact 2 25', 'merged']);
    // Merged the other way, the later ticket is the first of the issue.
    const later = again(2, 1 / 24, [{ hours: 3, type: 'resolved' }]);
    expect(await tell(ticket(1, [merged(2, 2)]), later)).toEqual(['merged', 'first contact']);
  });

  it('is not used up by a cancelled ticket: the next of the issue is the first', async () => {
    const next = again(2, 1, [{ hours: 25, type: 'resolved' }]);
    expect(await tell(ticket(1, [over]), next)).toEqual(['cancelled', 'first contact']);
    expect(await measure(ticket(1, [over]), next)).toEqual([1, 1, 1]);
    const third = again(3, 2, [{ hours: 49, type: 'resolved' }]);
    expect(await tell(ticket(1, [over]), next, third)).toEqual([
      'cancelled',
      'repeat-contact 3 48',
      'repeat',
    ]);
  });

  it('begins anew after the window of the last resolution', async () => {
    const first = ticket(1, [held, resolved]);
    const late = again(2, 7 + 3 / 24, [{ hours: 8 * 24, type: 'resolved' }]);
    expect(await tell(first, late)).toEqual(['first contact', 'first contact']);
    const inTime = again(2, 7 + 2 / 24, [{ hours: 8 * 24, type: 'resolved' }]);
    expect(await tell(first, inTime)).toEqual(['repeat-contact 2 170', 'repeat']);
    // The second is a repeat of the first and prolongs its issue; the third comes within the window of the second.
    const second = again(2, 5, [{ hours: 6 * 24, type: 'resolved' }]);
    const third = again(3, 12, [{ hours: 12.5 * 24, type: 'resolved' }]);
    expect(await tell(first, second, third)).toEqual(['repeat-contact 2 120', 'repeat', 'repeat']);
  });

  it('does not begin anew while an earlier ticket of the issue is open, or open again', async () => {
    const late = again(2, 11, [{ hours: 12 * 24, type: 'resolved' }]);
    const reopened: Happening = { hours: 9 * 24, type: 'reopened' };
    expect(await tell(ticket(1, [held]), late)).toEqual(['open', 'repeat']);
    expect(await tell(ticket(1, [resolved, reopened]), late)).toEqual(['first contact', 'repeat']);
    const done = { hours: 10 * 24, type: 'resolved' } as const;
    expect(await tell(ticket(1, [resolved, reopened, done]), late)).toEqual(['first contact', 'repeat']);
  });

  it.each([
    [11, 'repeat'],
    [18, 'first contact'],
  ])('of a ticket that was reopened twice, looks where it stood then: day %i is %s', async (day, state) => {
    const at = (hours: number, type: 'resolved' | 'reopened'): Happening => ({ hours, type });
    // Between its second resolution (day 10) and its second reopening (day 19) the window passes on day 17.
    const often = ticket(
      1,
      [
        resolved,
        at(9 * 24, 'reopened'),
        at(10 * 24, 'resolved'),
        at(18.5 * 24, 'reopened'),
        at(19 * 24, 'resolved'),
      ],
      { sop: 'small' },
    );
    const late = again(2, day, [{ hours: day * 24 + 1, type: 'resolved' }], { sop: 'quick' });
    expect((await tell(often, late))[1]).toBe(state);
  });

  it('follows the window of the earlier ticket', async () => {
    const late = again(2, 3, [{ hours: 80, type: 'resolved' }], { sop: 'small' });
    expect(await tell(ticket(1, [resolved], { sop: 'quick' }), late)).toEqual([
      'first contact',
      'first contact',
    ]);
  });

  it('says what broke it: the first that happened, and where', async () => {
    const asked = (hours: number): Happening => ({ hours, type: 'asked', closing: false });
    const reopened = (hours: number): Happening => ({ hours, type: 'reopened' });
    const child = (hours: number) => ticket(2, [{ hours, type: 'merged', into: 1 }]);
    expect(await tell(ticket(1, [resolved, reopened(4)]))).toEqual(['reopened 1 4']);
    expect(await tell(ticket(1, [resolved, asked(4), reopened(4)]))).toEqual(['customer-message 1 4']);
    expect(await tell(ticket(1, [resolved, reopened(4), asked(5)]))).toEqual(['reopened 1 4']);
    expect(await tell(ticket(1, [resolved]), child(3))).toEqual(['repeat-contact 2 3', 'merged']);
    const { broken } = (await bench.module.get(OverviewService).overview(all)).fcr;
    expect(broken).toEqual({ customerMessage: 0, reopened: 0, repeatContact: 1 });
  });

  it('says what broke it in the table too, with the message', async () => {
    await writeWorld(bench.database.pool, [
      ticket(1, [resolved, { hours: 4, type: 'asked', closing: false }]),
      ticket(2, [resolved]),
    ]);
    const page = { after: null, limit: 50, part: 'counted' } as const;
    const { items } = await bench.module.get(DrillDownService).tickets(all, 'fcr-gross', page);
    const lines = renderCsv(TICKETS_TABLE, items, { lang: 'en', tz: 'UTC', words: WORDS, head: [] })
      .trim()
      .split('\r\n');
    expect(lines[0]).toMatch(/,Not at first contact because,In ticket,By message$/u);
    expect(lines.slice(1).map((line) => line.split(',').slice(-3))).toEqual([
      ['the customer wrote again', '1', '1'],
      ['', '', ''],
    ]);
  });
});

const same = (id: string) => ({ en: id, 'zh-CN': id });
const WORDS = { team: same, sop: same, person: (id: string) => id };

describe('the first response', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  it('is none in a ticket that was resolved without one: neither in time nor overdue', async () => {
    const asked: Happening = { hours: 0, type: 'asked', closing: false };
    const answered = (hours: number): Happening => ({ hours, type: 'answered' });
    const reopened: Happening = { hours: 3, type: 'reopened' };
    await writeWorld(bench.database.pool, [
      ticket(1, [asked, answered(0.5), resolved]),
      ticket(2, [asked, answered(1.5), resolved]),
      ticket(3, [asked]),
      ticket(4, [asked, resolved]),
      ticket(5, [asked, { hours: 0.5, type: 'resolved' }]),
      // What is said after the resolution belongs to the clock of the next response.
      ticket(6, [asked, { hours: 0.5, type: 'resolved' }, { ...reopened, hours: 0.6 }, answered(0.7)]),
    ]);
    const all = { from: BEGIN, to: NOW, asOf: NOW, teams: null, channel: null, sop: null, version: null };
    const { firstResponse } = await bench.module.get(OverviewService).overview(all);
    const { human, humanBusiness, onTime, overdue } = firstResponse;
    expect([onTime.count, onTime.n, overdue]).toEqual([1, 3, 1]);
    expect(onTime.excluded).toMatchObject({ 'resolved-unanswered': 3, pending: 0 });
    expect([human.n, human.sumSeconds]).toEqual([2, 2 * 3600]);
    expect(humanBusiness.n).toBe(2);
    expect(human.excluded).toMatchObject({ 'resolved-unanswered': 3, unanswered: 1 });
  });
});
