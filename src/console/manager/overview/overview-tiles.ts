import type { Format } from '../../i18n/format';
import { addDays } from '../common/filters';
import type { FilterRoom } from '../common/use-filters';
import {
  before,
  durationTile,
  leftOut,
  line,
  named,
  openAt,
  percent,
  plain,
  rateTile,
  ticketsOf,
  time,
  type Kit,
  type Overview,
  type Say,
  type Tile,
  type TileNumber,
} from './tile-parts';

/** All figures of the overview in the order of the page. */
export function tilesOf(answer: Overview, say: Say, format: Format, room: FilterRoom): Tile[] {
  const kit: Kit = {
    say,
    format,
    room,
    now: answer,
    before: answer.previous,
    comparisons: answer.comparisons,
  };
  return [fcr, escalation, resolution, response, sla, reopen, created, backlog].map((tile) => tile(kit));
}

function fcr(kit: Kit): Tile {
  const { strict, net, broken } = kit.now.fcr;
  const by = (only: 'customer-message' | 'reopened' | 'repeat-contact', n: number): TileNumber =>
    named(kit, 'fcr-gross', only, n, `broken_${only}`);
  return {
    ...rateTile(kit, 'fcr', (figures) => figures.fcr.gross, ['fcr-gross', 'fcr'], 'up'),
    lines: [
      line(kit.say('strict'), percent(kit, strict.value), ticketsOf(kit, 'fcr-strict')),
      line(kit.say('net'), percent(kit, net.value), ticketsOf(kit, 'fcr-net')),
      {
        label: kit.say('broken'),
        numbers: [
          by('customer-message', broken.customerMessage),
          by('reopened', broken.reopened),
          by('repeat-contact', broken.repeatContact),
        ],
      },
    ],
  };
}

function escalation(kit: Kit): Tile {
  const { escalations, transfers, handBacks, approvals } = kit.now.escalation;
  const raised = (only: 'by-agent' | 'by-rule' | 'by-clock', n: number): TileNumber =>
    named(kit, 'escalation', only, n, `raised_${only}`);
  const moved = (only: 'hand-backs' | 'approvals', n: number): TileNumber =>
    named(kit, 'escalation', only, n, `moved_${only}`);
  return {
    ...rateTile(kit, 'escalation', (figures) => figures.escalation, ['escalation', 'escalation'], 'down'),
    lines: [
      {
        label: kit.say('raisedBy'),
        numbers: [
          raised('by-agent', escalations.byAgent),
          raised('by-rule', escalations.byRule),
          raised('by-clock', escalations.byClock),
        ],
      },
      line(kit.say('transfers'), kit.format.number(transfers), ticketsOf(kit, 'escalation', 'transfers')),
      {
        label: kit.say('backsApprovals'),
        numbers: [moved('hand-backs', handBacks), moved('approvals', approvals)],
      },
    ],
  };
}

function resolution(kit: Kit): Tile {
  const { first, full } = kit.now.resolutionTime;
  const counted = ticketsOf(kit, 'resolution-first');
  return {
    ...durationTile(kit, 'resolution', (o) => o.resolutionTime.first.calendar, [
      'resolution-first',
      'resolutionFirst',
    ]),
    lines: [
      line(kit.say('p90'), time(kit, first.calendar.p90Seconds), counted),
      line(kit.say('full'), time(kit, full.calendar.p50Seconds), ticketsOf(kit, 'resolution-full')),
      line(kit.say('netTime'), time(kit, first.net.p50Seconds), counted),
      line(
        kit.say('withOpen'),
        time(kit, first.calendar.kaplanMeierMedianSeconds),
        ticketsOf(kit, 'resolution-first', 'with-open'),
      ),
    ],
    excluded: leftOut(kit, 'resolution-first', first.excluded),
  };
}

