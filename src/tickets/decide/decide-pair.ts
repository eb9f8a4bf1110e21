import type { Change } from './change.js';
import { mustBe, mustLead, stop } from './decide-acts.js';
import { Draft, plain } from './draft.js';
import type { Surroundings } from './surroundings.js';
import type { OpenVisit, PairCommand, Ticket } from '../model/model.js';
import { CannotUndo, ConfirmMerge, MergeRefused } from './merge-problems.js';
import { freeVisit, noParts } from './visits.js';

/** A ticket, and the one it goes on in, each with what deciding about it needs to know. */
export interface Pair {
  child: Ticket;
  target: Ticket;
  ofChild: Surroundings;
  ofTarget: Surroundings;
}

/**
 * What an act on two tickets does to both: pure. Both changes name the version they were decided on, and are written
 * together or not at all.
 */
export function decidePair(pair: Pair, command: PairCommand): { child: Change; target: Change } {
  return command.type === 'merge' ? merge(pair, command.confirmed) : undoMerge(pair);
}

/** The child goes on in the target. By those who lead both teams; where the customers differ, they say yes twice. */
function merge(
  { child, target, ofChild, ofTarget }: Pair,
  confirmed: boolean,
): ReturnType<typeof decidePair> {
  mustLead(child, 'merge', ofChild);
  mustLead(target, 'merge', ofTarget);
  if (child.id === target.id) throw new MergeRefused('self');
  mustBe(child, 'merge', 'open');
  if (target.status !== 'open') throw new MergeRefused('ended');
  // A payment that is on its way would come home to nobody.
  if (Object.keys(child.state.calls).length > 0) throw new MergeRefused('call-under-way');
  if (child.customer.id !== target.customer.id && !confirmed) throw new ConfirmMerge(target, ofTarget.sop);
  const from = new Draft(child, child, ofChild);
  const { steps, timers } = child.state;
  const { openVisits: visits, sla } = child;
  const beforeMerge = { at: ofChild.now, targetVersion: target.version + 1, steps, timers, visits, sla };
  stop(from, 'merged');
  from.ticket.state = { ...from.ticket.state, beforeMerge };
  from.ticket.mergedInto = target.id;
  const into = new Draft(target, target, ofTarget);
  into.say(
    {
      en: `Ticket ${child.id} was merged into this one.`,
      'zh-CN': `工单 ${child.id} 已合并到本工单。`,
    },
    true,
  );
  return {
    child: from.finish({ type: 'merged', cause: 'agent', data: plain({ into: target.id }) }, 0),
    target: into.finish({ type: 'merged-from', cause: 'agent', data: plain({ child: child.id }) }, 0),
  };
}

/**
 * The child goes on by itself, where it was: its clocks did not run meanwhile. Only while nothing happened in the
 * target since, however long ago that was, or when the target was cancelled.
 */
function undoMerge({ child, target, ofChild, ofTarget }: Pair): ReturnType<typeof decidePair> {
  mustLead(child, 'undo', ofChild);
  mustLead(target, 'undo', ofTarget);
  const { beforeMerge, ...state } = child.state;
  if (child.status !== 'merged' || beforeMerge === undefined) throw new CannotUndo('not-merged');
  // In a ticket that was cancelled nobody goes on with the case: then it may always go on by itself.
  if (target.version !== beforeMerge.targetVersion && target.status !== 'cancelled')
    throw new CannotUndo('went-on');
  const back = new Draft(child, child, ofChild);
  const t = back.ticket;
  const away = ofChild.now - beforeMerge.at;
  const timers = Object.entries(beforeMerge.timers).map(
    ([id, { dueAt }]) => [id, { seq: t.version, dueAt: dueAt + away }] as const,
  );
  t.status = 'open';
  t.outcome = null;
  t.mergedInto = null;
  t.state = { ...state, steps: beforeMerge.steps, timers: Object.fromEntries(timers) };
  const { resolveDueAt, pausedAt } = beforeMerge.sla;
  t.sla = {
    ...beforeMerge.sla,
    resolveDueAt: resolveDueAt + away,
    pausedAt: pausedAt === null ? null : pausedAt + away,
  };
  t.openVisits = beforeMerge.visits.map((visit, i) => again(visit, t.lastVisit + i + 1, away, ofChild.now));
  t.lastVisit += t.openVisits.length;
  for (const [id, { dueAt }] of timers) back.timersSet.push({ id, dueAt });
  const off = new Draft(target, target, ofTarget);
  off.say(
    {
      en: `The merge of ticket ${child.id} into this one was undone.`,
      'zh-CN': `工单 ${child.id} 与本工单的合并已撤销。`,
    },
    true,
  );
  return {
    child: back.finish({ type: 'merge-undone', cause: 'agent', data: plain({ from: target.id }) }, 0),
    target: off.finish({ type: 'merge-undone', cause: 'agent', data: plain({ child: child.id }) }, 0),
  };
}

/** A new stay in the step that the merge had ended; nobody holds it yet. */
function again(
  { teamsBefore: _before, ...visit }: OpenVisit,
  no: number,
  away: number,
  now: number,
): OpenVisit {
  return {
    ...freeVisit(visit),
    no,
    enteredAt: now,
    since: now,
    parts: noParts(),
    agents: [],
    slaDueAt: visit.slaDueAt === null ? null : visit.slaDueAt + away,
  };
}
