import { Global, Injectable, Module } from '@nestjs/common';

/** Clocks of several machines differ by less than this; what lies further ahead was set by one that was wrong (ms). */
export const SKEW_MS = 5_000;

/** Whether something happened less than `ms` ago. What lies in the future was noted by a clock that was ahead: no. */
export function isRecent(at: number, ms: number, now: number): boolean {
  const age = now - at;
  return age >= -SKEW_MS && age < ms;
}

/** The only source of "now" in the server; tests and the demo world pass their own. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number {
    return Date.now();
  }
}

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
