import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { SetupRefused } from './access-problems.js';
import { NewPasswords } from './passwords/new-passwords.service.js';
import { normalEmail, normalName } from './users.service.js';

const VALID_MS = 24 * 3_600_000;

/** The administrator is created with a link that works once; there is no default password. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: NewPasswords,
  ) {}

  /** A new token, which replaces the one before it; null when there are active users already. */
  async newToken(): Promise<string | null> {
    const token = randomBytes(32).toString('base64url');
    const value = { hash: hashOf(token), expiresAt: this.clock.now() + VALID_MS };
    const { rowCount } = await this.database.pool.query(
      `insert into settings (key, value) select 'setup-token', $1::jsonb where not exists (select from users where active)
       on conflict (key) do update set value = excluded.value`,
      [JSON.stringify(value)],
    );
    return rowCount === 1 ? token : null;
  }

  /** Creates the administrator and uses the token up, in one statement. Gives their id. @throws SetupRefused, InvalidBody */
  async createAdmin(
    token: string,
    admin: { email: string; name: string; password: string },
  ): Promise<string> {
    const proof = [hashOf(token), this.clock.now()];
    const name = normalName(admin.name);
    // First a look, so that strangers cannot keep the processor busy with hashing.
    const look = await this.database.pool.query(`select 1 from settings where ${tokenFits}`, proof);
    if (look.rowCount === 0) throw new SetupRefused();
    const { rows } = await this.database.pool.query<{ id: string }>(
      `with token as (delete from settings where ${tokenFits} returning 1)
       insert into users (email, name, password_hash, roles, skills)
       select $3, $4, $5, array['admin'], array[]::text[] from token where not exists (select from users where active)
       returning id::text`,
      [...proof, normalEmail(admin.email), name, await this.passwords.hash(admin.password, admin)],
    );
    if (!rows[0]) throw new SetupRefused();
    return rows[0].id;
  }
}

const tokenFits = `key = 'setup-token' and value->>'hash' = $1 and (value->>'expiresAt')::bigint > $2`;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
