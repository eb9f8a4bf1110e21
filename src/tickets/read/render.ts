import { contextOf, listWaysOutOf, type CompiledSop } from '../../engine/index.js';
import type { Json, JsonObject } from '../../engine/common/model.js';
import { say, type Lang, type Text } from '../../engine/common/text.js';
import type { HistoryRow } from '../decide/change.js';
import { dwellOf } from '../decide/change.js';
import type { OpenVisit, Ticket, TicketFact } from '../model/model.js';
import type { TicketDto, WaitsFor } from './ticket-answer.dto.js';
import type { EscalationDto, HistoryEntryDto, HistoryFactDto } from './history-answer.dto.js';
import type { VisitDto } from './ticket-story.dto.js';

/** For whom something is rendered, and how the people it speaks of are called. */
export interface Onlooker {
  lang: Lang;
  nameOf: (userId: string | null) => string | null;
}

export const toIso = (ms: number): string => new Date(ms).toISOString();
export const iso = (ms: number | null): string | null => (ms === null ? null : toIso(ms));

/** A ticket as the API answers it; instants are ISO 8601 UTC. */
export function renderTicket(ticket: Ticket, sop: CompiledSop, { lang, nameOf }: Onlooker): TicketDto {
  const { steps } = ticket.state;
  return {
    id: ticket.id,
    number: Number(ticket.id),
    sop: ticket.sopId,
    sopTitle: say(sop.meta.title, lang),
    sopVersion: ticket.sopVersion,
    subject: ticket.subject,
    state: ticket.state.snapshot['value'] ?? null,
    steps,
    stepTitles: steps.map((step) => titleOfStep(sop, step, lang)),
    status: ticket.status,
    waitsFor: waitsFor(ticket),
    outcome: ticket.outcome,
    outcomeTitle: titleOfOutcome(sop, ticket.outcome, lang),
    priority: ticket.priority,
    team: ticket.team,
    tier: ticket.tier,
    skills: ticket.skills,
    tags: ticket.tags,
    assignee: ticket.assignee,
    assigneeName: nameOf(ticket.assignee),
    dueAt: iso(ticket.dueAt),
    version: ticket.version,
    customer: { ...ticket.customer },
    channel: ticket.channel,
    lang: ticket.lang,
    data: contextOf(ticket.state),
    createdAt: toIso(ticket.createdAt),
    updatedAt: toIso(ticket.updatedAt),
    firstResponseDueAt: iso(ticket.replyDueAt),
    firstRespondedAt: iso(ticket.repliedAt),
    resolveDueAt: iso(ticket.sla.resolveDueAt),
    paused: ticket.sla.pausedAt !== null,
    stepDueAt: iso(stepDueAt(ticket)),
    resolvedAt: iso(ticket.resolvedAt),
    reopenings: ticket.reopenings,
    escalations: ticket.escalations,
    transfers: ticket.transfers,
    mergedInto: ticket.mergedInto,
    brakedAt: iso(ticket.brakedAt),
  };
}

function stepDueAt({ openVisits }: Ticket): number | null {
  const targets = openVisits.flatMap(({ slaDueAt }) => slaDueAt ?? []);
  return targets.length === 0 ? null : Math.min(...targets);
}

/** A step's title in a language; its id where it has none. */
export function titleOfStep(sop: CompiledSop, step: string, lang: Lang): string {
  const title = sop.steps.get(step)?.meta.title;
  return title === undefined ? step : say(title, lang);
}

function titleOfOutcome(sop: CompiledSop, outcome: string | null, lang: Lang): string | null {
  if (outcome === null) return null;
  const ends = Object.entries(sop.definition.states).filter(([, { type }]) => type === 'final');
  const end = ends.find(([name, { meta }]) => (meta?.outcome ?? name) === outcome)?.[1];
  return end?.meta?.title === undefined ? outcome : say(end.meta.title, lang);
}

