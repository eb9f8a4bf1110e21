import { Injectable } from '@nestjs/common';
import { SKEW_MS } from '../../clock.js';
import { Database } from '../../database/database.service.js';

/** Keeps when people were last connected, for all processes. */
@Injectable()
export class Presence {
  constructor(private readonly database: Database) {}

  /** These people are connected at `now` (ms). What a clock that was ahead has noted does not stay. */
  async note(userIds: readonly string[], now: number): Promise<void> {
    if (userIds.length === 0) return;
    await this.database.query(
      'live-presence',
      `insert into presence (user_id, seen_at) select distinct id, $2::timestamptz from unnest($1::uuid[]) as id
       on conflict (user_id) do update set seen_at = case when presence.seen_at > $3 then excluded.seen_at
         else greatest(presence.seen_at, excluded.seen_at) end`,
      [userIds, new Date(now), new Date(now + SKEW_MS)],
    );
  }
}
