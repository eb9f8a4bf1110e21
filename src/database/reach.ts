import pg from 'pg';
import { DatabaseUnusable } from './database-problems.js';

/** PostgreSQL 14 (the oldest that its makers still kept in 2026), as servers write their version. */
const OLDEST = 140_000;
const CONNECT_MS = 5_000;

/**
 * Asks the server of DATABASE_URL whether we can work there, before anything is made. Throws DatabaseUnusable with one
 * line that says what is wrong; the password is never in it.
 */
export async function checkReach(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    );
    refuseTooOld(rows[0]?.number ?? 0, String(rows[0]?.version));
  } catch (error) {
    throw word(error, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Throws DatabaseUnusable for a server that lacks what our statements need. */
export function refuseTooOld(number: number, version: string): void {
  if (number >= OLDEST) return;
  throw new DatabaseUnusable(
    `PostgreSQL ${version} is too old; Stepwise needs 14 or newer.`,
    `PostgreSQL ${version} 版本过旧，Stepwise 需要 14 或更新的版本。`,
  );
}

function word(error: unknown, { host, port, user, database }: pg.Client): unknown {
  if (error instanceof DatabaseUnusable) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === '28P01' || code === '28000') {
    return new DatabaseUnusable(
      `PostgreSQL at ${host}:${port} does not let "${user}" in: the user or the password in DATABASE_URL is wrong, or the server does not allow it.`,
      `${host}:${port} 的 PostgreSQL 拒绝了用户“${user}”：DATABASE_URL 中的用户名或密码有误，或服务器不允许该用户登录。`,
    );
  }
  if (code === '3D000') {
    return new DatabaseUnusable(
      `PostgreSQL at ${host}:${port} has no database "${database}". Create it, or name another one in DATABASE_URL.`,
      `${host}:${port} 的 PostgreSQL 中没有数据库“${database}”。请先创建，或在 DATABASE_URL 中指定其他数据库。`,
    );
  }
  const isNetwork = typeof code === 'string' && /^E[A-Z_]+$/.test(code);
  if (!isNetwork && !/timeout expired|Query read timeout|Connection terminated/.test(message)) return error;
  return new DatabaseUnusable(
    `PostgreSQL cannot be reached at ${host}:${port} (${code ?? 'no answer'}). Check DATABASE_URL, and whether the server runs.`,
    `无法连接 ${host}:${port} 的 PostgreSQL(${code ?? '无应答'})。请检查 DATABASE_URL 以及服务器是否在运行。`,
  );
}
