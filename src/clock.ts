import { Global, Injectable, Module } from '@nestjs/common';

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
