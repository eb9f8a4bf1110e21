import type { Schemas } from '../../api/client';
import {
  asSchema,
  effectiveSchema,
  kindOf,
  optionsOf,
  requiredOf,
  type Schema,
  type Values,
} from '../../kit/schema-form/model';

export type WalkAct = Schemas['WalkAct'];
export type WalkAnswer = Schemas['WalkAnswer'];
export type WalkTrail = Schemas['WalkTrail'];
export type GuideStep = Schemas['GuideStep'];
export type GuideAction = Schemas['GuideAction'];

/** How a made-up ticket begins. */
export interface WalkBegin {
  data: Values;
  customer: { id: string; name: string; tier: string };
  /** ISO 8601. Held fast, so that the same acts always lead to the same place. */
  start: string;
}

/** The acts up to one of them; `act` null: only the opening. */
export function cutAfter(acts: readonly WalkAct[], act: number | null): WalkAct[] {
  return acts.slice(0, act === null ? 0 : act + 1);
}

/** The acts that a walk really took: those before the one that was refused. */
export function takenActs(acts: readonly WalkAct[], refusedAct: number | null): WalkAct[] {
  return acts.slice(0, refusedAct ?? acts.length);
}

export interface TrailMove extends WalkTrail {
  /** One can go back to the moment after it: it is the last move of its act, and not the newest of all. */
  isReturn: boolean;
  isNewest: boolean;
}

/** The moves of a walk. Several timers of one wait are several moves, but only the last is a place to go back to. */
export function readTrail(trail: readonly WalkTrail[]): TrailMove[] {
  return trail.map((move, index) => {
    const next = trail[index + 1];
    return { ...move, isNewest: next === undefined, isReturn: next !== undefined && next.act !== move.act };
  });
}

/** Where a walk has been: its steps, and its ways as `from to`. */
export function passedPlaces(trail: readonly WalkTrail[]): { steps: Set<string>; ways: Set<string> } {
  const steps = new Set<string>();
  const ways = new Set<string>();
  for (const { from, to } of trail) {
    for (const { step } of to) {
      steps.add(step);
      for (const { step: before } of from) if (before !== step) ways.add(`${before} ${step}`);
    }
  }
  return { steps, ways };
}

/** What the id of a timer says: `xstate.after.PT3H business sla-warned.return-refund.checking`. */
export function readTimer(id: string): { kind: 'after' | 'sla-warned' | 'sla-breached'; delay: string } {
  const key = /^xstate\.after\.([^.]+)\./.exec(id)?.[1] ?? id;
  const happens = /^(.+) (sla-warned|sla-breached)$/.exec(key);
  if (happens?.[1] === undefined) return { kind: 'after', delay: key };
  return { kind: happens[2] === 'sla-warned' ? 'sla-warned' : 'sla-breached', delay: happens[1] };
}

/** How long to wait for an instant: whole seconds, never too few. */
export function waitUntil(now: string, dueAt: string): string {
  return `PT${Math.max(0, Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 1000))}S`;
}

export type WaitUnit = 'M' | 'H' | 'D';

/** A length of time as the walk takes it. */
export function waitFor(count: number, unit: WaitUnit): string {
  return unit === 'D' ? `P${count}D` : `PT${count}${unit}`;
}

/** Does the way out send what is filled in on the step itself? */
export function takesStepForm(action: GuideAction, step: GuideStep): boolean {
  return (
    action.form !== undefined &&
    step.form !== null &&
    JSON.stringify(action.form) === JSON.stringify(step.form)
  );
}

/** An intake form filled in as the SOP's own examples say, so that a walk begins with one click. */
export function exampleValues(schema: Schema): Values {
  const effective = effectiveSchema(schema, schema, {});
  const required = requiredOf(effective);
  const fields = Object.entries(asSchema(effective['properties'])).flatMap(([name, part]) => {
    const field = effectiveSchema(asSchema(part), schema, undefined);
    const value = exampleValue(field, schema, required.has(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
}

function exampleValue(field: Schema, root: Schema, isRequired: boolean): unknown {
  if ('default' in field) return field['default'];
  if (!isRequired) return undefined;
  const examples: unknown[] = Array.isArray(field['examples']) ? field['examples'] : [];
  if (examples.length > 0) return examples[0];
  const kind = kindOf(field);
  if (kind === 'choice') return optionsOf(field, 'en')[0]?.value;
  if (kind === 'object') return exampleValues({ ...field, $defs: root['$defs'] ?? {} });
  if (kind === 'yes-no') return false;
  if (kind === 'number' && typeof field['minimum'] === 'number') return field['minimum'];
  return undefined;
}
