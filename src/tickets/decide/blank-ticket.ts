import type { CompiledSop, ExpressionVars } from '../../engine/index.js';
import type { Actor, BusinessCalendar, Json, JsonObject, TicketFacts } from '../../engine/common/model.js';
import { startTargets } from './due.js';
import type { OpenTicket, Ticket } from '../model/model.js';
import { withinTeam, type Teams } from '../rights/escalation.js';

/** What a rule says; null where it cannot be evaluated (the intake form will say what is wrong with the data). */
function evaluate(rule: (vars: ExpressionVars) => Json, vars: ExpressionVars): Json {
  try {
    return rule(vars);
  } catch {
    return null;
  }
}

/** A ticket before its first event: version 0, in no step, its targets set and its priority decided by the SOP's rules. */
export function blankTicket(
  id: string,
  cmd: OpenTicket,
  around: {
    sop: CompiledSop;
    now: number;
    actor: Actor;
    calendarOf: (team: string) => BusinessCalendar;
    tiersOf: Teams['tiersOf'];
  },
): Ticket {
  const { sop, now, actor } = around;
  const { meta } = sop;
  const customer = {
    id: cmd.customer.id,
    name: cmd.customer.name ?? cmd.customer.id,
    tier: cmd.customer.tier ?? 'standard',
  };
  const lang = cmd.lang ?? 'zh-CN';
  const channel = cmd.channel ?? 'web';
  const { team, tier } = withinTeam({ team: meta.team, tier: meta.tier ?? 1 }, around);
  const context: JsonObject = { ...sop.definition.context, ...cmd.data };
  const facts: TicketFacts = {
    id,
    number: Number(id),
    subject: cmd.subject,
    channel,
    priority: cmd.priority ?? 'normal',
    team,
    tier,
    lang,
    reopenings: 0,
    createdAt: new Date(now).toISOString(),
  };
  const vars: ExpressionVars = {
    context,
    customer,
    ticket: facts,
    event: { type: 'opened', data: cmd.data ?? {} },
    actor: {
      kind: actor.kind,
      id: actor.id,
      name: actor.name ?? '',
      roles: actor.roles ?? [],
      tier: actor.tier ?? 0,
    },
    now: new Date(now),
  };
  const { rules } = sop;
  const ruled = rules.priority.find((r) => evaluate(r.holds, vars) === true)?.priority;
  const issue = rules.issueKey === null ? null : evaluate(rules.issueKey, vars);
  return {
    id,
    sopId: sop.id,
    sopVersion: sop.version,
    version: 0,
    status: 'open',
    outcome: null,
    subject: cmd.subject,
    lang,
    channel,
    priority: cmd.priority ?? ruled ?? 'normal',
    customer,
    team,
    tier,
    skills: meta.skills ?? [],
    tags: [],
    state: { snapshot: {}, status: 'active', outcome: null, steps: [], calls: {}, timers: {} },
    openVisits: [],
    lastVisit: 0,
    sla: startTargets(meta, now, around.calendarOf(meta.team)),
    assignee: null,
    dueAt: null,
    issueKey: `${customer.id}|${typeof issue === 'string' ? issue : sop.id}`,
    openedBy: actor,
    createdAt: now,
    updatedAt: now,
    askedAt: null,
    repliedAt: null,
    replyDueAt: null,
    firstResolvedAt: null,
    resolvedAt: null,
    reopenings: 0,
    firstReopenedAt: null,
    escalations: 0,
    transfers: 0,
    handovers: 0,
    handlers: [],
    mergedInto: null,
    brakedAt: null,
  };
}
