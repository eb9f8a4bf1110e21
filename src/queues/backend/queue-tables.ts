import { assertSchemaCompatibility, LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';
import type pg from 'pg';
import { MigrationFailed } from '../../database/database-problems.js';

/**
 * Makes the tables of the queues or brings them up to date. A user who may make none finds them so, or is told.
 * Throws MigrationFailed.
 */
export async function prepareQueueTables(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<{ may: boolean; there: boolean }>(
    `select has_database_privilege(current_database(), 'create') as may, to_regnamespace($1) is not null as there`,
    [schema],
  );
  if (rows[0]?.may === true) {
    await runMigrations(client, schema);
    return;
  }
  // Throws for tables that are older, or not there.
  const version =
    rows[0]?.there === true ? await assertSchemaCompatibility(client, schema).catch(() => 0) : 0;
  if (version < LATEST_SCHEMA_VERSION) {
    throw new MigrationFailed(
      'The tables of the queues are not up to date, and this user may not make them. Run "npx stepwise roles" with the address of the owner in DATABASE_URL.',
      '队列的数据表不是最新版本，当前用户也无权创建。请在 DATABASE_URL 中填写所有者的地址，运行 npx stepwise roles。',
    );
  }
}
