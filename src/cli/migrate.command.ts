import type { Command } from 'commander';
import { withDatabase } from './database.js';
import type { CliIo } from './io.js';

/** `migrate`: brings the database up to this version of the program. */
export function registerMigrate(program: Command, io: CliIo): void {
  program
    .command('migrate')
    .description('bring the database up to date · 升级数据库')
    .action(() =>
      withDatabase(io, async ({ url, applied, hasRedis }) => {
        const { renewLesserRoles } = await import('../queues/backend/lesser-role.js');
        await renewLesserRoles(url, hasRedis);
        for (const name of applied) io.out(`${name}\n`);
        if (applied.length === 0) io.out('The database is up to date. / 数据库已是最新版本。\n');
      }),
    );
}
