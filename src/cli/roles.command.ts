import type { Command } from 'commander';
import { appRoleSql } from '../database/app-role.js';
import type { CliIo } from './io.js';
import { UsageError } from './io.js';

/** `roles`: the SQL that gives the program a role which cannot change what only grows, nor tables and triggers. */
export function registerRoles(program: Command, io: CliIo): void {
  program
    .command('roles')
    .description('print the SQL for a lesser role to run as; the owner migrates · 输出受限数据库角色的 SQL')
    .option('--role <name>', 'the role; give it a password yourself', 'stepwise_app')
    .action(({ role }: { role: string }) => {
      if (!/^[a-z_][a-z0-9_]{0,62}$/.test(role))
        throw new UsageError('A role is written in a-z, 0-9 and "_". / 角色名只能用 a-z、0-9 和“_”。');
      io.out(appRoleSql(role));
    });
}
