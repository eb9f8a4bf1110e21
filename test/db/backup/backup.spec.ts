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
import { gunzipSync } from 'node:zlib';
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
import {
  findTampering,
  manyTicketsSql,
  rewriteBackup,
  runSql,
  sumTables,
} from '../../support/backup-data.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

/** Everything that the text form of COPY has to write in another way, and the line that ends it. */
const NASTY = 'tab\there\nline\r\n\\.\n\\N \\\\ "quotes" \u{1F9ED} 嗯，行吧 \u0001';

/** The record says something of each copy, so it differs afterwards. */
async function sumOthers(url: string, without: string[] = []): Promise<Record<string, string>> {
  const { audit, audit_head, audit_anchors, ...others } = await sumTables(url, without);
  expect([audit, audit_head, audit_anchors]).not.toContain(undefined);
  return others;
}

describe('a backup', () => {
  let dir: string;
  let source: TestDatabase;
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
    if (change) rewriteBackup(path, change);
    return path;
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'stepwise-backup-'));
    chmodSync(dir, 0o755);
    source = await open();
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
    expect(await sumOthers(target.url)).toEqual(await sumOthers(source.url));
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
    const { erasures } = await restore(file, target.url, true);
    expect(erasures).toEqual({ erased: 1, unknown: 0 });
    expect(await runSql(target.url, 'select id::int from messages where body = $1', [''])).toEqual([
      { id: 7 },
    ]);
    expect(await runSql(target.url, 'select kind, ref from erasures')).toEqual([
      { kind: 'message', ref: '7#body' },
    ]);
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('of another installation keeps what that database had erased under the same numbers', async () => {
    const target = await open();
    await runSql(target.url, manyTicketsSql(10));
    await runSql(target.url, 'select erase_message(7), erase_message(8)');
    const { erasures } = await restore(file, target.url, true);
    expect(erasures).toEqual({ erased: 0, unknown: 2 });
    expect(await runSql(target.url, 'select id from messages where body = $1', [''])).toEqual([]);
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('into a new database is told what was erased by a list, once what it is of comes back', async () => {
    const [lived, target] = [await open(), await open()];
    const said: string[] = [];
    const run = (url: string, ...argv: string[]) =>
      runCli(argv, {
        out: (text) => void said.push(text),
        err: (text) => void said.push(text),
        readInput: () => Promise.resolve(''),
        askSecret: () => Promise.resolve(null),
        env: { DATABASE_URL: url },
      });
    await restore(file, lived.url);
    await runSql(lived.url, 'select erase_message(7)');
    const list = join(dir, 'erased.json');
    expect(await run(lived.url, 'erasures', 'export', list)).toBe(0);
    expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({ erasures: [{ ref: '7#body' }] });
    expect(await run(target.url, 'restore', file, '--erasures', file)).toBe(1);
    expect(await run(target.url, 'restore', file, '--erasures', list)).toBe(0);
    expect(said.join('')).toContain('not a list of erasures');
    expect(said.join('')).toContain('1 values erased again');
    expect(await runSql(target.url, 'select id::int from messages where body = $1', [''])).toEqual([
      { id: 7 },
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
    const hours = { timeZone: 'Asia/Shanghai', weekly: { mon: [['09:00', '18:00']] } };
    await runSql(
      old.url,
      `insert into teams (id, title, calendar) values ('a', '{}', $1), ('b', '{}', null), ('c', '{}', 'null')`,
      [JSON.stringify(hours)],
    );
    const path = join(dir, 'older.backup');
    await writeBackup(old.url, path);
    const { applied } = await restore(path, target.url);
    expect(applied).toEqual(names.filter((name) => !ofThen.includes(name)));
    expect(applied).toContain('20261126000210_command_identity');
    // The hours of then are those of ever.
    expect(await runSql(target.url, 'select team_id, since, calendar from team_calendars')).toEqual([
      { team_id: 'a', since: null, calendar: hours },
    ]);
    // What its tickets are found by is made after the start.
    expect(await runSql(target.url, 'select 1 from search_stale join tickets on id = ticket_id')).not.toEqual(
      [],
    );
    await migrateDatabase(old.url);
    // Salts are made at random when these come.
    const made = ['salt', 'digest', 'seal'];
    expect(await sumOthers(target.url, made)).toEqual(await sumOthers(old.url, made));
    expect(await findTampering(target.url)).toEqual([]);
  });

  it('goes into an empty database only, unless it is forced, and never among the tables of others', async () => {
    const target = await open();
    await runSql(target.url, `insert into settings values ('mine', '1')`);
    await expect(restore(file, target.url)).rejects.toThrow(/not empty \(table settings\)/);
    expect(await runSql(target.url, 'select key from settings')).toEqual([{ key: 'mine' }]);
    await restore(file, target.url, true);
    expect(await sumOthers(target.url)).toEqual(await sumOthers(source.url));
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
    expect(await sumOthers(target.url)).toEqual(await sumOthers(source.url));
    expect(await run(elsewhere, 'backup', third)).toBe(0);
    expect(await run(elsewhere, 'backup', third)).toBe(1);
    expect(await run(onBoard, 'restore', third)).toBe(1);
    expect(await run(onBoard, 'restore', third, '--force')).toBe(0);
    // By table; the record tells of each copy.
    const text = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
    const rows = (path: string) =>
      (text(path).match(/^\{"table":"(?!audit)[^]*?^\\\.$/gm) ?? []).map((part) => part.split('\n').sort());
    expect(rows(second).length).toBeGreaterThan(10);
    expect(rows(third)).toEqual(rows(second));
    expect(said.join('')).toContain('3000 tickets');
    expect(said.join('')).toContain('is there already');
    expect(said.join('')).toContain('not empty');
  });
});
