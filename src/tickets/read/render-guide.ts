import { guideFacts, guideLimits, guideSteps } from '../../engine/index.js';
import { say, type Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import {
  renderFact,
  renderLimit,
  renderStep,
  type StepPlace,
  type StepRights,
} from '../../sops/render-steps.js';
import { barredFrom, engineInput, type Surroundings } from '../decide/surroundings.js';
import type { OpenVisit, Ticket } from '../model/model.js';
import { openActs, type UndoOf } from './open-acts.js';
import { iso, toIso, type Onlooker } from './render.js';
import { placeOfEvent } from '../rights/place-of-event.js';
import { describeOwner, HeldByOther } from '../rights/rights-problems.js';
import { reachOfActor, standingIn } from '../rights/rights.js';
import type { GuideDto } from './ticket-answer.dto.js';

/**
 * What the agent sees: the current steps with their ways out, and the clocks. Texts in the caller's language. Whether
 * this person may act is asked where the door asks it, so a button and an answer cannot disagree.
 */
export function renderGuide(
  ticket: Ticket,
  around: Surroundings,
  onlooker: Onlooker,
  undo: UndoOf = 'closed',
): GuideDto {
  const { sop, now, actor } = around;
  const { lang } = onlooker;
  const input = { ...engineInput(ticket, around), actor };
  const steps = ticket.status === 'open' ? guideSteps(sop, ticket.state, input) : [];
  const rendered = steps.map((step) =>
    renderStep(
      step,
      { lang, customerLang: ticket.lang },
      placeOf(ticket, step.step, now, onlooker),
      rightsIn(ticket, step.step, around, onlooker),
      (event) => whyClosed(ticket, event, step.step, around, onlooker),
    ),
  );
  const { acts, mayNotWrite, mayNotUndo } = openActs(ticket, around, undo);
  return {
    ticketId: ticket.id,
    version: ticket.version,
    steps: rendered,
    actions: rendered.flatMap((step) => step.actions),
    acts,
    mayNotWrite: mayNotWrite && say(mayNotWrite, lang),
    mayNotUndo: mayNotUndo && say(mayNotUndo, lang),
    facts: guideFacts(sop, ticket.state).map((fact) => renderFact(fact, lang)),
    limits: guideLimits(sop, ticket.state, input).map((limit) => renderLimit(limit, lang)),
    clocks: {
      now: toIso(now),
      dueAt: iso(ticket.dueAt),
      firstResponseDueAt: iso(ticket.repliedAt === null ? ticket.replyDueAt : null),
      resolveDueAt: ticket.status === 'open' ? iso(ticket.sla.resolveDueAt) : null,
      paused: ticket.sla.pausedAt !== null,
    },
  };
}

function placeOf(ticket: Ticket, step: string, now: number, { nameOf }: Onlooker): StepPlace {
  const visit = ticket.openVisits.find((v) => v.step === step);
  const holder = visit?.holder ?? null;
  return {
    team: visit?.team ?? ticket.team,
    tier: visit?.tier ?? ticket.tier,
    skills: visit?.skills ?? ticket.skills,
    holder,
    holderName: nameOf(holder),
    enteredAt: iso(visit?.enteredAt ?? null),
    dueAt: iso(visit?.dueAt ?? null),
    slaDueAt: iso(visit?.slaDueAt ?? null),
    slaBreached:
      visit !== undefined && (visit.slaBreached || (visit.slaDueAt !== null && visit.slaDueAt < now)),
    cameFrom: visit?.cameFrom ? { team: visit.cameFrom.team, tier: visit.cameFrom.tier } : null,
  };
}

const CLOSED: StepRights = { mayAct: false, mayTake: false, takesOver: false, whyNot: null };

function rightsIn(ticket: Ticket, step: string, around: Surroundings, onlooker: Onlooker): StepRights {
  const visit = ticket.openVisits.find((v) => v.step === step);
  if (visit === undefined) return CLOSED;
  const reach = reachOfActor(around);
  const standing = standingIn(visit, reach);
  if (!standing.may)
    return { ...CLOSED, whyNot: say(whyNot(visit, standing.because, around, onlooker), onlooker.lang) };
  const isMine = visit.holder === reach.userId;
  const barred = isMine ? null : barredFrom(ticket, step, reach, around);
  return {
    mayAct: true,
    mayTake: visit.kind === 'human' && !isMine && barred === null,
    takesOver: standing.takesOver,
    whyNot: barred === null ? null : say(barred, onlooker.lang),
  };
}

/** Why this person may not take a way out that the SOP opens; null: they may. The door asks the same. */
function whyClosed(
  ticket: Ticket,
  event: string,
  step: string,
  around: Surroundings,
  { lang, nameOf }: Onlooker,
): string | null {
  try {
    placeOfEvent(ticket, event, step, around);
    return null;
  } catch (error) {
    if (error instanceof HeldByOther) return say(sayHolder(nameOf(error.holder)), lang);
    if (error instanceof Problem) return say(error.detail, lang);
    throw error;
  }
}

function whyNot(
  visit: OpenVisit,
  because: 'not-yours' | 'held',
  { sop, skillTitle }: Surroundings,
  { nameOf }: Onlooker,
): Text {
  return because === 'not-yours'
    ? describeOwner(visit, { title: sop.steps.get(visit.step)?.meta.title, skillTitle })
    : sayHolder(nameOf(visit.holder));
}

function sayHolder(name: string | null): Text {
  return {
    en: `${name ?? '–'} is working on this step. Ask them to release it, or a lead to take it over.`,
    'zh-CN': `${name ?? '–'} 正在处理该步骤。请对方先释放，或由组长接管。`,
  };
}
