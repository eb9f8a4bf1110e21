import { Injectable } from '@nestjs/common';
import { Clock, isRecent } from '../../clock.js';
import { Config } from '../../config.js';
import { Database } from '../../database/database.service.js';
import { Unauthenticated } from '../access/access-problems.js';
import type { Origin, Session } from '../access/session.js';
import { isUuid } from '../accounts/accounts.service.js';
import { PeopleChanges } from '../accounts/people-changes.service.js';
import { UnknownSession } from '../common/people-problems.js';
import { SessionRows } from './session-rows.service.js';
import { Tokens } from './tokens.service.js';

export interface IssuedToken {
  accessToken: string;
  /** ms. */
  expiresAt: number;
}

/** A session as its owner and administrators see it. */
export interface ListedSession {
  id: string;
  since: Date;
  usedAt: Date;
  address: string;
  device: string;
}

/** After this a password must be given again, however often the token was renewed. */
const LONGEST_MS = 12 * 3_600_000;
/** A replaced token still counts this long after its successor came first: requests may be under way. */
const GRACE_MS = 60_000;

/**
 * Sign-ins from the password to their end. A renewed token takes the place of the one before when it comes first, so
 * that an answer that was lost costs nothing; when the replaced one comes once more after that, two have it, and the
 * session ends.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly tokens: Tokens,
    private readonly rows: SessionRows,
    private readonly changes: PeopleChanges,
  ) {}

  /** A session of somebody who has just given their password. `signedInAt`: ms. */
  async begin(
    userId: string,
    generation: number,
    { ip, device }: Origin,
    signedInAt = this.clock.now(),
  ): Promise<IssuedToken> {
    await this.rows.sweep();
    const expiresAt = this.expiryFor(signedInAt);
    const { id: sessionId } = await this.database.prisma.session.create({
      data: {
        userId,
        generation,
        ...{ serialAt: new Date(signedInAt), since: new Date(signedInAt), provedAt: new Date(signedInAt) },
        ...{ usedAt: new Date(this.clock.now()), expiresAt: new Date(expiresAt) },
        ...{ address: ip, device },
      },
      select: { id: true },
    });
    const accessToken = await this.tokens.sign({ sessionId, userId, generation, serial: 0, expiresAt });
    return { accessToken, expiresAt };
  }

  /** @throws ExpiredToken, Unauthenticated for anything that is not a token of a session that counts. */
  async read(text: string): Promise<Session> {
    const token = this.tokens.known(text) ?? (await this.tokens.read(text));
    const { sessionId: id, userId, generation, serial, expiresAt } = token;
    let row = await this.rows.row(id);
    // Another process may have met a newer token of it a moment ago.
    if (row && serial > row.serial + 1) row = await this.rows.freshRow(id);
    if (!row || row.endedAt !== null || row.userId !== userId || serial > row.serial + 1)
      throw new Unauthenticated();
    if (serial < row.serial && !this.isInGrace(serial, row)) {
      // When the newer one came is not known where a clock was ahead; that is nobody's fault.
      if (row.serialAt <= this.clock.now()) await this.finish(userId, id);
      throw new Unauthenticated();
    }
    if (this.rows.isUseNews(row, serial)) await this.rows.noteUse(id, row, serial);
    const { since, provedAt } = row;
    return { id, userId, generation, serial, signedInAt: since, provedAt, expiresAt };
  }

  /**
   * The token that comes after that of `session`, for the configured time but not beyond 12 h after the sign-in. Asked
   * for once more it is the same one, with a later end. @throws Unauthenticated for a session that ended meanwhile.
   */
  async renew(session: Session): Promise<IssuedToken> {
    const { id: sessionId, userId, generation, signedInAt } = session;
    const expiresAt = this.expiryFor(signedInAt);
    const { rows } = await this.database.pool.query<{ serial: number }>(
      `update sessions set expires_at = greatest(expires_at, $2) where id = $1 and ended_at is null returning serial`,
      [sessionId, new Date(expiresAt)],
    );
    if (!rows[0]) throw new Unauthenticated();
    const serial = Math.max(rows[0].serial, session.serial + 1);
    const accessToken = await this.tokens.sign({ sessionId, userId, generation, serial, expiresAt });
    return { accessToken, expiresAt };
  }

  /** Was the password given a moment ago, as sensitive acts want it? */
  async isProved({ id }: Session): Promise<boolean> {
    const counts = (provedAt = 0): boolean => isRecent(provedAt, this.config.reauthMs, this.clock.now());
    const known = await this.rows.row(id);
    // It may have been given to another process.
    return counts(known?.provedAt) || counts((await this.rows.freshRow(id))?.provedAt);
  }

  /** The password was given again. Until when that counts, ms. */
  async notePassword({ id }: Session): Promise<number> {
    const now = this.clock.now();
    await this.database.prisma.session.updateMany({ where: { id }, data: { provedAt: new Date(now) } });
    this.rows.forget(id);
    return now + this.config.reauthMs;
  }

  /** Those of the user that go on, the newest first. */
  async list(userId: string): Promise<ListedSession[]> {
    if (!isUuid(userId)) return [];
    const { rows } = await this.database.pool.query<ListedSession>(
      `select s.id::text as id, s.since, s.used_at as "usedAt", s.address, s.device
       from sessions s join users u on u.id = s.user_id and u.generation = s.generation and u.active
       where s.user_id = $1 and s.ended_at is null and s.expires_at > $2
       order by s.used_at desc, s.id limit 200`,
      [userId, new Date(this.clock.now())],
    );
    return rows;
  }

  /** Ends one of the user's; one that has ended already stays so. @throws UnknownSession */
  async end(userId: string, id: string): Promise<void> {
    const owner = { id, userId };
    const isTheirs =
      isUuid(id) && isUuid(userId) && (await this.database.prisma.session.count({ where: owner }));
    if (!isTheirs) throw new UnknownSession(id);
    await this.finish(userId, id);
  }

  /** Which of these have ended? */
  async ended(ids: string[]): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      'select id::text as id from sessions where id = any($1::uuid[]) and ended_at is not null',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async finish(userId: string, id: string): Promise<void> {
    const ended = await this.database.prisma.session.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: new Date(this.clock.now()) },
    });
    await this.database.afterCommit(() => this.rows.forget(id));
    if (ended.count > 0) await this.changes.tell(userId);
  }

  private isInGrace(serial: number, row: { serial: number; serialAt: number }): boolean {
    return serial === row.serial - 1 && isRecent(row.serialAt, GRACE_MS + 1, this.clock.now());
  }

  private expiryFor(signedInAt: number): number {
    // Tokens count in seconds.
    const until = Math.min(this.clock.now() + this.config.tokenTtlMs, signedInAt + LONGEST_MS);
    return Math.floor(until / 1000) * 1000;
  }
}
