import { useEffect } from 'react';
import type { FieldError } from '../../api/problem';
import { hasField, type Schema } from '../../kit/schema-form/model';
import { focusFirst } from '../../kit/schema-form/place';
import { errorsInData } from '../../kit/schema-form/use-form-check';
import type { Sender } from '../common/send-event';
import { takesStepForm } from '../common/step-form';
import type { GuideStep } from '../common/ticket-cache';

/** What is wrong, apart: each thing is said once, at its field, or in the notice where it belongs to none. */
export function apartFrom(
  schema: Schema | null,
  errors: readonly FieldError[],
): { atFields: FieldError[]; beside: FieldError[] } {
  const isAtField = ({ pointer }: FieldError): boolean => schema !== null && hasField(schema, pointer);
  return { atFields: errors.filter(isAtField), beside: errors.filter((error) => !isAtField(error)) };
}

/** What the server found wrong with what was sent last, by the form that shows it: the step's, or that of a dialog. */
export function faultsOf(
  { standing }: Pick<Sender, 'standing'>,
  steps: readonly GuideStep[],
): { atFields: FieldError[]; beside: FieldError[] } {
  if (standing.kind !== 'failed') return { atFields: [], beside: [] };
  const { action, problem } = standing;
  const step = steps.find((one) => one.step === action.step);
  const isOfStep = step !== undefined && takesStepForm(action, step);
  return apartFrom((isOfStep ? step.form : action.form) ?? null, errorsInData(problem.errors));
}

/** Puts the cursor into the first field with an error, once for each refusal. */
export function useFirstFault(refusal: unknown, idPrefix: string, errors: readonly FieldError[]): void {
  const pointers = JSON.stringify(errors.map(({ pointer }) => pointer));
  useEffect(() => {
    if (refusal !== null) focusFirst(idPrefix, JSON.parse(pointers) as string[]);
  }, [refusal, idPrefix, pointers]);
}
