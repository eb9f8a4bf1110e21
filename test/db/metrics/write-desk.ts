import type pg from 'pg';
import type { Desk } from './shifts.js';
import { writeWorld } from './world-rows.js';

/** The world as its people left it: who held which stay is told by the history, and the stay knows who. */
export async function writeDesk(pool: pg.Pool, { tickets, stays, acts }: Desk): Promise<void> {
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
}
