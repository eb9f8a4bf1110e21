import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openForRestore } from '../../../src/backup/restore-backup.js';
import { writeBackup } from '../../../src/backup/write-backup.js';
import { manyTicketsSql, runSql, sumTables } from '../../support/backup-data.js';
import { percentile, round } from '../shared/figures.js';
import { makeFolder } from '../shared/program.js';
import { startBenchServer, type BenchServer } from '../shared/server.js';

export interface BackupResult {
  tickets: number;
  rows: number;
  fileMib: number;
  backupSeconds: number;
  moveSeconds: number;
  backSeconds: number;
  differentTables: { moved: string[]; movedBack: string[] };
  underLoad: {
    backupSeconds: number;
    restoreSeconds: number;
    messagesInFile: number;
    writes: number;
    writeP50Ms: number;
    writeP99Ms: number;
    /** The same number twice when the copy is of one instant. */
    writesInCopy: { versions: number; messages: number };
  };
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const since = (begin: number): number => round((performance.now() - begin) / 1_000);

/** People's writes while the copy is made: tickets changed, messages added and taken away, four at a time. */
function startLoad(url: string, tickets: number): () => Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const workers = Array.from({ length: 4 }, async (_, worker) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let turn = 0; !isOver; turn += 1) {
      const id = 1 + ((turn * 7_919 + worker) % tickets);
      const begin = performance.now();
      await client.query(
        `with one as (update tickets set version = version + 1, updated_at = now() where id = $1 returning id)
         insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
           select id, 2, now(), 'agent', '{}', 'under load', false, false from one`,
        [id],
      );
      times.push(performance.now() - begin);
    }
    await client.end();
  });
  return async () => {
    isOver = true;
    await Promise.all(workers);
    return times;
  };
}

/** But for the record, which goes on in the restored database: it tells of the restore. */
function findDifferences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => one[name] !== other[name] && !name.startsWith('audit'),
  );
}

async function timeRestore(path: string, url: string): Promise<number> {
  const begin = performance.now();
  await (await openForRestore(path)).restore(url);
  return since(begin);
}

/** Backup at rest and under load, restore, and the move to another server and back, of `--tickets` (100,000). */
export async function benchBackup(first: BenchServer, args: string[]): Promise<BackupResult> {
  const { values } = parseArgs({ args, options: { tickets: { type: 'string', default: '100000' } } });
  const tickets = Number(values.tickets);
  const folder = makeFolder('bench-backup');
  const second = await startBenchServer();
  const fileOf = (name: string): string => join(folder, name);
  try {
    const source = await first.openDatabase('bench_source');
    await runSql(source, manyTicketsSql(tickets));
    await runSql(source, 'analyze');
    const before = await sumTables(source);
    say(`${String(tickets)} tickets made`);

    let begin = performance.now();
    const rest = await writeBackup(source, fileOf('rest'));
    const backupSeconds = since(begin);
    say(`backup: ${String(backupSeconds)} s`);

    const away = await second.openDatabase('bench_away');
    const moveSeconds = await timeRestore(fileOf('rest'), away);
    await writeBackup(away, fileOf('away'));
    const home = await first.openDatabase('bench_home');
    const backSeconds = await timeRestore(fileOf('away'), home);
    const differences = {
      moved: findDifferences(before, await sumTables(away)),
      movedBack: findDifferences(before, await sumTables(home)),
    };
    say(`moved in ${String(moveSeconds)} s, back in ${String(backSeconds)} s`);

    const stop = startLoad(source, tickets);
    // The copy begins in the middle of it.
    await sleep(1_000);
    begin = performance.now();
    const loaded = await writeBackup(source, fileOf('load'));
    const loadSeconds = since(begin);
    const times = await stop();
    const copy = await first.openDatabase('bench_loaded');
    const restoreSeconds = await timeRestore(fileOf('load'), copy);
    // Each write raised one version and added one message: a copy of one instant holds as many of these as of those.
    const [torn] = await runSql<{ versions: string; messages: string }>(
      copy,
      `select (select sum(version - 1) from tickets)::text as versions,
              (select count(*) from messages where seq = 2)::text as messages`,
    );
    return {
      tickets,
      rows: Object.values(rest.rows).reduce((sum, count) => sum + count, 0),
      fileMib: round(rest.bytes / 1_048_576, 1),
      backupSeconds,
      moveSeconds,
      backSeconds,
      differentTables: differences,
      underLoad: {
        backupSeconds: loadSeconds,
        restoreSeconds,
        messagesInFile: loaded.rows['messages'] ?? 0,
        writes: times.length,
        writeP50Ms: round(percentile(times, 0.5)),
        writeP99Ms: round(percentile(times, 0.99)),
        writesInCopy: { versions: Number(torn?.versions), messages: Number(torn?.messages) },
      },
    };
  } finally {
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
