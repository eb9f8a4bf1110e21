import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.service.js';
import { TooManyTries } from './access-problems.js';

/** Failed tries in a quarter of an hour: of one address from one place, and of one place altogether. */
const TRIES_PER_PERSON = 10;
const TRIES_PER_PLACE = 100;
const WINDOW_S = 900;
const TABLE = 'sign_in_tries';

interface Limits {
  person: RateLimiterPostgres;
  place: RateLimiterPostgres;
}

/** Counts failed sign-ins in PostgreSQL, for all processes together. Those that succeed cost nothing. */
@Injectable()
export class SignInThrottle {
  private limits: Promise<Limits> | null = null;
  private readonly lines = new Map<string, Promise<unknown>>();

  constructor(private readonly database: Database) {}

  /**
   * Runs `tryIt` unless too many tries failed before. Null from `tryIt` is a failed try.
   * Tries of one address from one place wait for each other, so that many at once cannot slip through together.
   * @throws TooManyTries
   */
  async guard<T>(email: string, ip: string, tryIt: () => Promise<T | null>): Promise<T | null> {
    const key = createHash('sha256').update(`${email}\n${ip}`).digest('base64url');
    const before = this.lines.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.count(key, ip, tryIt));
    const line = mine.catch(() => undefined);
    this.lines.set(key, line);
    try {
      return await mine;
    } finally {
      if (this.lines.get(key) === line) this.lines.delete(key);
    }
  }

  private async count<T>(key: string, ip: string, tryIt: () => Promise<T | null>): Promise<T | null> {
    const { person, place } = await this.ready();
    const failed = await person.get(key);
    if (failed && failed.consumedPoints >= TRIES_PER_PERSON) throw new TooManyTries(failed.msBeforeNext);
    await place.consume(ip).catch(refuse);
    const result = await tryIt();
    if (result === null) {
      await person.penalty(key);
      return null;
    }
    await Promise.all([place.reward(ip), failed && person.delete(key)]);
    return result;
  }

  private ready(): Promise<Limits> {
    this.limits ??= this.prepare().catch((error: unknown) => {
      this.limits = null;
      throw error;
    });
    return this.limits;
  }

  private async prepare(): Promise<Limits> {
    const { pool } = this.database;
    const { rows } = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      TABLE,
    ]);
    if (!rows[0]?.there) await pool.query(createTable).catch(ignoreCreatedByOther);
    const shared = {
      storeClient: pool,
      storeType: 'pool',
      tableName: TABLE,
      tableCreated: true,
      duration: WINDOW_S,
    };
    return {
      person: new RateLimiterPostgres({ ...shared, keyPrefix: 'person', points: TRIES_PER_PERSON }),
      place: new RateLimiterPostgres({ ...shared, keyPrefix: 'place', points: TRIES_PER_PLACE }),
    };
  }
}

/** The columns that rate-limiter-flexible expects. Losing the table loses nothing but the count of the last minutes. */
const createTable = `create table if not exists ${TABLE} (
  key varchar(255) primary key, points integer not null default 0, expire bigint)`;

function ignoreCreatedByOther(error: unknown): void {
  // Two processes that create it at once: one of them meets a unique violation in the catalogue.
  if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
}

function refuse(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? new TooManyTries(reason.msBeforeNext) : reason;
}
