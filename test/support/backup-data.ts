import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { verifyAudit, type AuditFinding } from '../../src/audit/verify-audit.service.js';

/** Runs SQL on a connection of its own. */
export async function runSql<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** `count` tickets, each with a history row, a message and an order's use of a limit, dated from 2024 on. */
export function manyTicketsSql(count: number): string {
  return `
    insert into sops (id) values ('refund') on conflict do nothing;
    insert into tickets (sop_id, sop_version, version, status, subject, lang, channel, priority, customer_id, customer,
        team, tier, skills, tags, steps, state, open_visits, last_visit, sla, issue_key, opened_by, created_at,
        updated_at, handlers)
      select 'refund', 1, 1, 'open', 'Order ' || n, 'zh-CN', 'web', 'normal', 'c' || n % 5000, '{"name": "李雷"}',
        'after-sales', 1, '{}', '{}', '{check}', jsonb_build_object('value', 'check', 'context', repeat('x', n % 200)),
        '[]', 1, '[]', 'c' || n, '{"kind": "system", "id": "import"}',
        timestamptz '2024-01-01' + n * interval '1 minute', now(), '{}'
      from generate_series(1, ${count}) n;
    insert into history (ticket_id, seq, at, type, actor, cause, steps)
      select id, 1, created_at, 'open', '{"kind": "system", "id": "import"}', 'automation', '{check}' from tickets;
    insert into messages (ticket_id, seq, at, "from", author, body, internal, closing)
      select id, 1, created_at, 'customer', '{"kind": "customer"}', '你好，订单 ' || id || ' 还没到', false, false
      from tickets;
    insert into limit_uses (limit_id, key, ticket_id, call, seq, amount, state, at)
      select 'refunds', 'ORD-' || id, id, 'pay', 1, 12.3456, 'confirmed', created_at from tickets;`;
}

/** A ticket as a row only; its history and messages are for the test to write. */
export function bareTicketSql(id: number, version: number): string {
  return `
    insert into sops (id) values ('refund') on conflict do nothing;
    insert into tickets (id, sop_id, sop_version, version, status, subject, lang, channel, priority, customer_id, customer,
        team, tier, skills, tags, steps, state, open_visits, last_visit, sla, issue_key, opened_by, created_at,
        updated_at, handlers)
      values (${id}, 'refund', 1, ${version}, 'open', 'Order', 'en', 'web', 'normal', 'c1', '{"name": "Ada"}',
        'after-sales', 1, '{}', '{}', '{check}', '{}', '[]', 1, '[]', 'k${id}', '{"kind": "system", "id": "import"}',
        timestamptz '2024-01-01', timestamptz '2024-01-01', '{}');`;
}

/** A checksum of all rows of each table of ours, but for some columns, and how many there are. */
export async function sumTables(url: string, without: string[] = []): Promise<Record<string, string>> {
  const tables = await runSql<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname <> '_prisma_migrations' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await runSql<{ sum: string }>(
      url,
      `select count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - $1::text[])::text, 7)), 0) as sum from "${name}" t`,
      [without],
    );
    sums[name] = String(row?.sum);
  }
  return sums;
}

/** What `audit verify` finds in a database. */
export async function findTampering(url: string): Promise<AuditFinding[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    return (await verifyAudit(pool)).findings;
  } finally {
    await pool.end();
  }
}

/** Writes again what is packed in a backup, with another text in it and the checksum that belongs to it. */
export function rewriteBackup(path: string, change: (text: string) => string): void {
  const lines = change(gunzipSync(readFileSync(path)).toString('utf8'))
    .trimEnd()
    .split('\n');
  const end = JSON.parse(String(lines.pop())) as { sha256: string };
  const body = `${lines.join('\n')}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  writeFileSync(path, gzipSync(`${body}${JSON.stringify({ ...end, sha256 })}\n`));
}
