import type pg from 'pg';
import type { Desk } from './shifts.js';
import { writeWorld } from './world-rows.js';

/** The world as its people left it: who held which stay is told by the history, and the stay knows who. */
export async function writeDesk(pool: pg.Pool, { tickets, stays, acts, signs }: Desk): Promise<void> {
  await writeWorld(pool, tickets);
  for (const { ticket, no, agents } of stays)
    await pool.query('update visits set agents = $3 where ticket_id = $1 and no = $2', [ticket, no, agents]);
  let seq = 1_000;
  for (const { ticket, at, type, data } of acts)
    await pool.query(
      `insert into history (ticket_id, seq, at, type, actor, cause, data, steps)
       values ($1, $2, $3, $4, '{}', 'agent', $5, '{triage}')`,
      [ticket, (seq += 1), new Date(at), type, JSON.stringify(data)],
    );
  await pool.query('delete from signs_of_life');
  await pool.query(
    `insert into signs_of_life select x.ticket, x.agent, to_timestamp(x."from" / 1000), to_timestamp(max(x."to") / 1000)
     from jsonb_to_recordset($1) x(ticket bigint, agent uuid, "from" bigint, "to" bigint) group by 1, 2, 3`,
    [JSON.stringify(signs)],
  );
}
