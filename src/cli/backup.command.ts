import type { Command } from 'commander';
import type { Reapplied } from '../audit/erasures.service.js';
import { withDatabase, withDatabaseAsItIs } from './database.js';
import type { CliIo } from './io.js';

interface ForceOption {
  force?: boolean;
}

interface RestoreOptions extends ForceOption {
  erasures?: string;
}

/** `backup FILE` and `restore FILE`: the whole installation in one file, also to move it to another PostgreSQL. */
export function registerBackup(program: Command, io: CliIo): void {
  program
    .command('backup')
    .description('write everything into one file while the server works · 在线备份全部数据到一个文件')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace the file if it is there')
    .action(async (file: string, { force = false }: ForceOption) => {
      const { writeBackup } = await import('../backup/write-backup.js');
      const { rows, bytes, unrecorded } = await withDatabaseAsItIs(io, (url) =>
        writeBackup(url, file, { replace: force }),
      );
      io.out(`${file}: ${wordCounts(rows, bytes)}\n`);
      if (unrecorded !== null)
        io.err(
          `The file is whole, but the record of who did what could not take a row about it. / 备份文件完整，但未能写入审计记录。\n  ${unrecorded.message}\n`,
        );
    });
  program
    .command('restore')
    .description('bring a backup back into an empty database; stop the server first · 将备份恢复到空数据库')
    .argument('<file>', 'a file that `backup` wrote')
    .option('--force', 'throw away what the database holds now')
    .option('--erasures <list>', 'a file of `erasures export`: what it names is erased again')
    .action(async (file: string, { force = false, erasures: list }: RestoreOptions) => {
      const { openForRestore } = await import('../backup/restore-backup.js');
      const { readErasures } = await import('../backup/erasure-list.js');
      const listed = list === undefined ? [] : await readErasures(list);
      // A file that cannot be restored is refused before a database is opened, or made.
      const backup = await openForRestore(file);
      const { keepLesserRoles } = await import('../queues/backend/lesser-role.js');
      const { rows, applied, erasures } = await withDatabaseAsItIs(io, (url, { redisUrl }) =>
        keepLesserRoles(url, redisUrl !== null, () => backup.restore(url, { force, erasures: listed })),
      );
      io.out(`${file}: ${wordCounts(rows)}\n`);
      for (const name of applied) io.out(`+ ${name}\n`);
      io.out(wordErasures(erasures));
    });
  program
    .command('erasures')
    .description('personal values that were erased · 已清除的个人信息')
    .command('export')
    .description('write which they are, for `restore --erasures` · 导出清除清单')
    .argument('<file>', 'the file to write; it holds numbers and digests only')
    .action(async (file: string) => {
      const { default: pg } = await import('pg');
      const { listErasures } = await import('../audit/erasures.service.js');
      const { writeErasures } = await import('../backup/erasure-list.js');
      const list = await withDatabase(io, async ({ url }) => {
        const pool = new pg.Pool({ connectionString: url, max: 1 });
        try {
          return await listErasures(pool);
        } finally {
          await pool.end();
        }
      });
      await writeErasures(file, list);
      io.out(`${file}: ${String(list.length)} erasures / 共 ${String(list.length)} 项清除\n`);
    });
}

function wordErasures({ erased, unknown }: Reapplied): string {
  const again = `${String(erased)} values erased again / 再次清除 ${String(erased)} 项\n`;
  if (unknown === 0) return again;
  const [en, zh] = ['are of rows that the backup does not hold', '对应的数据不在备份中'];
  return `${again}${String(unknown)} erasures ${en} / ${String(unknown)} 项清除${zh}\n`;
}

function wordCounts(rows: Record<string, number>, bytes?: number): string {
  const tickets = String(rows['tickets'] ?? 0);
  const total = String(Object.values(rows).reduce((sum, count) => sum + count, 0));
  const size = bytes === undefined ? '' : `, ${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return `${tickets} tickets, ${total} rows${size} / ${tickets} 个工单，共 ${total} 行${size}`;
}
