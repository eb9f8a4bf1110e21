import { useCallback, useRef, useState } from 'react';
import { api } from '../../api/client';
import { toProblem, type ApiProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useMe } from '../../api/session';
import { staleVersion } from '../../../words/problem-kinds';
import { draftsBelow, dropDraft, formDraftKey } from './drafts';
import { takesStepForm } from './step-form';
import { keepAnswer, knownGuide, type Guide, type GuideAction, type HistoryEntry } from './ticket-cache';

type Values = Record<string, unknown>;

/** What happened since the reader looked, oldest first, and the event before that. */
interface Meanwhile {
  before: HistoryEntry | null;
  entries: HistoryEntry[];
}

/** How the last action stands. What was typed stays until `idle` is reached by a success. */
export type Standing =
  | { kind: 'idle' }
  | { kind: 'sending'; action: GuideAction }
  | { kind: 'failed'; action: GuideAction; problem: ApiProblem; data: Values | undefined }
  | ({ kind: 'conflict'; action: GuideAction } & Meanwhile);

export interface Sender {
  standing: Standing;
  /** How it ended; `idle`: it was done. One action at a time: a second press is left out. */
  send: (action: GuideAction, data?: Values) => Promise<Standing>;
  settle: () => void;
}

const IDLE: Standing = { kind: 'idle' };

/** Takes actions of the guide. Nothing is done twice, and nothing on a ticket that has changed since it was looked at. */
export function useSender(ticketId: string): Sender {
  const me = useMe();
  const [standing, setStanding] = useState<Standing>(IDLE);
  const isBusy = useRef(false);

  const post = useCallback(
    async (action: GuideAction, data: Values | undefined, version: number): Promise<void> => {
      // Parallel steps may share an event: the one whose button it was is meant.
      const body = { type: action.event, step: action.step, data };
      const header = { 'If-Match': `"${version}"` };
      const answer = await api.POST('/api/tickets/{id}/events', {
        params: { path: { id: ticketId }, header },
        body,
      });
      if (answer.data) keepAnswer(answer.data);
    },
    [ticketId],
  );

  const explain = useCallback(
    async (action: GuideAction, since: Guide): Promise<'again' | Meanwhile> => {
      const [{ data: history }, { data: guide }] = await Promise.all([
        api.GET('/api/tickets/{id}/history', {
          params: { path: { id: ticketId }, query: { cursor: String(since.version - 1) } },
        }),
        api.GET('/api/tickets/{id}/guide', { params: { path: { id: ticketId } } }),
      ]);
      const { data: ticket } = await api.GET('/api/tickets/{id}', { params: { path: { id: ticketId } } });
      if (ticket && guide) keepAnswer({ ticket, guide });
      // The event that they know comes along: it says where the ticket was.
      const [before = null, ...entries] = history?.items ?? [];
      const isOnlyMine = entries.length > 0 && entries.every(isBy(me.id));
      return isOnlyMine && guide && isSameVisit(action, since, guide) ? 'again' : { before, entries };
    },
    [ticketId, me.id],
  );

  const run = useCallback(
    async (action: GuideAction, data: Values | undefined): Promise<Standing> => {
      const seen = knownGuide(ticketId);
      if (!seen) return IDLE;
      try {
        await post(action, data, seen.version);
        return IDLE;
      } catch (error) {
        const problem = toProblem(error);
        if (problem.slug !== staleVersion.slug) return { kind: 'failed', action, problem, data };
      }
      try {
        const meanwhile = await explain(action, seen);
        if (meanwhile !== 'again') return { kind: 'conflict', action, ...meanwhile };
        // Only the person's own message or note came between: nothing that they do not know.
        await post(action, data, knownGuide(ticketId)?.version ?? seen.version);
        return IDLE;
      } catch (error) {
        return { kind: 'failed', action, problem: toProblem(error), data };
      }
    },
    [ticketId, post, explain],
  );

  const send = useCallback(
    async (action: GuideAction, data?: Values): Promise<Standing> => {
      const sending: Standing = { kind: 'sending', action };
      if (isBusy.current) return sending;
      isBusy.current = true;
      setStanding(sending);
      const before = knownGuide(ticketId);
      const end = await run(action, data);
      isBusy.current = false;
      setStanding(end);
      if (end.kind === 'idle') {
        dropSent(ticketId, action, before, knownGuide(ticketId));
        void refresh('/api/desk');
      }
      // The page shows what is true now: who holds it, which ways are open.
      if (end.kind === 'failed' && !end.problem.isPassing) void refresh('/api/tickets/{id}', '/api/desk');
      return end;
    },
    [run, ticketId],
  );

  return { standing, send, settle: useCallback(() => setStanding(IDLE), []) };
}

/** What has been sent is no draft any more; nor is what was left unsent in a step that the person left by choice. */
function dropSent(
  ticketId: string,
  action: GuideAction,
  before: Guide | undefined,
  after: Guide | undefined,
): void {
  const { step, event } = action;
  dropDraft(formDraftKey(ticketId, step, event));
  const place = before?.steps.find((one) => one.step === step);
  const isLeft = after?.steps.every((one) => one.step !== step || one.enteredAt !== place?.enteredAt) ?? true;
  if (isLeft || (place && takesStepForm(action, place))) dropDraft(formDraftKey(ticketId, step));
  if (!isLeft) return;
  for (const { key } of draftsBelow(`${formDraftKey(ticketId, step)} `))
    dropDraft(`${formDraftKey(ticketId, step)} ${key}`);
}

/** Done by this person, or entered by them for a customer. */
function isBy(id: string): (entry: HistoryEntry) => boolean {
  return ({ actor, recordedBy }) => (recordedBy ?? actor).id === id;
}

/** Is the person still in the same stay in the step whose way out they chose? */
export function isSameVisit(action: GuideAction, before: Guide, after: Guide): boolean {
  const stay = (guide: Guide): string | null | undefined =>
    guide.steps.find(({ step }) => step === action.step)?.enteredAt;
  const isOpen = after.actions.some(
    (one) => one.event === action.event && one.step === action.step && one.enabled,
  );
  return isOpen && stay(before) !== undefined && stay(before) === stay(after);
}
