import type { GuideAction, GuideStep } from './ticket-cache';

/** Does the way out send what is filled in on the step itself? */
export function takesStepForm(action: GuideAction, step: GuideStep): boolean {
  return (
    action.form !== undefined &&
    step.form !== null &&
    JSON.stringify(action.form) === JSON.stringify(step.form)
  );
}
