import { Injectable, Logger } from '@nestjs/common';
import { Clock, SKEW_MS } from '../../clock.js';
import { Database } from '../../database/database.service.js';

/** What of a session decides whether its tokens count; times in ms. */
export interface SessionRow {
  userId: string;
  serial: number;
  serialAt: number;
  since: number;
  provedAt: number;
  usedAt: number;
  endedAt: number | null;
}

/** How long another process may go on with what it knows of a session. */
const FRESH_MS = 1_000;
const KEPT = 10_000;
const USED_MS = 60_000;
const SWEEP_MS = 3_600_000;
/** Ended sessions stay this long, for whoever asks from where somebody was signed in. */
const OLD_MS = 30 * 24 * 3_600_000;

/** Every request asks for its session: one read a second and session. */
@Injectable()
export class SessionRows {
  private readonly log = new Logger('Sessions');
  private readonly known = new Map<string, { at: number; row: Promise<SessionRow | null> }>();
  private sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** At most a second old. */
  row(id: string): Promise<SessionRow | null> {
    const now = this.clock.now();
    const known = this.known.get(id);
    return known && Math.abs(now - known.at) < FRESH_MS ? known.row : this.freshRow(id);
  }

  freshRow(id: string): Promise<SessionRow | null> {
    if (this.known.size >= KEPT) this.known.clear();
    const entry = { at: this.clock.now(), row: this.read(id) };
    this.known.set(id, entry);
    // What failed is not remembered.
    entry.row.catch(() => this.known.get(id) === entry && this.known.delete(id));
    return entry.row;
  }

  /** The next look is fresh. */
  forget(id: string): void {
    this.known.delete(id);
  }

  /** Is there anything to note when a token of this serial comes? */
  isUseNews(row: SessionRow, serial: number): boolean {
    return serial > row.serial || Math.abs(this.clock.now() - row.usedAt) > USED_MS;
  }

  /** A token of the session came. The first of a new serial replaces those before; the time is kept by the minute. */
  async noteUse(id: string, row: SessionRow, serial: number): Promise<void> {
    const now = this.clock.now();
    if (serial > row.serial) {
      await this.database.pool.query(
        `update sessions set serial = $2, serial_at = $3, used_at = $3 where id = $1 and serial < $2`,
        [id, serial, new Date(now)],
      );
      this.forget(id);
    } else if (Math.abs(now - row.usedAt) > USED_MS) {
      row.usedAt = now;
      // Nothing depends on it.
      await this.database.pool
        .query('update sessions set used_at = $2 where id = $1 and (used_at < $2 or used_at > $3)', [
          id,
          new Date(now),
          new Date(now + SKEW_MS),
        ])
        .catch((error: unknown) =>
          this.log.warn(`When a session was used could not be noted: ${String(error)}`),
        );
    }
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    if (Math.abs(now - this.sweptAt) < SWEEP_MS) return;
    this.sweptAt = now;
    await this.database.prisma.session.deleteMany({ where: { expiresAt: { lt: new Date(now - OLD_MS) } } });
  }

  private async read(id: string): Promise<SessionRow | null> {
    const { rows } = await this.database.pool.query<SessionRow>({
      name: 'people-session',
      text: readSession,
      values: [id],
    });
    return rows[0] ?? null;
  }
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const readSession = `
  select user_id::text as "userId", serial, ${ms('serial_at')} as "serialAt", ${ms('since')} as since,
    ${ms('proved_at')} as "provedAt", ${ms('used_at')} as "usedAt", ${ms('ended_at')} as "endedAt"
  from sessions where id = $1`;
