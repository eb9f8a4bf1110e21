import type { Schemas } from '../api/client';
import type { Format } from '../i18n/format';
import { compareAmounts, compareRates, isComparable, type Change, type Good } from './compare';
import { addDays } from './filters';
import { wordSeconds } from './figure-words';
import type { FigureKey } from './texts-figures';
import type { FilterRoom } from './use-filters';

type Overview = Schemas['OverviewAnswer'];
export type Figures = Omit<Schemas['PreviousFigures'], 'from' | 'to'>;
type Say = (key: FigureKey, values?: Record<string, string | number>) => string;

interface TileLine {
  label: string;
  value: string;
  to?: string;
}

/** One figure of the overview as it is shown. */
export interface Tile {
  key: FigureKey;
  title: string;
  help: string;
  value: string;
  to: string;
  n: number;
  /** Cases that fulfil a rate. */
  count: number | null;
  interval: { low: number; high: number } | null;
  /** Null: not compared. */
  change: Change | null;
  before: { value: string; n: number } | null;
  lines: TileLine[];
  excluded: Record<string, number>;
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

const linkTo = ({ room }: Kit, list: string, of: string, only?: string): string =>
  room.linkTo('/tickets', { list, of, only });
const percent = ({ format }: Kit, value: number | null): string =>
  value === null ? '–' : format.percent(value);
const time = ({ format }: Kit, seconds: number | null): string => wordSeconds(seconds, format);

function rateTile(
  kit: Kit,
  key: FigureKey & ('fcr' | 'escalation' | 'sla' | 'reopen'),
  read: (figures: Figures) => Schemas['RateAnswer'],
  figure: string,
  good: Good,
): Omit<Tile, 'lines'> {
  const rate = read(kit.now);
  const before = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, title: kit.say(key), help: kit.say(`${key}Help`), to: linkTo(kit, 'figure', figure) },
    ...{ value: percent(kit, rate.value), n: rate.n, count: rate.count, interval: rate.interval },
    change: before === null ? null : compareRates(rate, before, good),
    before:
      before === null || before.value === null ? null : { value: percent(kit, before.value), n: before.n },
    excluded: rate.excluded,
  };
}

function durationTile(
  kit: Kit,
  key: FigureKey & ('resolution' | 'response'),
  read: (figures: Figures) => Schemas['DurationAnswer'],
  figure: string,
): Omit<Tile, 'lines' | 'excluded'> {
  const duration = read(kit.now);
  const before = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, title: kit.say(key), help: kit.say(`${key}Help`), to: linkTo(kit, 'figure', figure) },
    ...{ value: time(kit, duration.p50Seconds), n: duration.n, count: null, interval: null },
    change: compareAmounts(duration.p50Seconds, before?.p50Seconds ?? null, 'down'),
    before:
      before === null || before.p50Seconds === null
        ? null
        : { value: time(kit, before.p50Seconds), n: before.n },
  };
}

function fcr(kit: Kit): Tile {
  const { strict, net } = kit.now.fcr;
  return {
    ...rateTile(kit, 'fcr', (figures) => figures.fcr.gross, 'fcr-gross', 'up'),
    lines: [
      {
        label: kit.say('strict'),
        value: percent(kit, strict.value),
        to: linkTo(kit, 'figure', 'fcr-strict'),
      },
      { label: kit.say('net'), value: percent(kit, net.value), to: linkTo(kit, 'figure', 'fcr-net') },
    ],
  };
}

function escalation(kit: Kit): Tile {
  const { escalations, transfers } = kit.now.escalation;
  const { byAgent, byRule, byClock } = escalations;
  return {
    ...rateTile(kit, 'escalation', (figures) => figures.escalation, 'escalation', 'down'),
    lines: [
      {
        label: kit.say('raisedBy'),
        value: [byAgent, byRule, byClock].map((n) => kit.format.number(n)).join(' · '),
        to: linkTo(kit, 'figure', 'escalation', 'met'),
      },
      {
        label: kit.say('transfers'),
        value: kit.format.number(transfers),
        to: linkTo(kit, 'figure', 'escalation'),
      },
    ],
  };
}

function resolution(kit: Kit): Tile {
  const { first, full } = kit.now.resolutionTime;
  return {
    ...durationTile(
      kit,
      'resolution',
      (figures) => figures.resolutionTime.first.calendar,
      'resolution-first',
    ),
    lines: [
      {
        label: kit.say('p90'),
        value: time(kit, first.calendar.p90Seconds),
        to: linkTo(kit, 'figure', 'resolution-first'),
      },
      {
        label: kit.say('full'),
        value: time(kit, full.calendar.p50Seconds),
        to: linkTo(kit, 'figure', 'resolution-full'),
      },
      {
        label: kit.say('netTime'),
        value: time(kit, first.net.p50Seconds),
        to: linkTo(kit, 'figure', 'resolution-first'),
      },
      {
        label: kit.say('withOpen'),
        value: time(kit, first.calendar.kaplanMeierMedianSeconds),
        to: linkTo(kit, 'figure', 'resolution-first', 'out'),
      },
    ],
    excluded: first.excluded,
  };
}

