import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DatabaseUnusable } from './database-problems.js';

/** What only grows: rows may be put in, by whoever writes tickets, the record and the teams. */
const GROWING = ['audit', 'history', 'messages', 'team_calendars', 'team_idle'];
/** The ends of chains: a trigger lets them only move on. */
const MOVING = ['ticket_seals'];
/** Rights are rows that cannot be changed by two at once; a number common to all installations of the database. */
const TURN = 7_370_009;
/** In `settings`: the names of the roles that were made or given rights here. */
const ROLES = 'app-roles';
/** Written by triggers and functions of the owner only, or by migrations. */
const READ_ONLY = ['audit_head', 'audit_anchors', 'erasures', 'seal_anchors', '_prisma_migrations'];

export interface AppRole {
  name: string;
  /** Null for one that was there: its password stays. */
  password: string | null;
}

/**
 * Makes the role that the server works with, or gives the one that is there what it needs and no more: it reads and
 * writes rows, but owns nothing, and of what only grows it can change nothing. `url`: of the owner of the tables.
 * `schemas`: beside ours, those whose tables it works with. Throws DatabaseUnusable when it may not be made, or could do
 * too much.
 */
export async function makeAppRole(url: string, name: string, schemas: readonly string[]): Promise<AppRole> {
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await owner.query('begin');
    await owner.query('select pg_advisory_xact_lock($1)', [TURN]);
    const password = await makeRole(owner, name);
    await refuseMighty(owner, name);
    await grant(owner, name, schemas);
    await owner.query(
      `insert into settings as s (key, value) values ($1, jsonb_build_array($2::text)) on conflict (key)
       do update set value = s.value || excluded.value where not s.value ? $2`,
      [ROLES, name],
    );
    await owner.query('commit');
    return { name, password };
  } finally {
    await owner.end();
  }
}

/** The roles that were given what the server needs, as far as there are such. */
export async function findAppRoles(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows: there } = await client.query<{ found: boolean }>(
    `select to_regclass('settings') is not null as found`,
  );
  if (there[0]?.found !== true) return [];
  const { rows } = await client.query<{ name: string }>(
    `select r.rolname as name from settings s, jsonb_array_elements_text(s.value) n join pg_roles r on r.rolname = n
      where s.key = $1 order by 1`,
    [ROLES],
  );
  return rows.map(({ name }) => name);
}

async function makeRole(owner: pg.Client, name: string): Promise<string | null> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 1) return null;
  const password = randomBytes(24).toString('base64url');
  try {
    await owner.query(
      `create role ${pg.escapeIdentifier(name)} login password ${pg.escapeLiteral(password)}`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== '42501') throw error;
    throw new DatabaseUnusable(
      `The user of DATABASE_URL may not make roles. Let somebody who may say "create role ${name} login password '…'", and run this again.`,
      `DATABASE_URL 中的用户无权创建角色。请由有权限的人执行 create role ${name} login password '…'，然后重试。`,
    );
  }
  return password;
}

/** Somebody who may do everything, or may become the owner, is no lesser role. */
async function refuseMighty(owner: pg.Client, name: string): Promise<void> {
  const { rows } = await owner.query<{ mighty: boolean }>(
    `select r.rolsuper or r.rolcreaterole or exists (select from pg_class c
         where c.relnamespace = current_schema()::regnamespace and pg_has_role(r.oid, c.relowner, 'member')) as mighty
       from pg_roles r where r.rolname = $1`,
    [name],
  );
  if (rows[0]?.mighty === false) return;
  throw new DatabaseUnusable(
    `The role "${name}" could do whatever the owner of the tables can. Name another one.`,
    `角色“${name}”拥有与表所有者相同的权限。请指定其他角色。`,
  );
}

async function grant(owner: pg.Client, name: string, schemas: readonly string[]): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const { rows } = await owner.query<{ schema: string; database: string }>(
    'select current_schema() as schema, current_database() as database',
  );
  const ours = String(rows[0]?.schema);
  const { rows: there } = await owner.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any($1)',
    [[ours, ...schemas]],
  );
  await owner.query(`grant connect on database ${pg.escapeIdentifier(String(rows[0]?.database))} to ${role}`);
  for (const { name: schema } of there) {
    const all = `in schema ${pg.escapeIdentifier(schema)}`;
    await owner.query(
      `revoke create on schema ${pg.escapeIdentifier(schema)} from public, ${role};
       grant usage on schema ${pg.escapeIdentifier(schema)} to ${role};
       grant select, insert, update, delete on all tables ${all} to ${role};
       grant usage, select on all sequences ${all} to ${role};
       grant execute on all functions ${all} to ${role}`,
    );
  }
  const of = (tables: string[]): string =>
    tables.map((table) => `${pg.escapeIdentifier(ours)}.${pg.escapeIdentifier(table)}`).join(', ');
  const schema = pg.escapeIdentifier(ours);
  await owner.query(
    `revoke all on ${of([...GROWING, ...MOVING, ...READ_ONLY])} from public, ${role};
     grant select, insert on ${of(GROWING)} to ${role};
     grant select, insert, update on ${of(MOVING)} to ${role};
     grant select on ${of(READ_ONLY)} to ${role};
     revoke execute on function ${schema}.note_erasure(text, text, text), ${schema}.append_seal(bigint, bytea),
       ${schema}.anchor_seals(timestamptz) from public, ${role}`,
  );
}
