import type { FieldError } from '../../api/problem';
import { asSchema, type Schema, type Values } from '../../kit/schema-form/model';
import type { GuideAction, GuideStep } from '../common/ticket-cache';

/** Where an escalation may go. */
export interface EscalationTarget {
  team: string;
  tier: number;
  isSpecialist: boolean;
}

/**
 * Whom a step can be escalated to: up in its own team, the next tier first, or to teams of specialists, at the tier it
 * has or their highest. Everything else is no escalation, and the server refuses it.
 */
export function escalationTargets(
  step: Pick<GuideStep, 'team' | 'tier'>,
  teams: readonly { id: string; specialist: boolean; tiers: number }[],
): EscalationTarget[] {
  const { team, tier } = step;
  const top = teams.find(({ id }) => id === team)?.tiers ?? tier;
  const up = Array.from({ length: Math.max(0, top - tier) }, (_, index) => ({
    ...{ team, tier: tier + index + 1, isSpecialist: false },
  }));
  const aside = teams
    .filter(({ id, specialist }) => specialist && id !== team)
    .map(({ id, tiers }) => ({ team: id, tier: Math.min(tier, tiers), isSpecialist: true }));
  return [...up, ...aside];
}

/** The form asks where the escalation goes, as the usual one does; an SOP's own way may lead to a fixed place. */
export function asksTarget(action: GuideAction): boolean {
  const to = asSchema(asSchema(asSchema(action.form)['properties'])['to']);
  return action.event === 'ESCALATE' && 'team' in asSchema(to['properties']);
}

/** A target as a value of the form. */
export function keyOfTarget({ team, tier }: Pick<EscalationTarget, 'team' | 'tier'>): string {
  return `${team} ${tier}`;
}

/** The form with one clear choice instead of a team and a tier that may not fit each other. */
export function withTargets(
  form: Schema,
  targets: readonly { key: string; title: string }[],
  title: string,
): Schema {
  const { to: _asked, ...others } = asSchema(form['properties']);
  const required = Array.isArray(form['required']) ? (form['required'] as string[]) : [];
  const [first] = targets;
  if (first === undefined) return { ...form, properties: others };
  const to = {
    ...{ type: 'string', title, default: first.key },
    enum: targets.map(({ key }) => key),
    'x-enum-titles': Object.fromEntries(targets.map((target) => [target.key, target.title])),
  };
  const asked = required.filter((name) => name !== 'to');
  // Above the reason: what is said of an empty reason must not move the choice away from under the pointer.
  return { ...form, required: ['to', ...asked], properties: { to, ...others } };
}

/** What was kept from another time may name a place where it cannot go any more. */
export function withKnownTarget(values: Values, targets: readonly EscalationTarget[]): Values {
  const keys = targets.map(keyOfTarget);
  const [first] = keys;
  if (first === undefined || keys.some((key) => key === values['to'])) return values;
  return { ...values, to: first };
}

/** The data that the server takes. */
export function targetAsSent(values: Values, targets: readonly EscalationTarget[]): Values {
  const target = targets.find((one) => keyOfTarget(one) === values['to']);
  const { to: _key, ...others } = values;
  return target ? { ...others, to: { team: target.team, tier: target.tier } } : others;
}

/** What is wrong with the team or the tier is said at the one choice there is. */
export function errorsAtTarget(errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/to\/.*$/, '/to') }));
}
