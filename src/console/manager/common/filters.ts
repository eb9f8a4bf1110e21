/** Periods that end today, in days. */
export const PRESETS = [7, 14, 30] as const;
type Preset = (typeof PRESETS)[number];

/** What the figures are of; all of it stands in the address. */
export interface Filters {
  sop: string | null;
  /** Only with `sop`. */
  version: number | null;
  team: string | null;
  channel: string | null;
  /** The id of a person. */
  agent: string | null;
  /** Null: `from` and `to` were chosen. */
  preset: Preset | null;
  /** YYYY-MM-DD, in `tz`. */
  from: string;
  /** Its last day. */
  to: string;
  tz: string;
  /** Beside the period of the same length before. */
  isCompared: boolean;
}

/** As the server wants it; `to` is the day after the last. */
export interface FigureQuery {
  sop?: string;
  version?: number;
  team?: string;
  channel?: string;
  agent?: string;
  from: string;
  to: string;
  tz: string;
}

/** Long enough for the window of a week in which a ticket may come back. */
const DEFAULT_PRESET: Preset = 14;
const DAY = 86_400_000;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The day of an instant in a time zone. */
export function dayIn(tz: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Another day of the calendar, so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function daysOf({ from, to }: Pick<Filters, 'from' | 'to'>): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) + 1;
}

/** What an address asks for. What it says wrongly counts as not said. */
export function readFilters(params: URLSearchParams, now: number, ownZone: string): Filters {
  const asked = params.get('tz');
  const tz = asked !== null && isZone(asked) ? asked : ownZone;
  const today = dayIn(tz, now);
  const sop = params.get('sop');
  const version = Number(params.get('version'));
  const agent = params.get('agent');
  const head = {
    sop,
    version: sop !== null && Number.isSafeInteger(version) && version > 0 ? version : null,
    team: params.get('team'),
    channel: params.get('channel'),
    agent: agent !== null && UUID.test(agent) ? agent : null,
    tz,
    isCompared: params.get('compare') !== 'no',
  };
  const [from, to] = [params.get('from'), params.get('to')];
  if (isDay(from) && isDay(to) && from <= to) return { ...head, preset: null, from, to };
  const preset = PRESETS.find((days) => String(days) === params.get('days')) ?? DEFAULT_PRESET;
  return { ...head, preset, from: addDays(today, 1 - preset), to: today };
}

/** The same as an address; `ownZone` needs no saying. */
export function writeFilters(filters: Filters, ownZone: string): URLSearchParams {
  const { sop, version, team, channel, agent, preset, from, to, tz, isCompared } = filters;
  const said: Record<string, string | number | null> = {
    ...{ sop, version: sop === null ? null : version, team, channel, agent },
    days: preset === DEFAULT_PRESET ? null : preset,
    ...(preset === null ? { from, to } : {}),
    tz: tz === ownZone ? null : tz,
    compare: isCompared ? null : 'no',
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== null) params.set(name, String(value));
  return params;
}

export function queryOf({ sop, version, team, channel, agent, from, to, tz }: Filters): FigureQuery {
  return {
    ...(sop === null ? {} : { sop }),
    ...(sop === null || version === null ? {} : { version }),
    ...(team === null ? {} : { team }),
    ...(channel === null ? {} : { channel }),
    ...(agent === null ? {} : { agent }),
    ...{ from, to: addDays(to, 1), tz },
  };
}

/** The period of the same length that ended where this one begins. */
export function previousOf(filters: Filters): Filters {
  const days = daysOf(filters);
  return {
    ...filters,
    ...{ preset: null, from: addDays(filters.from, -days), to: addDays(filters.from, -1) },
  };
}

function isDay(value: string | null): value is string {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
