import type { BusinessCalendar } from '../engine/common/model.js';
import { checkCalendar } from './check.js';
import { DAY, DAY_MINUTES, MINUTE, firstReached, nextChange, offsetAt } from './local-time.js';
import type { CalendarDef } from './model.js';
import type { Schedule } from './schedule.js';
import { scheduleOf } from './schedule.js';

/** Days that are worked out together; long enough that weeks need one or two looks, short enough to be ready in a blink. */
const SPAN = 32;
/**
 * Times further apart (17 years) are as good as none; a calendar that is open an hour a week must not be walked through
 * for ever, nor the centuries between two instants of which one is a mistake.
 */
const FURTHEST_SPANS = 200;
/** Spans kept at most (over 200 years), so that strange instants cannot fill the memory. */
const KEPT = 2_400;

/** The open blocks of `SPAN` local days as instants. */
interface Span {
  start: number;
  end: number;
  opens: number[];
  closes: number[];
  /** Open ms of the span before each block. */
  before: number[];
  total: number;
}

/** A definition that `checkCalendar` refuses. */
export class CalendarInvalid extends Error {
  constructor(readonly errors: ReturnType<typeof checkCalendar>) {
    super(
      `The calendar cannot be used: ${errors.map((e) => `${e.pointer || '/'} ${e.message.en}`).join('; ')}`,
    );
    this.name = 'CalendarInvalid';
  }
}

/**
 * Business time B(a,b) of one team (definition section 0). `null` is always open. Instants and amounts are ms.
 * Years outside of `covers` count by the week alone: ask `coverageWarning`.
 * @throws CalendarInvalid when `checkCalendar` has findings, e.g. a calendar that never opens.
 */
export function compileCalendar(def: CalendarDef | null): BusinessCalendar {
  if (def === null) return alwaysOpen;
  const errors = checkCalendar(def);
  if (errors.length > 0) throw new CalendarInvalid(errors);
  return new WeeklyCalendar(def.timeZone, scheduleOf(def));
}

const alwaysOpen: BusinessCalendar = {
  add: (from, ms) => from + Math.max(0, ms),
  between: (a, b) => Math.max(0, b - a),
};

class WeeklyCalendar implements BusinessCalendar {
  private readonly spans = new Map<number, Span>();

  constructor(
    private readonly timeZone: string,
    private readonly schedule: Schedule,
  ) {}

  /** The first instant at which `ms` of open time after `from` have passed, 17 years on at most; `from` itself for 0 or less. */
  add(from: number, ms: number): number {
    if (!(ms > 0)) return from;
    let index = this.indexOf(from);
    const last = index + FURTHEST_SPANS;
    let left = ms + openBefore(this.span(index), from);
    for (;;) {
      const span = this.span(index);
      if (left <= span.total) return instantOf(span, left);
      if (index === last) return span.end;
      left -= span.total;
      index += 1;
    }
  }

  /** Open ms in [a, b), of the last 17 years of that at most; 0 when b is not after a. */
  between(a: number, b: number): number {
    if (!(b > a)) return 0;
    const last = this.indexOf(b);
    const first = this.indexOf(a);
    let index = Math.max(first, last - FURTHEST_SPANS);
    let open = index === first ? -openBefore(this.span(index), a) : 0;
    for (; index < last; index += 1) open += this.span(index).total;
    return open + openBefore(this.span(last), b);
  }

  private indexOf(instant: number): number {
    if (!Number.isFinite(instant)) throw new RangeError(`Not an instant: ${instant}`);
    // The local day differs from the UTC day by one at most.
    let index = Math.floor(instant / (SPAN * DAY));
    while (instant < this.span(index).start) index -= 1;
    while (instant >= this.span(index).end) index += 1;
    return index;
  }

  private span(index: number): Span {
    const known = this.spans.get(index);
    if (known) return known;
    if (this.spans.size >= KEPT) this.spans.clear();
    const span = workOut(this.timeZone, this.schedule, index * SPAN);
    this.spans.set(index, span);
    return span;
  }
}

function workOut(timeZone: string, schedule: Schedule, firstDay: number): Span {
  const dayAfter = firstDay + SPAN;
  const start = firstReached(timeZone, firstDay, 0);
  const end = firstReached(timeZone, dayAfter, 0);
  const span: Span = { start, end, opens: [], closes: [], before: [], total: 0 };
  // Most spans see no change of the clocks: one look at the zone is enough for all their days.
  const clock = nextChange(timeZone, start) >= end ? steadyClock(timeZone, start) : changingClock(timeZone);
  // What began on the day before may reach into the first one.
  for (let day = firstDay - 1; day < dayAfter; day += 1) {
    const blocks = schedule(day);
    if (blocks.length === 0) continue;
    const at = clock(day);
    for (const [opens, closes] of blocks)
      appendBlock(span, at(opens), closes <= DAY_MINUTES ? at(closes) : clock(day + 1)(closes - DAY_MINUTES));
  }
  return span;
}

/** For a day (days since 1970-01-01): minutes since its midnight → instant. */
type Clock = (day: number) => (minutes: number) => number;

/** While the offset is what it is at `start`. (Where the clocks skipped midnight, the first day begins after it.) */
function steadyClock(timeZone: string, start: number): Clock {
  const offset = offsetAt(timeZone, start);
  return (day) => (minutes) => Math.max(start, day * DAY + minutes * MINUTE - offset);
}

/** Around a change of the clocks: only on the day itself every time must be looked up. */
function changingClock(timeZone: string): Clock {
  return (day) => {
    const start = firstReached(timeZone, day, 0);
    const end = firstReached(timeZone, day + 1, 0);
    if (nextChange(timeZone, start) >= end) return steadyClock(timeZone, start)(day);
    return (minutes) => firstReached(timeZone, day, minutes);
  };
}

/** What lies outside of the span, or is open already, is cut off. */
function appendBlock(span: Span, begins: number, ends: number): void {
  const opens = Math.max(begins, span.closes.at(-1) ?? span.start);
  const closes = Math.min(ends, span.end);
  if (closes <= opens) return;
  span.opens.push(opens);
  span.closes.push(closes);
  span.before.push(span.total);
  span.total += closes - opens;
}

/** Open ms of the span before an instant inside it. */
function openBefore(span: Span, instant: number): number {
  const i = lastAtMost(span.opens, instant);
  const [opens, closes, before] = [span.opens[i], span.closes[i], span.before[i]];
  if (opens === undefined || closes === undefined || before === undefined) return 0;
  return before + Math.min(instant, closes) - opens;
}

/** The first instant at which `ms` (more than 0, at most the total) of the span have passed. */
function instantOf(span: Span, ms: number): number {
  // The block in which they end begins with less than `ms` behind it.
  let i = lastAtMost(span.before, ms);
  if (span.before[i] === ms) i -= 1;
  return (span.opens[i] ?? span.start) + ms - (span.before[i] ?? 0);
}

/** Index of the last value that is not greater, -1 when all are. */
function lastAtMost(sorted: number[], value: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
