import type { Database } from '../database/database.service.js';
import { DEMO_PEOPLE } from './people-data.js';
import { demoUserId } from './people-ids.js';

/** Everybody knows the password of the demo people: without the demo they stay outside, with all their sessions. */
export class DemoPeopleGate {
  constructor(private readonly database: Database) {}

  /** Deactivates the demo people who are active, and remembers them; their number. */
  async close(): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `with out as (
         update users set active = false, generation = generation + 1 where active and id = any($1::uuid[])
         returning id
       ), noted as (
         insert into settings (key, value)
         select 'demo-people-out', jsonb_agg(id) from out having count(*) > 0
         on conflict (key) do update set value = settings.value || excluded.value
       )
       select from out`,
      [DEMO_PEOPLE.map(({ email }) => demoUserId(email))],
    );
    return rowCount ?? 0;
  }

  /** Lets those in again whom `close` put out, not those whom an administrator deactivated; their number. */
  async open(): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `with noted as (delete from settings where key = 'demo-people-out' returning value)
       update users set active = true from noted where noted.value ? users.id::text`,
    );
    return rowCount ?? 0;
  }
}
