import { hash, randomFillSync } from 'node:crypto';
import { jsonbText } from './jsonb-text.js';

/** What covers a row: the database chains it to the row before it (`seal_rows`). All as hex. */
export interface RowSeal {
  /** From which each personal field's own salt is made. */
  salt: string;
  /** Over the personal fields, each by a salted digest of its own. */
  digest: string;
  /** Over everything else, and the digest. */
  content: string;
}

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Random bytes are dear one salt at a time. */
const randoms = Buffer.alloc(SALT_BYTES * 256);
let used = randoms.length;

function newSalt(): Buffer {
  if (used === randoms.length) {
    randomFillSync(randoms);
    used = 0;
  }
  used += SALT_BYTES;
  return randoms.subarray(used - SALT_BYTES, used);
}

/** A place to put together what is hashed; what is longer has one of its own. */
const scratch = Buffer.alloc(16_384);

/** Over the first bytes of the place, and a text. */
function hashOf(begin: number, text: string): string {
  // One unit of UTF-16 takes three bytes at most.
  if (begin + text.length * 3 > scratch.length)
    return hash('sha256', Buffer.concat([scratch.subarray(0, begin), Buffer.from(text)]), 'hex');
  const end = begin + scratch.write(text, begin, 'utf8');
  return hash('sha256', scratch.subarray(0, end), 'hex');
}

/** The digest of one personal field, as `personal_digest` of the database makes it. */
function fieldDigest(salt: Buffer, field: string, value: unknown): string {
  salt.copy(scratch);
  scratch.write(hashOf(SALT_BYTES, field), 'hex');
  return hashOf(HASH_BYTES, jsonbText(value));
}

/**
 * Seals a row that is about to be written: `personal` its personal values by field, `content` everything else in the
 * order in which `seal-sql` asks for it. Equal to what the triggers of the database make of a row that comes without.
 */
export function sealRow(personal: ReadonlyMap<string, unknown>, content: readonly unknown[]): RowSeal {
  const salt = newSalt();
  const digests: Record<string, string> = {};
  for (const [field, value] of personal) digests[field] = fieldDigest(salt, field, value);
  const digest = hash('sha256', jsonbText(digests), 'hex');
  return {
    salt: salt.toString('hex'),
    digest,
    content: hash('sha256', jsonbText([...content, digest]), 'hex'),
  };
}
