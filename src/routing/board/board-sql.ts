/** The statements of the board. $1 says which teams: null stands for all. */

/** Lanes in which somebody waits; $2: now. */
export const LANES = `
  select team, tier, skills, count(*)::int as waiting, (count(*) filter (where due_at < $2))::int as overdue,
    min(due_at) as "firstDueAt", min(since) as "oldestSince"
  from waiting where $1::text[] is null or team = any($1)
  group by team, tier, skills order by min(due_at), team, tier, skills`;

/** Active people who take tickets for one of the teams; $2: the roles that do. */
export const PEOPLE = `
  select u.id::text as id, u.name, u.skills, p.seen_at as "seenAt",
    (select json_agg(json_build_object('team', m.team_id, 'tier', m.tier) order by m.team_id)
     from members m where m.user_id = u.id) as teams
  from users u left join presence p on p.user_id = u.id
  where u.active and u.roles && $2::text[]
    and exists (select 1 from members m where m.user_id = u.id and ($1::text[] is null or m.team_id = any($1)))
  order by u.name, u.id limit 1000`;

/** What people hold, as far as it is a ticket of the teams; with what is known of the visit. */
export const HELD = `
  select l.user_id::text as "userId", l.ticket_id::text as "ticketId", l.since, l.expires_at as "expiresAt",
    t.subject, t.sop_id as "sopId", t.sop_version as "sopVersion", v.value->>'step' as step,
    coalesce((v.value->>'dueAt')::float8, (t.sla->>'resolveDueAt')::float8) as "dueAt",
    $1::text[] is null or t.team = any($1) or exists (
      select 1 from jsonb_array_elements(t.open_visits) o where o.value->>'team' = any($1)) as "isOurs"
  from leases l join tickets t on t.id = l.ticket_id
  cross join lateral jsonb_array_elements(t.open_visits) v
  where (v.value->>'no')::int = l.visit_no`;

/** Tickets that ran on without anybody and are slowed down, the oldest first. */
export const BRAKED = `
  select id::text as "ticketId", subject, sop_id as "sopId", sop_version as "sopVersion", braked_at as since,
    array(select team union select o.value->>'team' from jsonb_array_elements(t.open_visits) o order by 1) as teams
  from tickets t
  where braked_at is not null and status = 'open' and ($1::text[] is null or team = any($1) or exists (
    select 1 from jsonb_array_elements(t.open_visits) o where o.value->>'team' = any($1)))
  order by braked_at, id limit 200`;

/** Tickets that ended since $2, by who worked on them last. */
export const RESOLVED = `
  select handlers[cardinality(handlers)]::text as "userId", count(*)::int as resolved
  from tickets
  where resolved_at >= $2 and status = 'resolved' and cardinality(handlers) > 0
    and ($1::text[] is null or team = any($1))
  group by 1`;
