import pg from 'pg';
import { PAYLOAD, STATES } from '../shared/work.js';
import { runClosedLoop, type LoopFigures } from '../shared/figures.js';

const TABLES = `
create schema if not exists rival;
create table rival.ticket (id bigint primary key, state text not null, version int not null, data jsonb not null,
  changed_at timestamptz not null);
create table rival.event (ticket_id bigint not null references rival.ticket, version int not null, state text not null,
  data jsonb not null, at timestamptz not null, primary key (ticket_id, version));
create table rival.stay (ticket_id bigint not null references rival.ticket, version int not null, state text not null,
  entered_at timestamptz not null, left_at timestamptz, primary key (ticket_id, version));
create table rival.effect (id bigint generated always as identity primary key, ticket_id bigint not null,
  kind text not null, data jsonb not null, at timestamptz not null);`;

const OPEN = `with t as (insert into rival.ticket values ($1, $2, 0, $3, now()) returning id)
insert into rival.stay (ticket_id, version, state, entered_at) select id, 0, $2, now() from t`;

const ADVANCE = `with t as (
  update rival.ticket set state = $3, version = version + 1, data = $4, changed_at = now()
  where id = $1 and version = $2 returning id, version),
e as (insert into rival.event select id, version, $3, $4, now() from t),
l as (update rival.stay s set left_at = now() from t where s.ticket_id = t.id and s.version = t.version - 1),
n as (insert into rival.stay (ticket_id, version, state, entered_at) select id, version, $3, now() from t),
o as (insert into rival.effect (ticket_id, kind, data, at) select id, 'wake', $4, now() from t)
select version from t`;

/** The limit: one hand-written statement per advance, with ticket, history, visits and outbox, and no engine at all. */
export async function runStatement(url: string, tickets: number, inFlight: number): Promise<LoopFigures> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  try {
    await pool.query(`drop schema if exists rival cascade; ${TABLES}`);
    await Promise.all(Array.from({ length: 10 }, () => pool.query('select pg_sleep(0.02)')));
    const data = JSON.stringify(PAYLOAD);
    const figures = await runClosedLoop({
      tickets,
      inFlight,
      steps: STATES.length - 1,
      open: async (n) => {
        await pool.query({ name: 'open', text: OPEN, values: [n, STATES[0], data] });
        return n;
      },
      advance: async (id, step) => {
        const values = [id, step - 1, STATES[step], data];
        const { rowCount } = await pool.query({ name: 'advance', text: ADVANCE, values });
        if (rowCount !== 1) throw new Error('the statement lost an advance');
      },
    });
    const { rows } = await pool.query<{ n: string }>('select count(*) as n from rival.event');
    if (Number(rows[0]?.n) !== figures.done) throw new Error('the statement wrote another number of events');
    return figures;
  } finally {
    await pool.end();
  }
}
