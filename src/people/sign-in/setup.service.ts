import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { SetupRefused } from '../access/access-problems.js';
import { NewPasswords } from '../passwords/new-passwords.service.js';
import type { Identity } from '../../writes/identity.js';
import { Writes } from '../../writes/writes.service.js';
import { normalEmail, normalName } from '../users/users.service.js';

/** How long a link is good for (ms). */
export const SETUP_VALID_MS = 24 * 3_600_000;

/** The administrator is created with a link that works once; there is no default password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: NewPasswords,
    private readonly writes: Writes,
  ) {}

  /** A new token, which replaces the one before it; null when there are active users already. */
  async newToken(now = this.clock.now()): Promise<string | null> {
    const token = randomBytes(32).toString('base64url');
    const value = { hash: hashOf(token), expiresAt: now + SETUP_VALID_MS };
    const { rowCount } = await this.database.pool.query(
      `insert into settings (key, value) select 'setup-token', $1::jsonb where not exists (select from users where active)
       on conflict (key) do update set value = excluded.value`,
      [JSON.stringify(value)],
    );
    return rowCount === 1 ? token : null;
  }

  /** Whether there is anybody who can sign in. */
  async hasPeople(): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ found: boolean }>(
      'select exists (select from users where active) as found',
    );
    return rows[0]?.found === true;
  }

  /** Creates the administrator and uses the token up, in one transaction with the identity. @throws SetupRefused, InvalidBody */
  async createAdmin(
    token: string,
    admin: { email: string; name: string; password: string },
    identity: Identity,
  ): Promise<void> {
    await this.writes.once(
      identity,
      (hash) => this.create(token, admin, hash),
      () => this.prepare(token, admin),
    );
  }

  /** The hash of the password, which takes its time outside of the transaction. */
  private async prepare(
    token: string,
    admin: { email: string; name: string; password: string },
  ): Promise<string> {
    const proof = [hashOf(token), this.clock.now()];
    normalName(admin.name);
    // First a look, so that strangers cannot keep the processor busy with hashing.
    const look = await this.database.pool.query(`select 1 from settings where ${tokenFits}`, proof);
    if (look.rowCount === 0) throw new SetupRefused();
    return this.passwords.hash(admin.password, admin);
  }

  /** The answer is for the record; a token is nothing to be stored. */
  private async create(
    token: string,
    admin: { email: string; name: string },
    hash: string,
  ): Promise<{ user: { id: string } }> {
    const [row] = await this.database.query<{ id: string }>(
      'people-set-up',
      `with token as (delete from settings where ${tokenFits} returning 1)
       insert into users (email, name, password_hash, roles, skills)
       select $3, $4, $5, array['admin'], array[]::text[] from token where not exists (select from users where active)
       returning id::text`,
      [hashOf(token), this.clock.now(), normalEmail(admin.email), normalName(admin.name), hash],
    );
    if (!row) throw new SetupRefused();
    return { user: { id: row.id } };
  }
}

const tokenFits = `key = 'setup-token' and value->>'hash' = $1 and (value->>'expiresAt')::bigint > $2`;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
