import pg from 'pg';
import { queueSchemaOf } from '../../config-database.js';
import { findAppRoles, makeAppRole, type AppRole } from '../../database/roles.js';
import { prepareQueueTables } from './queue-tables.js';

/**
 * Makes the role that the server works with, tables of the queues included where they are on PostgreSQL (`hasRedis`: they
 * are not). `url`: of the owner. Throws what `makeAppRole` throws.
 */
export async function makeLesserRole(url: string, name: string, hasRedis: boolean): Promise<AppRole> {
  const schema = queueSchemaOf(url);
  if (!hasRedis) await asOwner(url, (owner) => prepareQueueTables(owner, schema));
  return makeAppRole(url, name, [schema]);
}

/** Gives the roles that were made before what new tables need. */
export async function renewLesserRoles(url: string, hasRedis: boolean): Promise<void> {
  await keepLesserRoles(url, hasRedis, () => Promise.resolve());
}

/** Runs work that makes tables anew, and gives the roles that there were before their rights again. */
export async function keepLesserRoles<T>(url: string, hasRedis: boolean, work: () => Promise<T>): Promise<T> {
  const names = await asOwner(url, findAppRoles);
  const done = await work();
  for (const name of names) await makeLesserRole(url, name, hasRedis);
  return done;
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
