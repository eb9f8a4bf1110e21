import type { Schemas } from '../api/client';
import type { Format } from '../i18n/format';
import { compareAmounts, compareRates, isComparable, type Change, type Good } from './compare';
import type { Figure, Only } from './figure-parts';
import { addDays, previousOf, type Filters } from './filters';
import { wordSeconds } from './figure-words';
import type { FigureKey } from './texts-figures';
import type { FilterRoom } from './use-filters';

type Overview = Schemas['OverviewAnswer'];
export type Figures = Omit<Schemas['PreviousFigures'], 'from' | 'to'>;
type Say = (key: FigureKey, values?: Record<string, string | number>) => string;

/** A number and the list that it counts. */
interface TileNumber {
  value: string;
  to: string;
  /** Where a line has several numbers: what this one is. */
  name?: string;
}

interface TileLine {
  label: string;
  numbers: TileNumber[];
}

/** One figure of the overview as it is shown. */
export interface Tile {
  key: FigureKey;
  title: string;
  help: string;
  value: string;
  /** The tickets that it is of. */
  to: string;
  n: number;
  /** Cases that fulfil a rate; null: it is none. */
  count: { n: number; to: string } | null;
  interval: { low: number; high: number } | null;
  /** Null: not compared. */
  change: Change | null;
  before: { value: string; n: number; to: string } | null;
  lines: TileLine[];
  /** What was left out. */
  excluded: { reason: string; n: number; to: string }[];
}

interface Kit {
  say: Say;
  format: Format;
  room: FilterRoom;
  now: Figures;
  before: Figures | null;
}

/** Whether the period before has enough tickets to compare with. */
export function hasUsefulBefore({ tickets, previous }: Overview): boolean {
  return previous !== null && isComparable(tickets.created, previous.tickets.created);
}

/** All figures of the overview in the order of the page. */
export function tilesOf(answer: Overview, say: Say, format: Format, room: FilterRoom): Tile[] {
  const kit: Kit = {
    say,
    format,
    room,
    now: answer,
    before: hasUsefulBefore(answer) ? answer.previous : null,
  };
  return [fcr, escalation, resolution, response, sla, reopen, created, backlog].map((tile) => tile(kit));
}

const ticketsOf = (
  { room }: Kit,
  of: Figure,
  only: Only = 'counted',
  change: Partial<Filters> = {},
): string => room.linkTo('/tickets', { list: 'figure', of, only }, change);
const openAt = ({ room }: Kit, change: Partial<Filters>): string =>
  room.linkTo('/tickets', { list: 'backlog', of: 'open' }, change);
const before = ({ room }: Kit): Partial<Filters> => previousOf(room.filters);
const percent = ({ format }: Kit, value: number | null): string =>
  value === null ? '–' : format.percent(value);
const time = ({ format }: Kit, seconds: number | null): string => wordSeconds(seconds, format);

/** A line with one number. */
const line = (label: string, value: string, to: string): TileLine => ({ label, numbers: [{ value, to }] });

function leftOut(kit: Kit, figure: Figure, excluded: Record<string, number>): Tile['excluded'] {
  return Object.entries(excluded)
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => ({ reason, n, to: ticketsOf(kit, figure, `out-${reason}` as Only) }));
}

function rateTile(
  kit: Kit,
  key: FigureKey & ('fcr' | 'escalation' | 'sla' | 'reopen'),
  read: (figures: Figures) => Schemas['RateAnswer'],
  figure: Figure,
  good: Good,
): Omit<Tile, 'lines'> {
  const rate = read(kit.now);
  const then = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, title: kit.say(key), help: kit.say(`${key}Help`), to: ticketsOf(kit, figure) },
    ...{ value: percent(kit, rate.value), n: rate.n, interval: rate.interval },
    count: { n: rate.count, to: ticketsOf(kit, figure, 'met') },
    change: then === null ? null : compareRates(rate, then, good),
    before:
      then === null || then.value === null
        ? null
        : { value: percent(kit, then.value), n: then.n, to: ticketsOf(kit, figure, 'counted', before(kit)) },
    excluded: leftOut(kit, figure, rate.excluded),
  };
}

