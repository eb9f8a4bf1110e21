import { guideSteps, type CompiledSop } from '../engine/index.js';
import type { Actor, BusinessCalendar, GuideAction, GuideStep, Json, JsonObject } from '../engine/model.js';
import type { Lang, Text } from '../engine/text.js';
import { engineInput } from './draft.js';
import type { OpenVisit, Parts, Ticket } from './model.js';
import { dwellOf } from './change.js';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A ticket as the API answers it; instants are ISO 8601 UTC. */
export function renderTicket(ticket: Ticket): JsonObject {
  const context = ticket.state.snapshot['context'];
  return {
    id: ticket.id,
    number: Number(ticket.id),
    sop: ticket.sopId,
    sopVersion: ticket.sopVersion,
    subject: ticket.subject,
    state: stateOf(ticket),
    steps: ticket.state.steps,
    status: ticket.status,
    outcome: ticket.outcome,
    priority: ticket.priority,
    team: ticket.team,
    tier: ticket.tier,
    skills: ticket.skills,
    tags: ticket.tags,
    assignee: ticket.assignee,
    dueAt: iso(ticket.dueAt),
    version: ticket.version,
    customer: { ...ticket.customer },
    channel: ticket.channel,
    lang: ticket.lang,
    data: context ?? {},
    createdAt: iso(ticket.createdAt),
    updatedAt: iso(ticket.updatedAt),
    firstResponseDueAt: iso(ticket.replyDueAt),
    firstRespondedAt: iso(ticket.repliedAt),
    resolveDueAt: iso(ticket.sla.resolveDueAt),
    resolvedAt: iso(ticket.resolvedAt),
    reopenings: ticket.reopenings,
    escalations: ticket.escalations,
    transfers: ticket.transfers,
    mergedInto: ticket.mergedInto,
  };
}

/** The place in the statechart: XState's state value. */
function stateOf(ticket: Ticket): Json {
  return ticket.state.snapshot['value'] ?? null;
}

/** What the agent sees: the current steps with their ways out, and the clocks. Texts in the caller's language. */
export function renderGuide(
  ticket: Ticket,
  sop: CompiledSop,
  view: { actor: Actor; now: number; lang: Lang; calendarOf: (team: string) => BusinessCalendar },
): JsonObject {
  const { actor, now, calendarOf, lang } = view;
  const steps =
    ticket.status === 'open'
      ? guideSteps(sop, ticket.state, {
          ...engineInput(ticket, { sop, now, actor, calendarOf, reach: null }),
          actor,
        })
      : [];
  const rendered = steps.map((step) => renderStep(step, ticket, lang, now));
  const actions = rendered.flatMap((s) => s['actions'] as Json[]);
  return {
    ticketId: ticket.id,
    version: ticket.version,
    steps: rendered,
    actions,
    clocks: {
      now: iso(now),
      dueAt: iso(ticket.dueAt),
      firstResponseDueAt: iso(ticket.repliedAt === null ? ticket.replyDueAt : null),
      resolveDueAt: ticket.status === 'open' ? iso(ticket.sla.resolveDueAt) : null,
      paused: ticket.sla.pausedAt !== null,
    },
  };
}

function renderStep(step: GuideStep, ticket: Ticket, lang: Lang, now: number): JsonObject {
  const visit = ticket.openVisits.find((v) => v.step === step.step);
  const inLang = (text: Text | null): string | null => text?.[lang] ?? null;
  return {
    step: step.step,
    kind: step.kind,
    title: step.title[lang],
    instructions: inLang(step.instructions),
    checklist: step.checklist.map((item) => ({ id: item.id, text: item.text[lang] })),
    form: step.form === null ? null : localizeForm(step.form, lang),
    replies: step.replies.map((reply) => ({
      id: reply.id,
      title: reply.title[lang],
      // The customer reads it, so it is in the ticket's language, not the agent's.
      text: reply.text[ticket.lang],
      lang: ticket.lang,
    })),
    actions: step.actions.map((action) => renderAction(action, lang)),
    team: visit?.team ?? ticket.team,
    tier: visit?.tier ?? ticket.tier,
    holder: visit?.holder ?? null,
    enteredAt: iso(visit?.enteredAt ?? null),
    dueAt: iso(visit?.dueAt ?? null),
    slaDueAt: iso(visit?.slaDueAt ?? null),
    slaBreached:
      visit !== undefined && (visit.slaBreached || (visit.slaDueAt !== null && visit.slaDueAt < now)),
  };
}

function renderAction(action: GuideAction, lang: Lang): JsonObject {
  return {
    event: action.event,
    step: action.step,
    title: action.title[lang],
    tone: action.tone,
    enabled: action.enabled,
    ...(action.why === undefined ? {} : { why: action.why[lang] }),
    ...(action.form === undefined ? {} : { form: localizeForm(action.form, lang) }),
    ...(action.confirm === undefined ? {} : { confirm: action.confirm[lang] }),
  };
}

/** A form with `title` and `description` in one language, taken from `x-title` and `x-help` wherever they stand. */
export function localizeForm(schema: JsonObject, lang: Lang): JsonObject {
  return localize(schema, lang) as JsonObject;
}

function localize(node: Json, lang: Lang): Json {
  if (Array.isArray(node)) return node.map((item) => localize(item, lang));
  if (node === null || typeof node !== 'object') return node;
  const out: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'x-title' || key === 'x-help') {
      const text = inLanguage(value, lang);
      if (text !== null) out[key === 'x-title' ? 'title' : 'description'] = text;
    } else out[key] = key === 'x-enum-titles' ? localizeValues(value, lang) : localize(value, lang);
  }
  return out;
}

function inLanguage(value: Json, lang: Lang): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const text = value[lang];
  return typeof text === 'string' ? text : null;
}

function localizeValues(value: Json, lang: Lang): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, inLanguage(text, lang) ?? name]),
  );
}

/** A visit as the API answers it; parts and dwell in ms (definition section 8). */
export function renderVisit(
  visit: OpenVisit,
  closed: { exitedAt: number; leftBy: string } | null,
): JsonObject {
  const parts: Parts = visit.parts;
  return {
    no: visit.no,
    step: visit.step,
    kind: visit.kind,
    enteredAt: iso(visit.enteredAt),
    exitedAt: iso(closed?.exitedAt ?? null),
    leftBy: closed?.leftBy ?? null,
    agents: visit.agents,
    holder: visit.holder,
    team: visit.team,
    tier: visit.tier,
    dwell: dwellOf(parts),
    parts: { ...parts },
    slaDueAt: iso(visit.slaDueAt),
    slaBreached: visit.slaBreached,
  };
}
