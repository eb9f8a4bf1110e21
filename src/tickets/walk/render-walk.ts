import { contextOf, readTimerId } from '../../engine/index.js';
import type { CompiledSop } from '../../engine/index.js';
import { say, type Lang, type Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import { renderProblem } from '../../problems/render.js';
import type { ProblemBody } from '../../problems/render.js';
import { renderGuide } from '../read/render-guide.js';
import { renderHistoryFact, titleOfEvent } from '../read/render.js';
import { factSayer, wordFact } from '../../words/facts.js';
import type { EscalationRecord, TicketFact } from '../model/model.js';
import type { StandIn, TrailEntry, WalkAct } from './sop-walk.js';
import { SopWalk } from './sop-walk.js';
import type { WalkStart } from './sop-walk.js';
import type { WalkAnswerDto, WalkPlaceDto, WalkTrailDto } from './sop-walk-answer.dto.js';

export interface WalkRequest {
  acts: readonly WalkAct[];
  /** Whose view of the steps is shown; default: who would work on them. */
  as?: StandIn;
  /** Language of the answer. */
  lang: Lang;
}

/**
 * Walks a ticket through an SOP, act by act, up to the end or to the first act that is refused. Throws a Problem when
 * the ticket cannot even be opened.
 */
export function walkSop(
  sop: CompiledSop,
  start: WalkStart,
  { acts, as, lang }: WalkRequest,
): Omit<WalkAnswerDto, 'version'> {
  const walk = new SopWalk(sop, start);
  const refusal = takeAll(walk, acts, lang);
  const { ticket, now, place } = walk;
  const guide = renderGuide(ticket, walk.around(walk.actorOf(as)), { lang, nameOf: () => null });
  return {
    sop: sop.id,
    now: iso(now),
    ended: ticket.status !== 'open',
    outcome: ticket.outcome,
    as: as ?? walk.worker,
    place: place.map((step) => renderPlace(sop, step, lang)),
    steps: guide.steps,
    facts: guide.facts,
    clocks: guide.clocks,
    data: contextOf(ticket.state),
    ticket: {
      priority: ticket.priority,
      team: ticket.team,
      tier: ticket.tier,
      skills: ticket.skills,
      tags: ticket.tags,
      reopenings: ticket.reopenings,
    },
    timers: renderTimers(walk, lang),
    calls: walk.calls.map(({ step, ...call }) => ({ ...call, ...renderPlace(sop, step, lang) })),
    trail: walk.trail.map((entry) => renderTrail(entry, { sop, skillTitle: start.skillTitle }, lang)),
    refused: refusal?.problem ?? null,
    refusedAct: refusal?.act ?? null,
  };
}

function takeAll(
  walk: SopWalk,
  acts: readonly WalkAct[],
  lang: Lang,
): { act: number; problem: ProblemBody } | null {
  for (const [no, act] of acts.entries()) {
    try {
      walk.take(act, no);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { act: no, problem: renderProblem(error, lang) };
    }
  }
  return null;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** What people call a state, steps and ends alike; its id where it has no title. */
function titleOf(sop: CompiledSop, step: string): Text {
  return sop.states.get(step)?.def.meta?.title ?? { en: step, 'zh-CN': step };
}

function renderPlace(sop: CompiledSop, step: string, lang: Lang): WalkPlaceDto {
  return { step, title: say(titleOf(sop, step), lang) };
}

function renderTimers({ sop, timers }: SopWalk, lang: Lang): WalkAnswerDto['timers'] {
  return timers.flatMap(({ id, dueAt }) => {
    const meaning = readTimerId(sop.id, id);
    if (meaning === null) return [];
    const { step, kind, delay } = meaning;
    return [{ id, ...renderPlace(sop, step, lang), kind, event: `after ${delay}`, dueAt: iso(dueAt) }];
  });
}

function renderTrail(
  entry: TrailEntry,
  { sop, skillTitle }: { sop: CompiledSop; skillTitle: WalkStart['skillTitle'] },
  lang: Lang,
): WalkTrailDto {
  const { act, did, name, at, from, to, facts, escalation } = entry;
  return {
    act,
    did,
    name,
    title: titleOfEvent(sop, from, name, lang),
    at: iso(at),
    from: from.map((step) => renderPlace(sop, step, lang)),
    to: to.map((step) => renderPlace(sop, step, lang)),
    // What is stored stands beside the walk anyway, and in a walk somebody always acts for everybody.
    facts: facts.filter(isOfSop).map((fact) => ({
      type: fact.type,
      text: tellFact({ sop, skillTitle }, fact, escalation, lang),
    })),
  };
}

/** In words; teams by their id, because a trial knows no people. An escalation says where it ended up, and why. */
function tellFact(
  { sop, skillTitle }: { sop: CompiledSop; skillTitle: WalkStart['skillTitle'] },
  fact: TicketFact,
  escalation: EscalationRecord | null,
  lang: Lang,
): string {
  const told = renderHistoryFact(fact, lang, lang);
  const names = {
    lang,
    teamOf: (team: string) => team,
    skillOf: (skill: string) => say(skillTitle(skill), lang),
    titleOf: (step: string) => say(titleOf(sop, step), lang),
    nameOf: () => null,
  };
  if (fact.type !== 'escalate' || fact.moved === false) return wordFact(told, names);
  const text = wordFact(
    { ...told, ...(escalation && { team: escalation.toTeam, tier: escalation.toTier }) },
    names,
  );
  return told.reason ? factSayer(lang)('said', { label: text, text: told.reason }) : text;
}

function isOfSop(fact: TicketFact): fact is Exclude<TicketFact, { type: OwnFact }> {
  return !OWN_FACTS.some((type) => type === fact.type);
}
const OWN_FACTS = ['acted-in', 'take-over', 'went-up', 'on-behalf', 'braked', 'stored'] as const;
type OwnFact = (typeof OWN_FACTS)[number];
