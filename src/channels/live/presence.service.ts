import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';

/** Keeps when people were last connected, for all processes. */
@Injectable()
export class Presence {
  constructor(private readonly database: Database) {}

  /** These people are connected at `now` (ms). */
  async note(userIds: readonly string[], now: number): Promise<void> {
    if (userIds.length === 0) return;
    await this.database.query(
      'live-presence',
      `insert into presence (user_id, seen_at) select distinct id, $2::timestamptz from unnest($1::uuid[]) as id
       on conflict (user_id) do update set seen_at = greatest(presence.seen_at, excluded.seen_at)`,
      [userIds, new Date(now)],
    );
  }
}
