const HOUR = 3_600_000;
const DAY = 86_400_000;
/** The demo shop's clock. China has had one offset and no summer time since 1991. */
const OFFSET = 8 * HOUR;

/** The time of day in hours [0, 24) and the weekday (0 = Sunday) on the shop's clock. */
export function shopClock(now: number): { hour: number; weekday: number } {
  const local = now + OFFSET;
  return { hour: (local % DAY) / HOUR, weekday: (Math.floor(local / DAY) + 4) % 7 };
}

/** Midnight of the shop's day that holds `now`. */
export function shopMidnight(now: number): number {
  return Math.floor((now + OFFSET) / DAY) * DAY - OFFSET;
}