function durationTile(
  kit: Kit,
  key: FigureKey & ('resolution' | 'response'),
  read: (figures: Figures) => Schemas['DurationAnswer'],
  figure: Figure,
): Omit<Tile, 'lines' | 'excluded'> {
  const duration = read(kit.now);
  const then = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, title: kit.say(key), help: kit.say(`${key}Help`), to: ticketsOf(kit, figure) },
    ...{ value: time(kit, duration.p50Seconds), n: duration.n, count: null, interval: null },
    change: compareAmounts(duration.p50Seconds, then?.p50Seconds ?? null, 'down'),
    before:
      then === null || then.p50Seconds === null
        ? null
        : {
            value: time(kit, then.p50Seconds),
            n: then.n,
            to: ticketsOf(kit, figure, 'counted', before(kit)),
          },
  };
}

function fcr(kit: Kit): Tile {
  const { strict, net } = kit.now.fcr;
  return {
    ...rateTile(kit, 'fcr', (figures) => figures.fcr.gross, 'fcr-gross', 'up'),
    lines: [
      line(kit.say('strict'), percent(kit, strict.value), ticketsOf(kit, 'fcr-strict')),
      line(kit.say('net'), percent(kit, net.value), ticketsOf(kit, 'fcr-net')),
    ],
  };
}

function escalation(kit: Kit): Tile {
  const { escalations, transfers } = kit.now.escalation;
  const number = (n: number): string => kit.format.number(n);
  const raised = (only: 'by-agent' | 'by-rule' | 'by-clock', n: number): TileNumber => ({
    ...{ value: number(n), to: ticketsOf(kit, 'escalation', only), name: kit.say(`raised_${only}`) },
  });
  return {
    ...rateTile(kit, 'escalation', (figures) => figures.escalation, 'escalation', 'down'),
    lines: [
      {
        label: kit.say('raisedBy'),
        numbers: [
          raised('by-agent', escalations.byAgent),
          raised('by-rule', escalations.byRule),
          raised('by-clock', escalations.byClock),
        ],
      },
      line(kit.say('transfers'), number(transfers), ticketsOf(kit, 'escalation', 'transfers')),
    ],
  };
}

function resolution(kit: Kit): Tile {
  const { first, full } = kit.now.resolutionTime;
  const counted = ticketsOf(kit, 'resolution-first');
  return {
    ...durationTile(kit, 'resolution', (o) => o.resolutionTime.first.calendar, 'resolution-first'),
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
  const { human, onTime, overdue } = kit.now.firstResponse;
  return {
    ...durationTile(kit, 'response', (figures) => figures.firstResponse.human, 'first-response'),
    lines: [
      line(kit.say('p90'), time(kit, human.p90Seconds), ticketsOf(kit, 'first-response')),
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
    ...rateTile(kit, 'sla', (figures) => figures.sla.resolution, 'sla-resolution', 'up'),
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
    ...rateTile(kit, 'reopen', (figures) => figures.reopen, 'reopen', 'down'),
    lines: [
      line(kit.say('reopenings'), kit.format.number(reopenings), ticketsOf(kit, 'reopen', 'reopenings')),
    ],
  };
}

/** What a number of tickets has that is no rate. */
const plain = { count: null, interval: null, excluded: [] };

function created(kit: Kit): Tile {
  const { tickets } = kit.now;
  const number = (n: number): string => kit.format.number(n);
  const then = kit.before?.tickets.created ?? null;
  const ended = (status: 'cancelled' | 'merged'): TileNumber => ({
    ...{ value: number(tickets[status]), to: ticketsOf(kit, 'tickets', status), name: kit.say(status) },
  });
  return {
    ...{ ...plain, key: 'tickets', title: kit.say('tickets'), help: kit.say('ticketsHelp') },
    ...{ value: number(tickets.created), to: ticketsOf(kit, 'tickets'), n: tickets.created },
    change: compareAmounts(tickets.created, then, null),
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
  const then = kit.before?.backlog.atEnd ?? null;
  const openBefore = openAt(kit, { preset: null, from: eve, to: eve });
  return {
    ...{ ...plain, key: 'backlog', title: kit.say('backlog'), help: kit.say('backlogHelp') },
    ...{ value: number(atEnd), to: openAt(kit, {}), n: atEnd },
    change: compareAmounts(atEnd, then, 'down'),
    before: then === null || then === 0 ? null : { value: number(then), n: then, to: openBefore },
    lines: [line(kit.say('atStart'), number(atStart), openBefore)],
  };
}
