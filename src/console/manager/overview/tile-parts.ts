import type { Schemas } from '../../api/client';
import type { Format } from '../../i18n/format';
import type { Comparison, Good } from '../common/compare';
import type { Definition } from '../common/definition-link';
import type { Figure, Only } from '../common/figure-parts';
import { previousOf, type Filters } from '../common/filters';
import { wordSeconds } from '../common/figure-words';
import type { FigureKey } from '../common/texts-figures';
import type { FilterRoom } from '../common/use-filters';

export type Overview = Schemas['OverviewAnswer'];
type Figures = Omit<Schemas['PreviousFigures'], 'from' | 'to'>;
export type Say = (key: FigureKey, values?: Record<string, string | number>) => string;

/** A number and the list that it counts. */
export interface TileNumber {
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
  definition: Definition;
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
  comparison: Comparison | null;
  /** Which way is good. */
  good: Good;
  before: { value: string; n: number; to: string } | null;
  lines: TileLine[];
  /** What was left out. */
  excluded: { reason: string; n: number; to: string }[];
}

/** What every tile is made of. */
export interface Kit {
  say: Say;
  format: Format;
  room: FilterRoom;
  now: Figures;
  before: Figures | null;
  comparisons: Overview['comparisons'];
}
type Compared = keyof NonNullable<Overview['comparisons']>;

/** The list of tickets behind a number. */
export const ticketsOf = (
  { room }: Kit,
  of: Figure,
  only: Only = 'counted',
  change: Partial<Filters> = {},
): string => room.linkTo('/tickets', { list: 'figure', of, only }, change);
export const openAt = ({ room }: Kit, change: Partial<Filters>): string =>
  room.linkTo('/tickets', { list: 'backlog', of: 'open' }, change);
export const before = ({ room }: Kit): Partial<Filters> => previousOf(room.filters);
export const percent = ({ format }: Kit, value: number | null): string =>
  value === null ? '–' : format.percent(value);
export const time = ({ format }: Kit, seconds: number | null): string => wordSeconds(seconds, format);

/** One of several numbers of a line, called by its own words. */
export const named = (kit: Kit, figure: Figure, only: Only, n: number, name: FigureKey): TileNumber => ({
  ...{ value: kit.format.number(n), to: ticketsOf(kit, figure, only), name: kit.say(name) },
});

/** A line with one number. */
export const line = (label: string, value: string, to: string): TileLine => ({
  label,
  numbers: [{ value, to }],
});

/** What was left out, most first. */
export function leftOut(kit: Kit, figure: Figure, excluded: Record<string, number>): Tile['excluded'] {
  return Object.entries(excluded)
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => ({ reason, n, to: ticketsOf(kit, figure, `out-${reason}` as Only) }));
}

/** A rate and its list. */
export function rateTile(
  kit: Kit,
  key: FigureKey & ('fcr' | 'escalation' | 'sla' | 'reopen'),
  read: (figures: Figures) => Schemas['RateAnswer'],
  [figure, compared]: [Figure, Compared],
  good: Good,
): Omit<Tile, 'lines'> {
  const rate = read(kit.now);
  const then = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, definition: key, title: kit.say(key), help: kit.say(`${key}Help`) },
    to: ticketsOf(kit, figure),
    ...{ value: percent(kit, rate.value), n: rate.n, interval: rate.interval },
    count: { n: rate.count, to: ticketsOf(kit, figure, 'met') },
    comparison: kit.comparisons?.[compared] ?? null,
    good,
    before:
      then === null || then.value === null
        ? null
        : { value: percent(kit, then.value), n: then.n, to: ticketsOf(kit, figure, 'counted', before(kit)) },
    excluded: leftOut(kit, figure, rate.excluded),
  };
}

/** A median of times and its list. */
export function durationTile(
  kit: Kit,
  key: FigureKey & ('resolution' | 'response'),
  read: (figures: Figures) => Schemas['DurationAnswer'],
  [figure, compared]: [Figure, Compared],
): Omit<Tile, 'lines' | 'excluded'> {
  const duration = read(kit.now);
  const then = kit.before === null ? null : read(kit.before);
  return {
    ...{ key, definition: key, title: kit.say(key), help: kit.say(`${key}Help`) },
    to: ticketsOf(kit, figure),
    ...{ value: time(kit, duration.p50Seconds), n: duration.n, count: null, interval: null },
    comparison: kit.comparisons?.[compared] ?? null,
    good: 'down',
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

/** What a number of tickets has that is no rate. */
export const plain = { count: null, interval: null, excluded: [] };
