import type { Command } from 'commander';
import { withDatabaseAsItIs } from './database.js';
import type { CliIo } from './io.js';

interface ForceOption {
  force?: boolean;
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
      const { rows, bytes } = await withDatabaseAsItIs(io, (url) =>
        writeBackup(url, file, { replace: force }),
      );
      io.out(`${file}: ${wordCounts(rows, bytes)}\n`);
    });
  program
    .command('restore')
    .description('bring a backup back into an empty database; stop the server first · 将备份恢复到空数据库')
    .argument('<file>', 'a file that `backup` wrote')
    .option('--force', 'throw away what the database holds now')
    .action(async (file: string, { force = false }: ForceOption) => {
      const { openForRestore } = await import('../backup/restore-backup.js');
      // A file that cannot be restored is refused before a database is opened, or made.
      const backup = await openForRestore(file);
      const { keepLesserRoles } = await import('../queues/lesser-role.js');
      const { rows, applied } = await withDatabaseAsItIs(io, (url) =>
        keepLesserRoles(url, () => backup.restore(url, { force })),
      );
      io.out(`${file}: ${wordCounts(rows)}\n`);
      for (const name of applied) io.out(`+ ${name}\n`);
    });
}

function wordCounts(rows: Record<string, number>, bytes?: number): string {
  const tickets = String(rows['tickets'] ?? 0);
  const total = String(Object.values(rows).reduce((sum, count) => sum + count, 0));
  const size = bytes === undefined ? '' : `, ${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return `${tickets} tickets, ${total} rows${size} / ${tickets} 个工单，共 ${total} 行${size}`;
}
