import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { runCli } from '../../../src/cli/run.js';
import {
  applyMigrations,
  migrateDatabase,
  openSession,
  readMigrations,
} from '../../../src/database/migrate.js';
import { findTampering, manyTicketsSql, runSql, sumTables } from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

/** Everything that the text form of COPY has to write in another way, and the line that ends it. */
const NASTY = 'tab\there\nline\r\n\\.\n\\N \\\\ "quotes" \u{1F9ED} 嗯，行吧 \u0001';

/** Writes again what is packed in a backup, with another text in it and the checksum that belongs to it. */
function rewrite(path: string, change: (text: string) => string): void {
  const lines = change(gunzipSync(readFileSync(path)).toString('utf8'))
    .trimEnd()
    .split('\n');
  const end = JSON.parse(String(lines.pop())) as { sha256: string };
  const body = `${lines.join('\n')}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(path, gzipSync(`${body}${JSON.stringify({ ...end, sha256 })}\n`));
}

describe('a backup', () => {
  let dir: string;
  let source: TestDatabase;
  let empty: TestDatabase;
  let file: string;
  const opened: TestDatabase[] = [];

  const open = async (): Promise<TestDatabase> => {
    const database = await openTestDatabase();
    opened.push(database);
    return database;
  };
  const restore = async (path: string, url: string, force = false) =>
    (await openForRestore(path)).restore(url, { force });
  /** A changed copy of the backup. */
  const copyOfFile = (name: string, change?: (text: string) => string): string => {
    const path = join(dir, name);
    writeFileSync(path, readFileSync(file));
    if (change) rewrite(path, change);
    return path;
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-backup-'));
    chmodSync(dir, 0o755);
    source = await open();
    empty = await open();
    file = join(dir, 'whole.backup');
    await runSql(source.url, manyTicketsSql(3_000));
    await runSql(source.url, 'insert into settings values ($1, to_jsonb($2::text))', [
      NASTY,
      NASTY.replaceAll('\u0001', ''),
    ]);
    await runSql(
      source.url,
      `insert into users (email, name, password_hash, roles, skills) values ($1, $1, 'hash', '{agent,lead}', $2)`,
      [NASTY, [NASTY, '', 'NULL']],
    );
    await runSql(
      source.url,
      `insert into teams (id, title) values ('t', '{"en": "T"}');
       insert into members (user_id, team_id) select id, 't' from users;
       insert into idempotency values ('s', 'k', 'h', '{"b":1,  "a" : 2}', '2026-11-16 09:00:00.123+08');
       select nextval('messages_id_seq') from generate_series(1, 10)`,
    );
    await writeBackup(source.url, file);
  });

  afterAll(async () => {
    for (const database of opened) await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('brings back every row of every table, the numbers of the sequences and the migrations', async () => {
    const target = await open();
    const { rows, applied } = await restore(file, target.url);
    expect(await sumTables(target.url)).toEqual(await sumTables(source.url));
    expect(rows).toMatchObject({ tickets: 3_000, messages: 3_000, users: 1, settings: 1 });
    expect(applied).toEqual([]);
    const last = `select sequencename, last_value from pg_sequences order by 1`;
    expect(await runSql(target.url, last)).toEqual(await runSql(source.url, last));
    const [next] = await runSql(target.url, `select nextval('messages_id_seq')::int as id`);
    expect(next).toEqual({ id: 3_011 });
    const migrations = 'select migration_name, checksum from _prisma_migrations order by 1';
    expect(await runSql(target.url, migrations)).toEqual(await runSql(source.url, migrations));
    const triggers = 'select tgname, tgenabled from pg_trigger where not tgisinternal order by 1';
    const wanted = await runSql(source.url, triggers);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await runSql(target.url, triggers)).toEqual(wanted);
  });

  it('does not bring back what was erased since, and the record stays whole', async () => {
    const target = await open();
    await restore(file, target.url);
    await runSql(target.url, 'select erase_message(7)');
    await restore(file, target.url, true);
    expect(await runSql(target.url, 'select id::int from messages where body = $1', [''])).toEqual([
      { id: 7 },
    ]);
    expect(await runSql(target.url, 'select kind, ref from erasures')).toEqual([
      { kind: 'message', ref: '7#body' },
    ]);
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('is a file for its owner only, and leaves no half of it beside', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).filter((name) => name.includes('half'))).toEqual([]);
  });

  it('is of one instant, while others go on writing', async () => {
    const busy = await open();
    await runSql(busy.url, manyTicketsSql(3_000));
    const client = new pg.Client({ connectionString: busy.url });
    await client.connect();
    let isOver = false;
    let done = 0;
    // Tables at both ends of the file: a copy that is not of one instant would tear these apart.
    const work = (async () => {
      while (!isOver) {
        done += 1;
        await client.query(
          `begin; insert into idempotency values ('load', '${done}', 'h', '{}', now());
           update tickets set version = ${done + 1} where id = ${(done % 3_000) + 1};
           insert into users (email, name, password_hash) values ('${done}', 'n', 'h'); commit`,
        );
      }
    })();
    while (done < 20) await new Promise((resolve) => setImmediate(resolve));
    const path = join(dir, 'busy.backup');
    await writeBackup(busy.url, path);
    const after = done;
    isOver = true;
    await work;
    await client.end();

    const target = await open();
    await restore(path, target.url);
    const [state] = await runSql<{ keys: number; people: number; last: number; version: number }>(
      target.url,
      `select (select count(*)::int from idempotency) as keys, (select count(*)::int from users) as people,
              (select max(key::int) from idempotency) as last, (select max(version) - 1 from tickets) as version`,
    );
    const at = state?.last ?? 0;
    expect(state).toEqual({ keys: at, people: at, last: at, version: at });
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(after);
    // What was written later taken back, the source is what the copy is.
    await runSql(
      busy.url,
      `delete from idempotency where key::int > ${at}; delete from users where email::int > ${at}`,
    );
    const [was, is] = [await sumTables(busy.url), await sumTables(target.url)];
    for (const table of ['idempotency', 'users', 'history', 'messages', 'limit_uses'])
      expect(is[table]).toBe(was[table]);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -2_000)), /ends too early/],
    ['a text', (path) => writeFileSync(path, 'create table …'), /cannot be unpacked/],
    ['another gzip file', (path) => writeFileSync(path, gzipSync('{"a":1}\n')), /not a backup/],
    [
      'changed in one letter',
      (path) => {
        const text = gunzipSync(readFileSync(path)).toString('utf8').replace('李雷', '李蕾');
        writeFileSync(path, gzipSync(text));
      },
      /checksum/,
    ],
    [
      'without one row',
      (path) => rewrite(path, (text) => text.replace(/\n1\trefund\t[^\n]*/, '')),
      /rows of tickets are missing/,
    ],
    [
      'longer than its end',
      (path) => writeFileSync(path, Buffer.concat([readFileSync(path), gzipSync('more\n')])),
      /goes on after its end/,
    ],
  ])('that is %s is refused, and the database stays as it was', async (name, harm, reason) => {
    const path = copyOfFile(`${name}.backup`);
    harm(path);
    const before = await runSql(empty.url, 'select oid::int from pg_class where relname = $1', ['tickets']);
    await expect(restore(path, empty.url)).rejects.toThrow(reason);
    expect(await runSql(empty.url, 'select oid::int from pg_class where relname = $1', ['tickets'])).toEqual(
      before,
    );
    expect((await sumTables(empty.url))['tickets']).toBe('0:0');
  });

  it('of a newer program is refused by the migration that is not known', async () => {
    const path = copyOfFile('newer.backup', (text) =>
      text.replace('"migrations":[', '"migrations":[{"name":"20991231000000_far","checksum":"x"},'),
    );
    await expect(openForRestore(path)).rejects.toThrow(/too old .* 20991231000000_far/);
    await expect(
      openForRestore(copyOfFile('format.backup', (text) => text.replace('"version":1', '"version":2'))),
    ).rejects.toThrow(/newer version/);
  });

  it('of an older program is loaded into the tables of then, which are brought up to date afterwards', async () => {
    const [old, target] = [await open(), await open()];
    const names = readMigrations().map(({ name }) => name);
    const ofThen = names.filter((name) => name <= '20261126000200_limits');
    await runSql(old.url, 'drop schema public cascade; create schema public');
    const session = openSession(old.url);
    await session.query('begin');
    await applyMigrations(session, ofThen);
    await session.query('commit');
    await session.end();
    await runSql(old.url, manyTicketsSql(100));
    const path = join(dir, 'older.backup');
    await writeBackup(old.url, path);
    const { applied } = await restore(path, target.url);
    expect(applied).toEqual(names.filter((name) => !ofThen.includes(name)));
    expect(applied).toContain('20261126000210_command_identity');
    await migrateDatabase(old.url);
    // Salts are made at random when these come.
    const made = ['salt', 'digest', 'seal'];
    expect(await sumTables(target.url, made)).toEqual(await sumTables(old.url, made));
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('goes into an empty database only, unless it is forced, and never among the tables of others', async () => {
    const target = await open();
    await runSql(target.url, `insert into settings values ('mine', '1')`);
    await expect(restore(file, target.url)).rejects.toThrow(/not empty \(table settings\)/);
    expect(await runSql(target.url, 'select key from settings')).toEqual([{ key: 'mine' }]);
    await restore(file, target.url, true);
    expect(await sumTables(target.url)).toEqual(await sumTables(source.url));
    await runSql(
      target.url,
      'drop schema public cascade; create schema public; create table invoices (id int)',
    );
    await expect(restore(file, target.url, true)).rejects.toThrow(/not of Stepwise \(invoices\)/);
  });

  it('does not go into a database that a server works on', async () => {
    const target = await open();
    const server = new pg.Client({ connectionString: target.url, application_name: 'stepwise' });
    await server.connect();
    try {
      await expect(restore(file, target.url, true)).rejects.toThrow(/Stop it first/);
    } finally {
      await server.end();
    }
  });

  it('that is ended before its time leaves no file', async () => {
    const path = join(dir, 'ended.backup');
    const stop = new AbortController();
    const writing = writeBackup(source.url, path, { signal: stop.signal });
    stop.abort();
    await expect(writing).rejects.toThrow();
    expect(readdirSync(dir).filter((name) => name.startsWith('ended'))).toEqual([]);
  });

  it('moves an installation from the database on board to DATABASE_URL and back', async () => {
    const target = await open();
    const said: string[] = [];
    const run = (env: Record<string, string>, ...argv: string[]) =>
      runCli(argv, {
        out: (text) => void said.push(text),
        err: (text) => void said.push(text),
        readInput: () => Promise.resolve(''),
        askSecret: () => Promise.resolve(null),
        env,
      });
    const onBoard = { STEPWISE_DATA_DIR: join(dir, 'data') };
    const elsewhere = { DATABASE_URL: target.url };
    const [second, third] = [join(dir, 'second.backup'), join(dir, 'third.backup')];
    expect(
      await run(
        onBoard,
        'restore',
        copyOfFile('bad.backup', (text) => text.replace('"format"', '"f"')),
      ),
    ).toBe(1);
    expect(existsSync(join(dir, 'data'))).toBe(false);
    expect(await run(onBoard, 'restore', file)).toBe(0);
    expect(await run(onBoard, 'backup', second)).toBe(0);
    expect(await run(elsewhere, 'restore', second)).toBe(0);
    expect(await sumTables(target.url)).toEqual(await sumTables(source.url));
    expect(await run(elsewhere, 'backup', third)).toBe(0);
    expect(await run(elsewhere, 'backup', third)).toBe(1);
    expect(await run(onBoard, 'restore', third)).toBe(1);
    expect(await run(onBoard, 'restore', third, '--force')).toBe(0);
    const rows = (path: string) =>
      gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(1, -2).sort();
    expect(rows(third)).toEqual(rows(second));
    expect(said.join('')).toContain('3000 tickets');
    expect(said.join('')).toContain('is there already');
    expect(said.join('')).toContain('not empty');
  });
});
