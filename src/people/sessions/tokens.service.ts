import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { ExpiredToken, Unauthenticated } from '../access/access-problems.js';
import { isUuid } from '../accounts/accounts.service.js';

/** What a token says that we signed. */
export interface Token {
  sessionId: string;
  userId: string;
  /** Counts only while the user's generation is the same. */
  generation: number;
  /** Each renewal has the next one. */
  serial: number;
  /** ms. */
  expiresAt: number;
}

const KEPT = 5_000;
const issuer = 'stepwise';

/** Signs tokens and reads them. The key is made on first use and shared by all processes through the database. */
@Injectable()
export class Tokens {
  private key: Promise<Uint8Array> | null = null;
  /** Tokens whose signature was checked already: the same one comes with every request of a console. */
  private readonly checked = new Map<string, Token>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `expiresAt`: whole seconds. */
  async sign({ sessionId, userId, generation, serial, expiresAt }: Token): Promise<string> {
    return new SignJWT({ sid: sessionId, gen: generation, no: serial })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(userId)
      .setIssuedAt(Math.floor(this.clock.now() / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(await this.secret());
  }

  /** Of a token that counts and whose signature was checked before; null for all others, also those of ours. */
  known(text: string): Token | null {
    const token = this.checked.get(text);
    return token !== undefined && token.expiresAt > this.clock.now() ? token : null;
  }

  /** @throws ExpiredToken, Unauthenticated for anything that is not a token of ours. */
  async read(text: string): Promise<Token> {
    const token = this.checked.get(text) ?? (await this.check(text));
    if (token.expiresAt <= this.clock.now()) {
      this.checked.delete(text);
      throw new ExpiredToken();
    }
    return token;
  }

  private async check(text: string): Promise<Token> {
    const token = await verify(text, await this.secret(), new Date(this.clock.now()));
    if (this.checked.size >= KEPT) this.checked.clear();
    this.checked.set(text, token);
    return token;
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

async function verify(text: string, secret: Uint8Array, currentDate: Date): Promise<Token> {
  try {
    const { payload } = await jwtVerify(text, secret, { algorithms: ['HS256'], issuer, currentDate });
    const { sub, exp, sid, gen, no } = payload;
    if (sub === undefined || !isUuid(sub) || exp === undefined) throw new Unauthenticated();
    if (typeof sid !== 'string' || !isUuid(sid)) throw new Unauthenticated();
    if (typeof gen !== 'number' || typeof no !== 'number') throw new Unauthenticated();
    return { sessionId: sid, userId: sub, generation: gen, serial: no, expiresAt: exp * 1000 };
  } catch (error) {
    // Whatever else is wrong with it: it is not a token that we gave out.
    throw error instanceof errors.JWTExpired ? new ExpiredToken() : new Unauthenticated();
  }
}