function response(kit: Kit): Tile {
  const { human, onTime, overdue } = kit.now.firstResponse;
  return {
    ...durationTile(kit, 'response', (figures) => figures.firstResponse.human, 'first-response'),
    lines: [
      {
        label: kit.say('p90'),
        value: time(kit, human.p90Seconds),
        to: linkTo(kit, 'figure', 'first-response'),
      },
      {
        label: kit.say('onTime'),
        value: `${percent(kit, onTime.value)} (${kit.format.number(onTime.n)})`,
        to: linkTo(kit, 'figure', 'first-response-on-time'),
      },
      {
        label: kit.say('overdue'),
        value: kit.format.number(overdue),
        to: linkTo(kit, 'figure', 'first-response-on-time', 'unmet'),
      },
    ],
    excluded: human.excluded,
  };
}

function sla(kit: Kit): Tile {
  const { steps, resolution: ticket } = kit.now.sla;
  return {
    ...rateTile(kit, 'sla', (figures) => figures.sla.resolution, 'sla-resolution', 'up'),
    excluded: { ...ticket.excluded, pending: 0 },
    lines: [
      {
        label: kit.say('slaSteps'),
        value: `${percent(kit, steps.value)} (${kit.format.number(steps.n)})`,
        to: linkTo(kit, 'figure', 'sla-steps'),
      },
      {
        label: kit.say('pending'),
        value: kit.format.number(ticket.pending),
        to: linkTo(kit, 'figure', 'sla-resolution', 'out'),
      },
    ],
  };
}

function reopen(kit: Kit): Tile {
  return {
    ...rateTile(kit, 'reopen', (figures) => figures.reopen, 'reopen', 'down'),
    lines: [
      {
        label: kit.say('reopenings'),
        value: kit.format.number(kit.now.reopen.reopenings),
        to: linkTo(kit, 'figure', 'reopen', 'met'),
      },
    ],
  };
}

function created(kit: Kit): Tile {
  const { tickets } = kit.now;
  const number = (n: number): string => kit.format.number(n);
  const before = kit.before?.tickets.created ?? null;
  return {
    ...{ key: 'tickets', title: kit.say('tickets'), help: kit.say('ticketsHelp') },
    ...{ value: number(tickets.created), to: linkTo(kit, 'backlog', 'created') },
    ...{ n: tickets.created, count: null, interval: null, excluded: {} },
    change: compareAmounts(tickets.created, before, null),
    before: before === null || before === 0 ? null : { value: number(before), n: before },
    lines: [
      {
        label: kit.say('handled'),
        value: number(tickets.handled),
        to: linkTo(kit, 'figure', 'escalation'),
      },
      {
        label: kit.say('resolved'),
        value: number(tickets.resolved),
        to: linkTo(kit, 'figure', 'resolution-full'),
      },
      {
        label: kit.say('stillOpen'),
        value: number(tickets.open),
        to: linkTo(kit, 'figure', 'resolution-full', 'out'),
      },
      {
        label: kit.say('cancelledMerged'),
        value: `${number(tickets.cancelled)} · ${number(tickets.merged)}`,
        to: linkTo(kit, 'figure', 'escalation', 'out'),
      },
    ],
  };
}

function backlog(kit: Kit): Tile {
  const { atStart, atEnd } = kit.now.backlog;
  const eve = addDays(kit.room.filters.from, -1);
  const number = (n: number): string => kit.format.number(n);
  const before = kit.before?.backlog.atEnd ?? null;
  return {
    ...{ key: 'backlog', title: kit.say('backlog'), help: kit.say('backlogHelp') },
    ...{ value: number(atEnd), to: linkTo(kit, 'backlog', 'open') },
    ...{ n: atEnd, count: null, interval: null, excluded: {} },
    change: compareAmounts(atEnd, before, 'down'),
    before: before === null || before === 0 ? null : { value: number(before), n: before },
    lines: [
      {
        label: kit.say('atStart'),
        value: number(atStart),
        to: kit.room.linkTo(
          '/tickets',
          { list: 'backlog', of: 'open' },
          { preset: null, from: eve, to: eve },
        ),
      },
    ],
  };
}
