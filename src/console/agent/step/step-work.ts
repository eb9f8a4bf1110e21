import { useMemo, useState } from 'react';
import type { FieldError } from '../../api/problem';
import { filledValues, initialValues, type Values } from '../../kit/schema-form/model';
import { useFormCheck } from '../../kit/schema-form/use-form-check';
import { formDraftKey, useDraft } from '../common/drafts';
import type { Sender } from '../common/send-event';
import { takesStepForm } from '../common/step-form';
import type { GuideAction, GuideStep, Schemas, Ticket } from '../common/ticket-cache';
import { faultsOf, useFirstFault } from './form-faults';

type ChecklistItem = Schemas['ChecklistItem'];
const NOTHING: string[] = [];

/** What somebody has done in a step so far, and what choosing a way out then means. */
export function useStepWork(ticket: Ticket, step: GuideStep, sender: Sender) {
  const { form } = step;
  const empty = useMemo<Values>(() => (form === null ? {} : initialValues(form)), [form]);
  const [values, keepValues] = useDraft<Values>(formDraftKey(ticket.id, step.step), empty);
  // Each stay in the step has its own ticks.
  const [ticked, keepTicked] = useDraft<string[]>(
    `ticks/${ticket.id}/${step.step}@${step.enteredAt}`,
    NOTHING,
  );
  const [asked, setAsked] = useState<GuideAction | null>(null);
  const idPrefix = `form-${step.step}`;
  const { showAll, mayGo } = useFormCheck(form, idPrefix);
  const errors = errorsOfForm(sender, step);
  useFirstFault(sender.standing.kind === 'failed' ? sender.standing.problem : null, idPrefix, errors);
  const unticked = step.checklist.filter(({ id }) => !ticked.includes(id));

  const formDataFor = (action: GuideAction): Values | undefined =>
    form !== null && takesStepForm(action, step) ? filledValues(form, values) : undefined;

  const tick = (item: ChecklistItem): void => {
    const { id } = item;
    keepTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  };

  const choose = (action: GuideAction): void => {
    if (!action.enabled) return;
    if (takesStepForm(action, step) && !mayGo(values)) return;
    if (needsDialog(action, step, unticked.length)) setAsked(action);
    else void sender.send(action, formDataFor(action));
  };

  return {
    ...{ values, ticked, unticked, showAll, asked, idPrefix, tick, choose, formDataFor },
    errors,
    /** Something stands in the form that was never sent. */
    hasTyped: values !== empty,
    fill: (next: Values): void => {
      keepValues(next);
      if (sender.standing.kind === 'failed') sender.settle();
    },
    tickNext: (): void => {
      const [next] = unticked;
      if (next) tick(next);
    },
    forgetAsked: (): void => setAsked(null),
  };
}

/** A form of its own, a question to confirm, or checks left open on the way forward. */
function needsDialog(action: GuideAction, step: GuideStep, open: number): boolean {
  const hasOwnForm = action.form !== undefined && !takesStepForm(action, step);
  return hasOwnForm || action.confirm !== undefined || (action.tone === 'primary' && open > 0);
}

function errorsOfForm(sender: Sender, step: GuideStep): FieldError[] {
  const { standing } = sender;
  if (standing.kind !== 'failed' || standing.action.step !== step.step) return [];
  return takesStepForm(standing.action, step) ? faultsOf(sender, [step]).atFields : [];
}
