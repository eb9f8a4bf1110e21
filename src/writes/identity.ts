import { hash, randomUUID } from 'node:crypto';
import { HeaderUnreadable } from './write-problems.js';

/** What a write needs to know of its HTTP request. */
export interface WriteRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
}

/** The identity of a write: whose, which one, and what was asked. */
export interface Identity {
  scope: string;
  key: string;
  bodyHash: string;
  /** The caller gave no key; nobody can have used this one before, unless it was handed back to them. */
  isMade?: true;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
/** Left out of what is compared: a quick digest of a password would be a gift to whoever reads the table. */
const SECRETS = ['password', 'current', 'token'];
const NAMES_SECRET = new RegExp(`"(?:${SECRETS.join('|')})":`);

/** The first value of a header; undefined when there is none. */
export function headerOf(request: WriteRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** What the caller gave as `Idempotency-Key`; undefined for none. Throws `HeaderUnreadable`. */
export function readIdentity(request: WriteRequest, scope: string): Identity | undefined {
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw new HeaderUnreadable('Idempotency-Key', {
      en: 'Idempotency-Key takes 1 to 200 printable ASCII characters without spaces, e.g. a UUID.',
      'zh-CN': 'Idempotency-Key 应为 1 至 200 个可打印 ASCII 字符（不含空格），例如 UUID。',
    });
  return { scope, key, bodyHash: hashOf(request) };
}

/** The caller's key, or one of our own: so that also without a key nothing is done twice when an answer gets lost. */
export function identityOf(request: WriteRequest, scope: string): Identity {
  const given = readIdentity(request, scope);
  if (given !== undefined) return given;
  // The same however often the request is looked at.
  const key = made.get(request) ?? randomUUID();
  made.set(request, key);
  return { scope, key, bodyHash: hashOf(request), isMade: true };
}

/** The keys that were made for requests under way. */
const made = new WeakMap<WriteRequest, string>();

function hashOf({ method, url, body }: WriteRequest): string {
  const plain = JSON.stringify([method, url, body ?? null]);
  // Most bodies hold no secret; looking for one in each field by itself takes several times as long.
  return hash('sha256', NAMES_SECRET.test(plain) ? withoutSecrets({ method, url, body }) : plain, 'hex');
}

function withoutSecrets({ method, url, body }: Omit<WriteRequest, 'headers'>): string {
  return JSON.stringify([method, url, body ?? null], (name, value: unknown) =>
    SECRETS.includes(name) && typeof value === 'string' ? null : value,
  );
}
