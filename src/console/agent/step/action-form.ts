import { useMemo } from 'react';
import type { FieldError } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { usePlaceWords } from '../../kit/problems/named-problem';
import { filledValues, initialValues, type Schema, type Values } from '../../kit/schema-form/model';
import { useTeams } from '../../kit/common/team-names';
import { stepTexts } from '../common/texts-step';
import type { GuideAction, GuideStep } from '../common/ticket-cache';
import {
  asksTarget,
  errorsAtTarget,
  escalationTargets,
  keyOfTarget,
  targetAsSent,
  withKnownTarget,
  withTargets,
  type EscalationTarget,
} from './escalation';

/** The form that a way out asks for, as it is shown; null: it asks for nothing. */
export interface ActionForm {
  schema: Schema | null;
  empty: Values;
  /** Where an escalation may go; null: the form asks for no such place. */
  targets: EscalationTarget[] | null;
  /** What was kept, as it can be shown. */
  shown: (kept: Values) => Values;
  /** What is sent. */
  filled: (values: Values) => Values;
  errors: (errors: readonly FieldError[]) => FieldError[];
}

/** The action's form; where it asks to whom to escalate, those who can be meant are there to choose from. */
export function useActionForm(action: GuideAction | null, step: GuideStep): ActionForm {
  const say = useTexts(stepTexts);
  const placeOf = usePlaceWords();
  const teams = useTeams().data?.items;
  const { team, tier } = step;
  const form = action?.form ?? null;
  const isEscalation = action !== null && asksTarget(action);
  const targets = useMemo(
    () => (isEscalation ? escalationTargets({ team, tier }, teams ?? []) : null),
    [isEscalation, team, tier, teams],
  );
  const named = (targets ?? []).map((target) => {
    const place = placeOf(target);
    const title = target.isSpecialist ? say('escalateSpecialists', { place }) : place;
    return { key: keyOfTarget(target), title };
  });
  const words = JSON.stringify([named, say('escalateTo')]);
  const schema = useMemo(() => {
    if (form === null || targets === null) return form;
    const [choices, title] = JSON.parse(words) as [typeof named, string];
    return withTargets(form, choices, title);
  }, [form, targets, words]);
  const empty = useMemo(() => (schema ? initialValues(schema) : {}), [schema]);
  return {
    ...{ schema, empty, targets },
    shown: (kept) => (targets ? withKnownTarget(kept, targets) : kept),
    filled: (values) => {
      const filled = schema ? filledValues(schema, values) : {};
      return targets ? targetAsSent(filled, targets) : filled;
    },
    errors: (errors) => (targets ? errorsAtTarget(errors) : [...errors]),
  };
}
