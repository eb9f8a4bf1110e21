import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, SKEW_MS } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { TooManyTries } from '../access/access-problems.js';
import type { Brake } from './brakes.js';
import { FORGET_MS, KNOWN_MS, PAIR, PLACE, STRANGE_MS, STRANGERS, delayAfter } from './brakes.js';
import { placeOf } from './place.js';

/** The row of an account for all places together where it never signed in. */
const ANYWHERE = '';
const SWEEP_MS = 3_600_000;

/** Who tries, from where. */
interface Try {
  /** Digest of the address: strangers type things into it that nobody should find in a table. */
  account: string;
  place: string;
}

/**
 * Slows down guessing at passwords, for all processes together. Nobody is locked out by what others do: failures count
 * for an account at a place; those from elsewhere do not hold where the account has signed in before; and where many
 * different accounts fail, others that never signed in there wait a little before each try, each for itself.
 */
@Injectable()
export class SignInThrottle {
  private readonly lines = new Map<string, Promise<unknown>>();
  private sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `tryIt` unless too many tries failed before. Null from `tryIt` is a failed try. Each counts as failed until it
   * has succeeded, so that many at once, in several processes, get no more tries than one after the other; those of one
   * account from one place wait for each other, so that right ones are not taken for failures.
   * @throws TooManyTries
   */
  async guard<T>(email: string, ip: string, tryIt: () => Promise<T | null>): Promise<T | null> {
    const account = createHash('sha256').update(email).digest('base64url');
    const mine: Try = { account, place: placeOf(ip) };
    const key = `${account} ${mine.place}`;
    const before = this.lines.get(key) ?? Promise.resolve();
    const result = before.then(() => this.run(mine, tryIt));
    const line = result.catch(() => undefined);
    this.lines.set(key, line);
    try {
      return await result;
    } finally {
      if (this.lines.get(key) === line) this.lines.delete(key);
    }
  }

  private async run<T>(mine: Try, tryIt: () => Promise<T | null>): Promise<T | null> {
    await this.sweep();
    const isKnown = await this.isKnown(mine);
    const lastAt = isKnown ? null : await this.lastTry(mine);
    await this.count(mine, PAIR);
    if (!isKnown) await this.countStranger(mine, lastAt);
    const result = await this.orTakeBack(mine, !isKnown, tryIt);
    if (result !== null) await this.noteSuccess(mine, !isKnown);
    return result;
  }

  private async countStranger(mine: Try, lastAt: number | null): Promise<void> {
    const waits = await this.orTakeBack(mine, false, async () => {
      const everywhere = { ...mine, place: ANYWHERE };
      await this.count(everywhere, STRANGERS);
      return this.orTakeBack(everywhere, false, () => this.delayAt(mine));
    });
    const now = this.clock.now();
    const since = lastAt ?? now;
    // What a clock that was ahead has noted holds nobody.
    if (waits === 0 || since + waits <= now || since > now + SKEW_MS) return;
    await this.takeBack(mine);
    await this.takeBack({ ...mine, place: ANYWHERE });
    await this.knock(mine, since, since + waits);
    throw new TooManyTries(since + waits - now);
  }

  /** When the account last tried here, or was told to wait; null when it never did. */
  private async lastTry({ account, place }: Try): Promise<number | null> {
    const { rows } = await this.database.pool.query<{ at: Date }>(
      'select last_at as at from sign_in_failures where account = $1 and place = $2',
      [account, place],
    );
    return rows[0]?.at.getTime() ?? null;
  }

  /** Remembers that the account waits here; no failure. */
  private async knock({ account, place }: Try, since: number, until: number): Promise<void> {
    await this.database.pool.query(
      `insert into sign_in_failures (account, place, failed, last_at, until) values ($1, $2, 0, $3, $4)
       on conflict (account, place) do update set last_at = excluded.last_at, until = excluded.until`,
      [account, place, new Date(since), new Date(until)],
    );
  }

