const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** A server that asks for more patience than this is not waited for. */
const PATIENCE_MS = 30_000;

/**
 * How long to wait before try `n` (1 = the first repetition), ms: doubling from a quarter of a second up to ten
 * seconds, half of it at random so that many callers do not come back at once. `random` in [0, 1).
 */
export function backoffMs(n: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** (n - 1), LONGEST_MS);
  return Math.round(full / 2 + (full / 2) * random);
}

/** The wait that a `Retry-After` header asks for (seconds or an HTTP date), ms; null without one or with nonsense. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The wait before the next try, ms; null when the server asks for more patience than we have. */
export function waitBeforeRetry(n: number, random: number, askedMs: number | null): number | null {
  const own = backoffMs(n, random);
  if (askedMs === null) return own;
  return askedMs > PATIENCE_MS ? null : Math.max(own, askedMs);
}
