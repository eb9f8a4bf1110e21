import { SKEW_MS } from '../../clock.js';
import { LEAST_IDLE_MINUTES } from '../../people/common/idle.js';
import { InvalidBody } from '../../problems/http-problems.js';

/*
 * Signs of life: keys and clicks in the area of a ticket, of which only the instant of the last one comes with a renewal.
 * What is kept of them are stretches (table `signs_of_life`): a sign that is no further from a stretch than the least
 * cut-off a team can have makes it longer, any other begins one. So nothing is lost whatever the cut-off is, and there is a
 * new row only after somebody was quiet. Acts on the ticket are signs by themselves; they stand in the history.
 */

/** An instant as ISO 8601 with its offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant of the last sign of life (ms) that a renewal at `now` tells of; null: it tells of none. A clock that is a
 * little ahead is taken for this instant. Throws `InvalidBody` for what is no instant or lies further in the future.
 */
export function readSign(lastActiveAt: string | undefined, now: number): number | null {
  if (lastActiveAt === undefined) return null;
  const at = INSTANT.test(lastActiveAt) ? Date.parse(lastActiveAt) : NaN;
  if (Number.isNaN(at)) {
    const message = {
      en: 'must be an instant with its offset, like 2026-11-22T08:32:10Z',
      'zh-CN': '应为带时区偏移的时间，例如 2026-11-22T08:32:10Z',
    };
    throw new InvalidBody([{ pointer: '/lastActiveAt', message }]);
  }
  if (at > now + SKEW_MS) {
    const shown = new Date(now).toISOString();
    const message = {
      en: `lies in the future: it is ${shown} here. Renew without it, and mend the clock`,
      'zh-CN': `晚于服务器当前时间 ${shown}。请校准时钟，续期时可不传此项`,
    };
    throw new InvalidBody([{ pointer: '/lastActiveAt', message }]);
  }
  return Math.min(at, now);
}

/**
 * Renews what $2 holds of the ticket $1 at $4 up to $3, and notes their sign of life at $5 (null: none). One of before the
 * lease began says nothing about it and is not noted; nor is any where nothing is held.
 */
export const RENEW = `with held as (
  update leases set expires_at = greatest(expires_at, $3::timestamptz)
  where ticket_id = $1::bigint and user_id = $2::uuid and expires_at > $4::timestamptz
  returning expires_at, since),
sign as (
  select $5::timestamptz as at from held having $5::timestamptz >= min(since)),
longer as (
  update signs_of_life l set from_at = least(l.from_at, s.at), to_at = greatest(l.to_at, s.at)
  from sign s
  where l.ticket_id = $1::bigint and l.user_id = $2::uuid and l.from_at = (
    select n.from_at from signs_of_life n
    where n.ticket_id = $1::bigint and n.user_id = $2::uuid
      and n.from_at <= s.at + interval '${LEAST_IDLE_MINUTES} minutes'
      and n.to_at >= s.at - interval '${LEAST_IDLE_MINUTES} minutes'
    order by n.from_at desc limit 1)
  returning l.ticket_id),
begun as (
  insert into signs_of_life (ticket_id, user_id, from_at, to_at)
  select $1::bigint, $2::uuid, s.at, s.at from sign s where not exists (select from longer)
  on conflict do nothing)
select expires_at as "expiresAt" from held`;
