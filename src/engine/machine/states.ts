import { parseDelay, parseDuration } from '../common/durations.js';
import type { Delay } from '../common/durations.js';
import type { JsonSchema, SlaDef, SopDefinition, StateDef, StepKind, StepMeta } from '../common/model.js';
import { isUnsafeName } from '../common/names.js';

/** Thrown when an SOP cannot be compiled; `checkSop` explains in detail what is wrong with it. */
export class SopInvalid extends Error {
  constructor(
    readonly sopId: string,
    readonly reason: string,
  ) {
    super(`The SOP "${sopId}" cannot be compiled: ${reason}`);
    this.name = 'SopInvalid';
  }
}

/** One state of an SOP and where it stands. */
export interface StateInfo {
  /** Dotted path without the machine's id; the root's is empty. */
  id: string;
  path: string[];
  def: StateDef;
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  parent: StateInfo | null;
  /** Place in document order. */
  order: number;
  /** The step of the state: atomic with a kind, or the end of a region, where a ticket waits for the other regions. */
  step: StepInfo | null;
}

/** A step: where work is done or waited for. */
export interface StepInfo {
  /** Dotted path without the machine's id. */
  id: string;
  path: string[];
  kind: StepKind | 'joined';
  meta: StepMeta;
  /** Nearest answer of the step and the phases around it; null: the ticket's own. */
  team: string | null;
  tier: number | null;
  skills: string[];
  policyContact: boolean;
  approval: boolean;
  /** The parallel states around the step, outermost first. */
  regions: { fork: string; region: string }[];
  sla: Delay | null;
}

export type States = ReadonlyMap<string, StateInfo>;

const MAX_STATES = 2_000;

/** Every state of an SOP by its id, in document order. Throws `SopInvalid` for names that cannot be told apart. */
export function indexStates(sop: SopDefinition): States {
  const states = new Map<string, StateInfo>();
  const visit = (def: StateDef, name: string | null, parent: StateInfo | null): void => {
    const path = parent === null || name === null ? [] : [...parent.path, name];
    const info: StateInfo = {
      id: path.join('.'),
      path,
      def,
      type: typeOf(def),
      parent,
      order: states.size,
      step: null,
    };
    info.step = describeStep(info);
    states.set(info.id, info);
    if (states.size > MAX_STATES)
      throw new SopInvalid(sop.id, `it has more than ${String(MAX_STATES)} states`);
    for (const [key, child] of Object.entries(def.states ?? {})) {
      if (isUnsafeName(key) || /[.#\s]/.test(key) || key === '') {
        throw new SopInvalid(sop.id, `"${key}" cannot be the name of a state`);
      }
      visit(child, key, info);
    }
  };
  // The root's `meta` describes the SOP, not a step.
  const { meta: _, ...root } = sop;
  visit(root, null, null);
  return states;
}

function typeOf(def: StateDef): StateInfo['type'] {
  if (def.type) return def.type;
  return Object.keys(def.states ?? {}).length > 0 ? 'compound' : 'atomic';
}

function describeStep(state: StateInfo): StepInfo | null {
  const meta = state.def.meta ?? {};
  const kind = kindOf(state);
  if (kind === null) return null;
  return {
    id: state.id,
    path: state.path,
    kind,
    meta,
    team: nearest(state, (m) => m.team) ?? null,
    tier: nearest(state, (m) => m.tier) ?? null,
    skills: nearest(state, (m) => m.skills) ?? [],
    policyContact: meta.policyContact ?? false,
    approval: meta.approval ?? false,
    regions: regionsOf(state),
    sla: slaDelay(meta.sla),
  };
}

function kindOf(state: StateInfo): StepKind | 'joined' | null {
  if (state.type === 'atomic') return state.def.meta?.kind ?? null;
  return state.type === 'final' && state.parent?.parent?.type === 'parallel' ? 'joined' : null;
}

/** The first answer on the way from the step outwards; the root speaks for the ticket, not for the step. */
function nearest<T>(state: StateInfo, read: (meta: StepMeta) => T | undefined): T | undefined {
  for (let at: StateInfo | null = state; at?.parent; at = at.parent) {
    const answer = read(at.def.meta ?? {});
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function regionsOf(state: StateInfo): StepInfo['regions'] {
  const regions: StepInfo['regions'] = [];
  for (let at = state; at.parent; at = at.parent) {
    if (at.parent.type === 'parallel') regions.unshift({ fork: at.parent.id, region: at.path.at(-1) ?? '' });
  }
  return regions;
}

function slaDelay(sla: SlaDef | undefined): Delay | null {
  const ms = sla ? parseDuration(sla.within) : null;
  return sla && ms !== null ? { ms, clock: sla.clock } : null;
}

/** The form that `form: true` of a transition means: the state's own, else the nearest around it. */
export function formOfState(state: StateInfo): JsonSchema | undefined {
  for (let at: StateInfo | null = state; at; at = at.parent) if (at.def.meta?.form) return at.def.meta.form;
  return undefined;
}

/** One of something or a list of them, as a list. */
export function listOf<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** An `after` key's delay; throws `SopInvalid` when it is none. */
export function delayOf(sop: SopDefinition, key: string): Delay {
  const delay = parseDelay(key);
  if (!delay) throw new SopInvalid(sop.id, `"${key}" is not a delay; write e.g. PT4H or "PT8H business"`);
  return delay;
}
