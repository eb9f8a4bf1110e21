import type { PoolClient } from 'pg';
import type { Change, LimitUse } from '../decide/change.js';

/** An amount that did not fit: what was used up when it was tried. */
export interface LimitHit {
  use: LimitUse;
  used: number;
}

const NO_TICKET_COSTS_MORE = 1e15;

/** A call that is withdrawn is released unless it was sent: then it stays reserved until its answer is there. */
const SETTLE = `
  with ended as (
    update limit_uses set settled_at = $5, state = case when $4 = 'withdrawn' then 'released' else $4 end
    where ticket_id = $1 and call = $2 and seq = $3 and state = 'reserved' and not ($4 = 'withdrawn' and sent)
    returning limit_id, key, amount, state)
  update limit_sums s set used = s.used - e.amount from ended e
  where e.state = 'released' and s.limit_id = e.limit_id and s.key = e.key`;

/**
 * Accounts for the limits of a change inside its transaction: what ended is settled, what is ordered is reserved. The
 * rows of the sums are locked in one order before anything is looked at, so writes that use up the same sum take
 * turns. Answers what does not fit; then the transaction must be rolled back.
 */
export async function accountForLimits(client: PoolClient, change: Change): Promise<LimitHit | null> {
  const { ticket, settled, uses } = change;
  const at = new Date(change.history.at);
  const ended = await client.query<{ limit_id: string; key: string }>(
    `select limit_id, key from limit_uses where ticket_id = $1
     and (call, seq) in (select * from unnest($2::text[], $3::int[]))`,
    [ticket.id, settled.map(({ call }) => call), settled.map(({ seq }) => seq)],
  );
  const wanted = [
    ...ended.rows.map((row) => [row.limit_id, row.key] as const),
    ...uses.map(({ limit, key }) => [limit, key] as const),
  ];
  const names = [wanted.map(([limit]) => limit), wanted.map(([, key]) => key)];
  await client.query(
    `insert into limit_sums (limit_id, key) select distinct * from unnest($1::text[], $2::text[]) as r(l, k)
     order by l, k on conflict do nothing`,
    names,
  );
  await client.query(
    `select 1 from limit_sums where (limit_id, key) in (select * from unnest($1::text[], $2::text[]))
     order by limit_id, key for update`,
    names,
  );
  for (const { call, seq, outcome } of settled)
    await client.query(SETTLE, [ticket.id, call, seq, outcome, at]);
  for (const use of uses) {
    const hit = await reserve(client, use, ticket.id, ticket.version, at);
    if (hit !== null) return hit;
  }
  return null;
}

async function reserve(
  client: PoolClient,
  use: LimitUse,
  ticketId: string,
  seq: number,
  at: Date,
): Promise<LimitHit | null> {
  const { limit, key, call, again, amount, most } = use;
  if (amount > NO_TICKET_COSTS_MORE) return { use, used: await usedOf(client, limit, key) };
  // The same call once more while nobody knows about the first: it is the same money.
  const repeated = await client.query<{ before: string }>(
    `update limit_uses u set seq = $5, state = 'reserved', settled_at = null, amount = $6
     from (select id, amount from limit_uses where ticket_id = $1 and call = $2 and seq = $3 and limit_id = $4
           and key = $7 and state = 'unknown') o
     where u.id = o.id returning o.amount as before`,
    [ticketId, call, again, limit, seq, amount, key],
  );
  const before = repeated.rows[0]?.before ?? '0';
  const grown = await client.query(
    `update limit_sums set used = used + ($3::numeric - $4::numeric)
     where limit_id = $1 and key = $2 and (used + ($3::numeric - $4::numeric) <= $5::numeric or $3::numeric <= $4::numeric)`,
    [limit, key, amount, before, most],
  );
  if (grown.rowCount === 0) return { use, used: await usedOf(client, limit, key) };
  if (repeated.rowCount === 0)
    await client.query(
      `insert into limit_uses (limit_id, key, ticket_id, call, seq, amount, state, at)
       values ($1, $2, $3, $4, $5, $6, 'reserved', $7)`,
      [limit, key, ticketId, call, seq, amount, at],
    );
  return null;
}

async function usedOf(client: PoolClient, limit: string, key: string): Promise<number> {
  const { rows } = await client.query<{ used: string }>(
    'select used from limit_sums where limit_id = $1 and key = $2',
    [limit, key],
  );
  return Number(rows[0]?.used ?? 0);
}
