import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { LimitUnknown } from '../../engine/index.js';
import type { AdvanceInput } from '../../engine/common/model.js';
import type { CallOutcome } from '../decide/change.js';

type Reader = NonNullable<AdvanceInput['limits']>;

/** Different sums that one decision may ask for. */
const MOST_SUMS = 20;

/** What calls have used up of limits across tickets. Sums grow in the write that orders a call (`LimitedWrites`). */
@Injectable()
export class Limits {
  constructor(private readonly database: Database) {}

  /** Decides with the sums that it asks for; nothing is read when it asks for none. */
  async decide<T>(decision: (limits: Reader) => T): Promise<T> {
    const known = new Map<string, number>();
    const nameOf = (limit: string, key: string): string => `${limit} ${key}`;
    const read: Reader = (limit, key) => {
      const used = known.get(nameOf(limit, key));
      if (used === undefined) throw new LimitUnknown(limit, key);
      return used;
    };
    for (;;) {
      try {
        return decision(read);
      } catch (error) {
        if (!(error instanceof LimitUnknown) || known.size >= MOST_SUMS) throw error;
        known.set(nameOf(error.limit, error.key), await this.used(error.limit, error.key));
      }
    }
  }

  /** The sum of all calls under this key that happened, may have happened, or are going to; 0 for a key nobody used. */
  async used(limit: string, key: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ used: string }>({
      name: 'limits-used',
      text: 'select used from limit_sums where limit_id = $1 and key = $2',
      values: [limit, key],
    });
    return Number(rows[0]?.used ?? 0);
  }

  /**
   * The call is about to go out: from now on only its answer can tell that it did not happen. False: the ticket took it
   * back in this moment, so it must not go out.
   */
  async noteSent(ticketId: string, call: string, seq: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ asked: number; noted: number }>({
      name: 'limits-sent',
      text: `with noted as (
          update limit_uses set sent = true
          where ticket_id = $1 and call = $2 and seq = $3 and state = 'reserved' returning 1)
        select (select count(*) from limit_uses where ticket_id = $1 and call = $2 and seq = $3)::int as asked,
          (select count(*) from noted)::int as noted`,
      values: [ticketId, call, seq],
    });
    return rows[0]?.asked === rows[0]?.noted;
  }

  /**
   * Accounts for a call whose ticket does not wait for it any more. `outcome` null: it was not made this time, so what
   * was never sent is released, and of what was sent nobody knows.
   */
  async settle(
    ticketId: string,
    call: string,
    seq: number,
    outcome: CallOutcome | null,
    now: number,
  ): Promise<void> {
    await this.database.pool.query({
      name: 'limits-settle',
      text: `with ended as (
          update limit_uses set settled_at = $5,
            state = coalesce($4, case when sent then 'unknown' else 'released' end)
          where ticket_id = $1 and call = $2 and seq = $3 and state = 'reserved'
          returning limit_id, key, amount, state)
        update limit_sums s set used = s.used - e.amount from ended e
        where e.state = 'released' and s.limit_id = e.limit_id and s.key = e.key`,
      values: [ticketId, call, seq, outcome, new Date(now)],
    });
  }
}