function response(kit: Kit): Tile {
  const { human, humanBusiness, onTime, overdue } = kit.now.firstResponse;
  return {
    ...durationTile(kit, 'response', (figures) => figures.firstResponse.human, [
      'first-response',
      'firstResponse',
    ]),
    lines: [
      line(kit.say('p90'), time(kit, human.p90Seconds), ticketsOf(kit, 'first-response')),
      line(kit.say('inBusiness'), time(kit, humanBusiness.p50Seconds), ticketsOf(kit, 'first-response')),
      line(
        kit.say('onTime'),
        `${percent(kit, onTime.value)} (${kit.format.number(onTime.n)})`,
        ticketsOf(kit, 'first-response-on-time'),
      ),
      line(
        kit.say('overdue'),
        kit.format.number(overdue),
        ticketsOf(kit, 'first-response-on-time', 'overdue'),
      ),
    ],
    excluded: leftOut(kit, 'first-response', human.excluded),
  };
}

function sla(kit: Kit): Tile {
  const { steps, resolution: ticket } = kit.now.sla;
  return {
    ...rateTile(kit, 'sla', (figures) => figures.sla.resolution, ['sla-resolution', 'slaResolution'], 'up'),
    excluded: leftOut(kit, 'sla-resolution', { ...ticket.excluded, pending: 0 }),
    lines: [
      line(
        kit.say('slaSteps'),
        `${percent(kit, steps.value)} (${kit.format.number(steps.n)})`,
        ticketsOf(kit, 'sla-steps'),
      ),
      line(
        kit.say('pending'),
        kit.format.number(ticket.pending),
        ticketsOf(kit, 'sla-resolution', 'out-pending'),
      ),
    ],
  };
}

function reopen(kit: Kit): Tile {
  const { reopenings } = kit.now.reopen;
  return {
    ...rateTile(kit, 'reopen', (figures) => figures.reopen, ['reopen', 'reopen'], 'down'),
    lines: [
      line(kit.say('reopenings'), kit.format.number(reopenings), ticketsOf(kit, 'reopen', 'reopenings')),
    ],
  };
}

function created(kit: Kit): Tile {
  const { tickets } = kit.now;
  const number = (n: number): string => kit.format.number(n);
  const then = kit.before?.tickets.created ?? null;
  const ended = (status: 'cancelled' | 'merged'): TileNumber =>
    named(kit, 'tickets', status, tickets[status], status);
  return {
    ...{ ...plain, key: 'tickets', definition: 'rules', title: kit.say('tickets') },
    help: kit.say('ticketsHelp'),
    ...{ value: number(tickets.created), to: ticketsOf(kit, 'tickets'), n: tickets.created },
    comparison: kit.comparisons?.created ?? null,
    good: null,
    before:
      then === null || then === 0
        ? null
        : { value: number(then), n: then, to: ticketsOf(kit, 'tickets', 'counted', before(kit)) },
    lines: [
      line(kit.say('handled'), number(tickets.handled), ticketsOf(kit, 'escalation')),
      line(kit.say('resolved'), number(tickets.resolved), ticketsOf(kit, 'tickets', 'resolved')),
      line(kit.say('stillOpen'), number(tickets.open), ticketsOf(kit, 'tickets', 'open')),
      { label: kit.say('cancelledMerged'), numbers: [ended('cancelled'), ended('merged')] },
    ],
  };
}

function backlog(kit: Kit): Tile {
  const { atStart, atEnd } = kit.now.backlog;
  const eve = addDays(kit.room.filters.from, -1);
  const number = (n: number): string => kit.format.number(n);
  const openBefore = openAt(kit, { preset: null, from: eve, to: eve });
  return {
    ...{ ...plain, key: 'backlog', definition: 'backlog', title: kit.say('backlog') },
    help: kit.say('backlogHelp'),
    ...{ value: number(atEnd), to: openAt(kit, {}), n: atEnd },
    // Most of it is the same tickets: two such numbers are no two samples.
    comparison: null,
    good: 'down',
    before: null,
    lines: [line(kit.say('atStart'), number(atStart), openBefore)],
  };
}
