import { LEAST_IDLE_MINUTES, USUAL_IDLE_MINUTES } from '../../people/common/idle.js';

/*
 * When somebody who held a stay was at work on it (definition section 5). Signs of life are the beginning of the hold, what
 * they did in the ticket, and the keys and clicks that their page told of. Where the next sign, or the end of the hold, is
 * further away than the cut-off of the team then in charge, they were idle from the last sign on. Of before signs were
 * noticed at all, everything counts.
 */

const LEAST = `interval '${LEAST_IDLE_MINUTES} minutes'`;
const KEY = 'l.ticket_id, l.no, l.agent, l.from_at';

/** The cut-off in force at an instant for the team in charge of the stay `g` then. */
const CUT_OFF = `coalesce((
  select i.minutes from team_idle i
  where i.team_id = coalesce((
      select b.team from jsonb_to_recordset(g.teams_before) b(team text, until bigint)
      where b.until > extract(epoch from g.quiet_from) * 1000 order by b.until limit 1), g.team)
    and (i.since is null or i.since <= g.quiet_from)
  order by i.id desc limit 1), ${USUAL_IDLE_MINUTES}) * interval '1 minute'`;

/**
 * `active(ticket_id, no, root, agent, from_at, to_at)`: the spans of each row of `held` (with `team` and `teams_before` of the
 * stay) in which the person was not idle. Only holds longer than the least cut-off can have been idle: only of those are
 * signs looked for.
 */
export const ACTIVE = `noticed as (
  select coalesce((select (value #>> '{}')::timestamptz from settings where key = 'signs-of-life-since'), '-infinity') as since),
long_hold as materialized (
  select h.*, greatest(h.from_at, n.since) as watched_from
  from held h cross join noticed n where h.to_at - greatest(h.from_at, n.since) > ${LEAST}),
sign as (
  select ${KEY}, l.watched_from as at, l.watched_from as until from long_hold l
  union all
  select ${KEY}, a.at, a.at
  from long_hold l join history a on a.ticket_id = l.ticket_id and a.at > l.watched_from and a.at < l.to_at
    and (a.actor ->> 'kind' = 'agent' and a.actor ->> 'id' = l.agent::text
         or a.recorded_by ->> 'kind' = 'agent' and a.recorded_by ->> 'id' = l.agent::text)
  union all
  select ${KEY}, greatest(s.from_at, l.watched_from), least(s.to_at, l.to_at)
  from long_hold l join signs_of_life s on s.ticket_id = l.ticket_id and s.user_id = l.agent
    and s.to_at > l.watched_from and s.from_at < l.to_at
  union all
  select ${KEY}, l.to_at, l.to_at from long_hold l),
quiet as (
  select l.*, max(until) over (
           partition by ${KEY} order by at, until rows between unbounded preceding and 1 preceding) as quiet_from
  from sign l),
idle as (
  select g.ticket_id, g.no, g.agent, g.from_at, range_agg(tstzrange(g.quiet_from, g.at)) as spans
  from (select q.*, l.team, l.teams_before from quiet q join long_hold l using (ticket_id, no, agent, from_at)
        where q.at - q.quiet_from > ${LEAST}) g
  where g.at - g.quiet_from > ${CUT_OFF}
  group by 1, 2, 3, 4),
active as materialized (
  select h.ticket_id, h.no, h.root, h.agent, h.from_at, h.to_at
  from held h left join idle i using (ticket_id, no, agent, from_at) where i.spans is null
  union all
  select h.ticket_id, h.no, h.root, h.agent, lower(r), upper(r)
  from held h join idle i using (ticket_id, no, agent, from_at)
  cross join unnest(tstzmultirange(tstzrange(h.from_at, h.to_at)) - i.spans) as r)`;
