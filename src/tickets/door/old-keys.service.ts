import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { Ticker } from '../../queues/ticker.service.js';

/** For how long the answer to a command is kept under its Idempotency-Key, ms. */
const KEPT_MS = 24 * 3_600_000;
const EVERY_MS = 10 * 60_000;

/** Forgets idempotency keys after a day. */
@Injectable()
export class OldKeys implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.every('old idempotency keys', EVERY_MS, (now) => this.tick(now));
  }

  /** Forgets the keys that are older than a day at `now` (ms); their number. */
  async tick(now: number): Promise<number> {
    const { rowCount } = await this.database.pool.query('delete from idempotency where at < $1', [
      new Date(now - KEPT_MS),
    ]);
    return rowCount ?? 0;
  }
}
