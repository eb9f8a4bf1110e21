const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How failures add up to a delay: `free` of them cost nothing, then it doubles from `firstMs` to `longestMs`. */
export interface Brake {
  free: number;
  firstMs: number;
  longestMs: number;
}

/** One account from one place: whoever mistypes their own password waits here, and nobody else does. */
export const PAIR: Brake = { free: 5, firstMs: 5 * SECOND, longestMs: 15 * MINUTE };

/**
 * One account from all places together where it has never signed in: many machines that guess at one person. The delay
 * stays short, since the person may be on a journey; where they have signed in before it does not hold at all.
 */
export const STRANGERS: Brake = { free: 20, firstMs: 5 * SECOND, longestMs: MINUTE };

/**
 * Accounts that failed within the time at a place where they never signed in: one guess at many people. From there on
 * each other account that never signed in there waits before each of its tries, for itself alone: a colleague who is
 * right is in within a minute, however many others are guessed at meanwhile.
 */
export const PLACE: Brake = { free: 30, firstMs: SECOND, longestMs: MINUTE };
export const STRANGE_MS = HOUR;

/** Failures are forgotten this long after the last one, and places this long after the last sign-in. */
export const FORGET_MS = 24 * HOUR;
export const KNOWN_MS = 90 * 24 * HOUR;

/** How long to wait after the failure with this number. */
export function delayAfter(failures: number, { free, firstMs, longestMs }: Brake): number {
  if (failures < free) return 0;
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - free, 30));
}
