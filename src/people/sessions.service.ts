import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import { ExpiredToken, Unauthenticated } from './access-problems.js';
import { isUuid } from './accounts.service.js';

/** What a valid token says. */
export interface Session {
  userId: string;
  /** Counts only while the user's generation is the same. */
  generation: number;
  /** When the password was given, ms. */
  signedInAt: number;
  /** ms. */
  expiresAt: number;
}

export interface IssuedToken {
  accessToken: string;
  /** ms. */
  expiresAt: number;
}

/** After this a password must be given again, however often the token was renewed. */
const LONGEST_MS = 12 * 3_600_000;
const KEPT = 5_000;
const issuer = 'stepwise';

/** Gives out tokens and reads them. The key is made on first use and shared by all processes through the database. */
@Injectable()
export class Sessions {
  private key: Promise<Uint8Array> | null = null;
  /** Tokens whose signature was checked already: the same one comes with every request of a console. */
  private readonly checked = new Map<string, Session>();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A token for the configured time, but not beyond 12 h after `signedInAt` (ms). */
  async issue(userId: string, generation: number, signedInAt: number): Promise<IssuedToken> {
    const now = this.clock.now();
    // Tokens count in seconds.
    const expires = Math.floor(Math.min(now + this.config.tokenTtlMs, signedInAt + LONGEST_MS) / 1000);
    const accessToken = await new SignJWT({ gen: generation, since: signedInAt })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(userId)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(expires)
      .sign(await this.secret());
    return { accessToken, expiresAt: expires * 1000 };
  }

  /** @throws ExpiredToken, Unauthenticated for anything that is not a token of ours. */
  async read(token: string): Promise<Session> {
    const session = this.checked.get(token) ?? (await this.check(token));
    if (session.expiresAt <= this.clock.now()) {
      this.checked.delete(token);
      throw new ExpiredToken();
    }
    return session;
  }

  private async check(token: string): Promise<Session> {
    const secret = await this.secret();
    const session = await verify(token, secret, new Date(this.clock.now()));
    if (this.checked.size >= KEPT) this.checked.clear();
    this.checked.set(token, session);
    return session;
  }

  private secret(): Promise<Uint8Array> {
    this.key ??= this.readSecret().catch((error: unknown) => {
      this.key = null;
      throw error;
    });
    return this.key;
  }

  private async readSecret(): Promise<Uint8Array> {
    // Whoever comes first makes it; everybody reads the same one.
    await this.database.pool.query(
      `insert into settings (key, value) values ('signing-secret', to_jsonb($1::text)) on conflict (key) do nothing`,
      [randomBytes(32).toString('base64url')],
    );
    const { rows } = await this.database.pool.query<{ value: string }>(
      `select value #>> '{}' as value from settings where key = 'signing-secret'`,
    );
    if (!rows[0]) throw new Error('The signing secret is missing in table settings');
    return Buffer.from(rows[0].value, 'base64url');
  }
}

async function verify(token: string, secret: Uint8Array, currentDate: Date): Promise<Session> {
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], issuer, currentDate });
    const { sub, exp, gen, since } = payload;
    if (sub === undefined || !isUuid(sub) || exp === undefined) throw new Unauthenticated();
    if (typeof gen !== 'number' || typeof since !== 'number') throw new Unauthenticated();
    return { userId: sub, generation: gen, signedInAt: since, expiresAt: exp * 1000 };
  } catch (error) {
    // Whatever else is wrong with it: it is not a token that we gave out.
    throw error instanceof errors.JWTExpired ? new ExpiredToken() : new Unauthenticated();
  }
}
