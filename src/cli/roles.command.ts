import type { Command } from 'commander';
import { withDatabase } from './database.js';
import type { CliIo } from './io.js';

/** `roles`: makes the role that the server works with, so that it can change nothing of what only grows. */
export function registerRoles(program: Command, io: CliIo): void {
  program
    .command('roles')
    .description(
      'make the lesser role that the server works with; DATABASE_URL names the owner · 创建服务器使用的受限角色',
    )
    .option('--name <role>', 'how it is called', 'stepwise_app')
    .action(({ name }: { name: string }) =>
      withDatabase(io, async ({ url, hasRedis }) => {
        const { makeLesserRole } = await import('../queues/backend/lesser-role.js');
        const { password } = await makeLesserRole(url, name, hasRedis);
        const address = new URL(url);
        address.username = encodeURIComponent(name);
        address.password = password ?? '';
        io.err(
          password === null
            ? `${name}: may do what the server needs; its password stays. / 已授予所需权限，密码不变。\n`
            : `${name}: made; its password is shown only here. / 已创建，密码仅显示这一次。\n`,
        );
        io.out(`DATABASE_URL=${address.href}\n`);
      }),
    );
}
