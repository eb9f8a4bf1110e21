import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { LeaseRevoker } from './lease-revoker.service.js';

interface Holder {
  userId: string;
  /** Everything that decides what they may serve, as a short text. */
  rights: string;
}
interface Seen {
  rights: string;
  /** Looked at once more after the change: a claim that began before it has ended by then. */
  isSettled: boolean;
}

/** Who holds something, with their rights; somebody who was deleted has none. */
const HOLDERS = `
  select l.user_id::text as "userId", md5(jsonb_build_array(u.active, u.roles, u.skills, (
      select jsonb_agg(jsonb_build_array(m.team_id, m.tier) order by m.team_id)
      from members m where m.user_id = l.user_id))::text) as rights
  from (select distinct user_id from leases) l left join users u on u.id = l.user_id`;

/** Notices that the rights of holders changed, whoever changed them: another process, a command, SQL by hand. */
@Injectable()
export class RightsWatch {
  private readonly log = new Logger(RightsWatch.name);
  private seen = new Map<string, Seen>();

  constructor(
    private readonly database: Database,
    private readonly revoker: LeaseRevoker,
  ) {}

  /**
   * Checks those who hold something and were changed since the last look, or are seen for the first time. The number
   * of visits that were taken from them; `now` in ms. Who could not be checked is checked again next time.
   */
  async look(now: number): Promise<number> {
    const holders = await this.database.query<Holder>('routing-holders', HOLDERS);
    const seen = new Map<string, Seen>();
    let revoked = 0;
    for (const { userId, rights } of holders) {
      const before = this.seen.get(userId);
      const isSame = before?.rights === rights;
      if (before && isSame && before.isSettled) {
        seen.set(userId, before);
        continue;
      }
      try {
        revoked += await this.revoker.check(userId, now);
        seen.set(userId, { rights, isSettled: isSame });
      } catch (error) {
        this.log.error(`What ${userId} holds could not be checked and will be again: ${String(error)}`);
      }
    }
    // Whoever holds nothing any more is forgotten, and new when they come back.
    this.seen = seen;
    return revoked;
  }
}