function waitsFor(ticket: Ticket): WaitsFor | null {
  if (ticket.status !== 'open') return null;
  const kinds = new Set(ticket.openVisits.map((visit) => visit.kind));
  return kinds.has('human') ? 'person' : kinds.has('waits-for-customer') ? 'customer' : 'others';
}

/** A visit as the API answers it; parts and dwell in ms (definition section 8). */
export function renderVisit(
  visit: OpenVisit,
  closed: { exitedAt: number; leftBy: string } | null,
  sop: CompiledSop,
  { lang, nameOf }: Onlooker,
): VisitDto {
  return {
    no: visit.no,
    step: visit.step,
    title: titleOfStep(sop, visit.step, lang),
    kind: visit.kind,
    enteredAt: toIso(visit.enteredAt),
    exitedAt: iso(closed?.exitedAt ?? null),
    leftBy: closed?.leftBy ?? null,
    agents: visit.agents,
    agentNames: visit.agents.map((id) => nameOf(id) ?? id),
    holder: visit.holder,
    team: visit.team,
    tier: visit.tier,
    dwell: dwellOf(visit.parts),
    parts: { ...visit.parts },
    slaDueAt: iso(visit.slaDueAt),
    slaBreached: visit.slaBreached,
  };
}

/** A row of the history as it is stored; `before`: the steps that were active when it happened. */
export interface StoredEntry extends Omit<HistoryRow, 'at' | 'facts'> {
  seq: number;
  at: Date;
  steps: string[];
  facts: TicketFact[] | null;
  before: string[] | null;
}

/** An event of the history as the API answers it. `sentIn`: the language in which the customer was written to. */
export function renderEntry(entry: StoredEntry, sop: CompiledSop, lang: Lang, sentIn: Lang): HistoryEntryDto {
  return {
    seq: entry.seq,
    type: entry.type,
    title: titleOfEvent(sop, entry.before ?? [], entry.type, lang),
    at: entry.at.toISOString(),
    actor: entry.actor,
    recordedBy: entry.recordedBy,
    cause: entry.cause,
    data: entry.data,
    steps: entry.steps,
    stepTitles: entry.steps.map((step) => titleOfStep(sop, step, lang)),
    facts: (entry.facts ?? []).map((fact) => renderHistoryFact(fact, lang, sentIn)),
    escalation: entry.escalation && renderEscalation(entry.escalation, lang),
  };
}

/** How the action is called in the steps in which it was taken. */
export function titleOfEvent(sop: CompiledSop, steps: string[], event: string, lang: Lang): string | null {
  for (const step of steps) {
    const way = (listWaysOutOf(sop, step).get(event) ?? []).find(({ meta }) => meta.title !== undefined);
    if (way?.meta.title !== undefined) return say(way.meta.title, lang);
  }
  return null;
}

/** What was sent is shown in the words that were sent; what the SOP says to colleagues in the reader's language. */
export function renderHistoryFact(fact: TicketFact, lang: Lang, sentIn: Lang): HistoryFactDto {
  switch (fact.type) {
    case 'reply':
      return { ...fact, text: say(fact.text, sentIn), lang: sentIn };
    case 'note':
      return { ...fact, text: say(fact.text, lang) };
    case 'escalate':
      return { ...fact, reason: sayReason(fact.reason, lang) };
    default:
      return fact;
  }
}

function renderEscalation(escalation: NonNullable<HistoryRow['escalation']>, lang: Lang): EscalationDto {
  return { ...escalation, reason: sayReason(escalation.reason, lang) };
}

/** What a person wrote stays as it is; what the SOP says is said in the caller's language. */
function sayReason(reason: string | Text | null, lang: Lang): string | null {
  return reason === null || typeof reason === 'string' ? reason : say(reason, lang);
}

/** A stored answer is the JSON of what was answered, whatever its class. */
export function toJson(answer: object): Json {
  return answer as JsonObject;
}
