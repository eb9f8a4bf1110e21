import { createHash } from 'node:crypto';
import type { Text } from './engine/common/text.js';

/** Where tables are when nobody names a schema. */
export const USUAL_SCHEMA = 'public';

/** Longer names would not leave room for what is made of them. */
const NAME = /^[a-z_][a-z0-9_]{0,39}$/;
const TAKEN = /^pg_|^information_schema$|(?:^|_)bullmq$/;

/**
 * The address in DATABASE_URL, with the search path of the schema that it names (`?schema=`): whoever connects with it
 * finds the tables of this installation and no others. The value may hold a password: it is never repeated.
 */
export function databaseUrlOf(value: string): string | Text {
  if (!URL.canParse(value) || !/^postgres(?:ql)?:$/.test(new URL(value).protocol)) {
    const example = 'postgresql://user:password@host/name';
    return { en: `must be an address such as ${example}`, 'zh-CN': `必须是形如 ${example} 的地址` };
  }
  const schema = new URL(value).searchParams.get('schema');
  if (schema === null) return value;
  if (!NAME.test(schema) || TAKEN.test(schema)) {
    return {
      en: 'schema must be of a-z, 0-9 and "_", at most 40 signs, and no name that PostgreSQL or the queues keep (pg_…, information_schema, …bullmq)',
      'zh-CN':
        'schema 只能由 a-z、0-9 和“_”组成，最长 40 个字符，且不能使用 PostgreSQL 或队列的保留名(pg_…、information_schema、…bullmq)',
    };
  }
  return withSearchPath(value, schema);
}

/** The same address, whose connections look for names in `path` only. */
export function withSearchPath(url: string, path: string, more = ''): string {
  const changed = new URL(url);
  const own =
    changed.searchParams
      .get('options')
      ?.replace(/-c search_path=\S+/, '')
      .trim() ?? '';
  changed.searchParams.set('options', [own, `-c search_path=${path}`, more].filter(Boolean).join(' '));
  // A blank as `+` is one to forms only; PostgreSQL's own clients read the address too.
  changed.search = changed.search.replaceAll('+', '%20');
  return changed.toString();
}

/** The schema that the tables are in. */
export function schemaOf(url: string): string {
  return new URL(url).searchParams.get('schema') ?? USUAL_SCHEMA;
}

/** The database that the address leads to; PostgreSQL takes the name of the user where none is given. */
function databaseOf(url: string): string {
  const { pathname, username } = new URL(url);
  return pathname.slice(1) || username;
}

/** Why the owner's address does not lead to the tables that `databaseUrl` works with; null when it does. */
export function findOtherPlace(ownerUrl: string, databaseUrl: string): Text | null {
  const [owners, ours] = [placeOf(ownerUrl), placeOf(databaseUrl)];
  if (owners === ours) return null;
  return {
    en: `must name the same database and schema as DATABASE_URL (${ours}), not ${owners}`,
    'zh-CN': `必须与 DATABASE_URL 指向同一数据库和模式(${ours})，不能是 ${owners}`,
  };
}

function placeOf(url: string): string {
  return `${databaseOf(url)}, schema ${schemaOf(url)}`;
}

/** The schema that the queues are in. */
export function queueSchemaOf(url: string): string {
  const schema = schemaOf(url);
  return schema === USUAL_SCHEMA ? 'bullmq' : `${schema}_bullmq`;
}

/** What processes that serve the installation are called among the connections of the server. */
export function applicationOf(url: string): string {
  const schema = schemaOf(url);
  return schema === USUAL_SCHEMA ? 'stepwise' : `stepwise/${schema}`;
}

/** Advisory locks belong to the whole database: the number of a lock among those of the schema. */
export function lockNumberOf(url: string, number: number): string {
  return String((BigInt(signOf(url)) << 32n) + BigInt(number));
}

/** The same for a lock of two numbers. */
export function lockPairOf(url: string, [first, second]: readonly [number, number]): [number, number] {
  return [first, second ^ signOf(url)];
}

/** How many connections a process keeps: on a server of its own; on one with the usual 100, for four processes. */
export const POOLS = { alone: 37, shared: 24, least: 12, most: 500 };

/** The connections of a process, by what they are for; one more listens for what other processes tell. */
export function sharePool(
  size: number,
  hasRedis: boolean,
): { hot: number; hurried: number; slow: number; queues: number } {
  const slow = Math.max(2, Math.floor(size / 9));
  // Each worker keeps one connection to listen on; the rest serve the queries of queues and lanes.
  const queues = hasRedis ? 0 : Math.max(4, Math.floor(size / 3));
  const quick = size - 1 - slow - queues;
  // Nine batches and transactions at most are under way at a time.
  const hot = Math.min(9, Math.floor(quick / 2));
  return { hot, hurried: quick - hot, slow, queues };
}

/** The same database, with these settings (`name=value`) on each connection, after those that the address has. */
export function withSettings(url: string, settings: readonly string[]): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options') ?? '', ...settings.map((one) => `-c ${one}`)];
  address.searchParams.set('options', options.join(' ').trim());
  address.search = address.search.replaceAll('+', '%20');
  return address.href;
}

/** 0 for the usual schema, else 31 bits that are its own. */
function signOf(url: string): number {
  const schema = schemaOf(url);
  if (schema === USUAL_SCHEMA) return 0;
  return createHash('sha256').update(schema).digest().readUInt32BE(0) & 0x7fffffff;
}