  /** What was refused further on, or broke, was no try. */
  private async orTakeBack<T>(mine: Try, asStranger: boolean, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      await this.takeBack(mine);
      if (asStranger) await this.takeBack({ ...mine, place: ANYWHERE });
      throw error;
    }
  }

  private async isKnown({ account, place }: Try): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      'select from known_places where account = $1 and place = $2 and at > $3',
      [account, place, new Date(this.clock.now() - KNOWN_MS)],
    );
    return rowCount === 1;
  }

  /** Counts a failure to come, unless the delay of those before is still running. */
  private async count({ account, place }: Try, brake: Brake): Promise<void> {
    const now = this.clock.now();
    const delays = Array.from({ length: 64 }, (_, before) => delayAfter(before + 1, brake));
    const { rowCount } = await this.database.pool.query(countFailure, [
      account,
      place,
      new Date(now),
      new Date(now - FORGET_MS),
      new Date(now + brake.longestMs),
      delays,
    ]);
    if (rowCount === 1) return;
    const { rows } = await this.database.pool.query<{ until: Date | null }>(
      'select until from sign_in_failures where account = $1 and place = $2',
      [account, place],
    );
    throw new TooManyTries((rows[0]?.until?.getTime() ?? now) - now);
  }

  /** Only failures of accounts that never signed in at a place speak against it: colleagues mistype without harm. */
  private async delayAt({ account, place }: Try): Promise<number> {
    const now = this.clock.now();
    const { rows } = await this.database.pool.query<{ failed: number }>(strangeAccounts, [
      place,
      new Date(now - STRANGE_MS),
      new Date(now - KNOWN_MS),
      PLACE.free + 30,
      new Date(now + SKEW_MS),
      account,
    ]);
    return delayAfter(rows[0]?.failed ?? 0, PLACE);
  }

  private async takeBack({ account, place }: Try): Promise<void> {
    await this.database.pool.query(
      `with gone as (delete from sign_in_failures where account = $1 and place = $2 and failed <= 1)
       update sign_in_failures set failed = failed - 1, until = null
       where account = $1 and place = $2 and failed > 1`,
      [account, place],
    );
  }

  private async noteSuccess(mine: Try, asStranger: boolean): Promise<void> {
    await this.database.pool.query(
      `with gone as (delete from sign_in_failures where account = $1 and place = $2)
       insert into known_places (account, place, at) values ($1, $2, $3)
       on conflict (account, place) do update set at = greatest(known_places.at, excluded.at)`,
      [mine.account, mine.place, new Date(this.clock.now())],
    );
    // What others did to the account stays counted.
    if (asStranger) await this.takeBack({ ...mine, place: ANYWHERE });
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (Math.abs(now - this.sweptAt) < SWEEP_MS) return;
    this.sweptAt = now;
    await this.database.pool.query(
      `with old as (delete from sign_in_failures where last_at < $1) delete from known_places where at < $2`,
      [new Date(now - FORGET_MS), new Date(now - KNOWN_MS)],
    );
  }
}

/**
 * $6: the delay by the number of failures before, in ms. A delay that ends later than any can was counted by a clock
 * that has been set back since.
 */
const countFailure = `
  insert into sign_in_failures as f (account, place, failed, last_at) values ($1, $2, 1, $3)
  on conflict (account, place) do update set
    failed = case when f.last_at < $4 then 1 else f.failed + 1 end,
    last_at = $3,
    until = case when f.last_at < $4 then null
      else $3::timestamptz + ($6::float8[])[least(f.failed + 1, array_length($6::float8[], 1))] * interval '1 ms' end
  where f.until is null or f.until <= $3 or f.until > $5`;

const strangeAccounts = `
  select count(*)::int as failed from (
    select from sign_in_failures f
    where f.place = $1 and f.failed > 0 and f.account <> $6 and f.last_at > $2 and f.last_at <= $5 and not exists (
      select from known_places k where k.account = f.account and k.place = f.place and k.at > $3)
    limit $4) as failing`;
