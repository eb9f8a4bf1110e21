import { assign } from 'xstate';
import { compileAction, compileRequest } from './actions.js';
import { compileExpression } from '../cel/expressions.js';
import type { Scope } from '../cel/expressions.js';
import type { Delay } from '../common/durations.js';
import { compileReservations } from './limits.js';
import type { Limits } from './limits.js';
import type { CallSlot, MachineEvent } from './machine-call.js';
import type {
  ActionDef,
  Fact,
  HttpCall,
  InvokeDef,
  JsonObject,
  Reservation,
  SlaDef,
  SopDefinition,
  TransitionDef,
} from '../common/model.js';
import type { InPieces } from '../common/pieces.js';
import { delayOf, listOf } from './states.js';
import type { StateInfo, States } from './states.js';
import { compileGuard, normalise } from './ways-out.js';
import type { WaysOut } from './ways-out.js';

/** What the machine reports beside XState's own actions; `params` of an action of type `stepwise`. */
export type Report =
  | { report: 'entered' | 'exited'; state: string }
  | { report: 'taken' }
  | { report: 'fact'; fact: Fact }
  | { report: 'broken'; rule: string };

/** The input of an invoked actor. */
export interface CallInput {
  state: string;
  request: HttpCall['request'];
  reserves: Reservation[];
}

/** What the configuration is built from. */
export interface MachineSource {
  sop: SopDefinition;
  states: States;
  waysOut: WaysOut;
  limits: Limits;
  scope: Scope;
  /** Through which expressions read the call that is under way. */
  slot: CallSlot;
}

/** The machine's configuration as XState takes it, and what its timers mean. */
export interface MachineParts {
  config: JsonLike;
  delays: Record<string, number>;
  timers: ReadonlyMap<string, Delay>;
}
type JsonLike = Record<string, unknown>;

interface Args {
  context: JsonObject;
  event: MachineEvent;
}
export const REPORT = 'stepwise';
/** Microsteps of one advance; more of them is an endless loop of `always`. */
export const MAX_ITERATIONS = 200;

/**
 * Builds XState's configuration of an SOP, state by state. Every expression is compiled here, once; every state tells when it is
 * entered (first) and left (last), so that the order of a path, re-entries and states passed through are seen.
 */
export function buildMachineParts(from: MachineSource): InPieces<MachineParts> {
  return new ConfigBuilder(from).build();
}

class ConfigBuilder {
  private readonly delays: Record<string, number> = {};
  private readonly timers = new Map<string, Delay>();
  private readonly sop: SopDefinition;
  private readonly scope: Scope;
  private readonly slot: CallSlot;

  constructor(private readonly from: MachineSource) {
    this.sop = from.sop;
    this.scope = from.scope;
    this.slot = from.slot;
  }

  *build(): InPieces<MachineParts> {
    const root = this.from.states.get('');
    const config: JsonLike = {
      ...(root ? yield* this.state(root) : {}),
      id: this.sop.id,
      initial: this.sop.initial,
      context: ({ input }: { input: { context: JsonObject } }) => input.context,
      options: { maxIterations: MAX_ITERATIONS },
    };
    return { config, delays: this.delays, timers: this.timers };
  }

  private *state(state: StateInfo): InPieces<JsonLike> {
    const { def } = state;
    if (state.type === 'history')
      return { type: 'history', history: def.history ?? 'shallow', target: def.target };
    const config: JsonLike = {
      initial: def.initial,
      entry: [
        report({ report: 'entered', state: state.id }),
        ...this.actions(def.entry, state),
        ...this.complianceChecks(state),
      ],
      exit: [...this.actions(def.exit, state), report({ report: 'exited', state: state.id })],
      on: this.events(state),
      after: this.delayed(state),
      always: this.transitions(def.always, state),
      invoke: listOf(def.invoke).map((invoke) => this.invoke(invoke, state)),
    };
    if (def.type) config.type = def.type;
    if (def.onDone) config.onDone = this.transitions(def.onDone, state);
    yield;
    const children: [string, JsonLike][] = [];
    for (const key of Object.keys(def.states ?? {})) {
      const child = this.from.states.get([...state.path, key].join('.'));
      children.push([key, child ? yield* this.state(child) : {}]);
    }
    if (children.length > 0) config.states = Object.fromEntries(children);
    return config;
  }

  private events(state: StateInfo): JsonLike {
    const events = [...(this.from.waysOut.get(state.id) ?? [])].map(([event, ways]) => [
      event,
      ways.map((way) => ({
        ...this.target(way.def),
        guard: ({ context, event: happened }: Args) =>
          this.slot.mayTake(state.id) &&
          way.form(happened.data ?? {}).length === 0 &&
          (way.guard?.holds(this.slot.vars(context, happened)) ?? true),
        actions: [report({ report: 'taken' }), ...this.actions(way.def.actions, state)],
      })),
    ]);
    return Object.fromEntries(events) as JsonLike;
  }

  private target(def: TransitionDef): JsonLike {
    return { ...(def.target === undefined ? {} : { target: def.target }), reenter: def.reenter ?? false };
  }

  private transitions(transitions: Parameters<typeof normalise>[0], state: StateInfo): JsonLike[] {
    return normalise(transitions).map((def) => {
      const guard = def.guard ? compileGuard(def.guard, this.scope) : null;
      return {
        ...this.target(def),
        ...(guard && { guard: ({ context, event }: Args) => guard.holds(this.slot.vars(context, event)) }),
        actions: this.actions(def.actions, state),
      };
    });
  }

  /** The author's delays and those of the step's target. The latter have names of their own: neither hides the other. */
  private delayed(state: StateInfo): JsonLike {
    const delayed: JsonLike = {};
    for (const [key, transitions] of Object.entries(state.def.after ?? {})) {
      this.timer(state, key, delayOf(this.sop, key));
      delayed[key] = this.transitions(transitions, state);
    }
    const sla = state.def.meta?.sla;
    if (!sla) return delayed;
    const warn =
      sla.warnAfter === undefined ? [] : [this.deadline(state, sla, 'warned', sla.warnAfter, sla.onWarn)];
    return {
      ...delayed,
      ...Object.fromEntries([...warn, this.deadline(state, sla, 'breached', sla.within, sla.onBreach)]),
    };
  }

  private deadline(
    state: StateInfo,
    sla: SlaDef,
    happens: 'warned' | 'breached',
    after: string,
    actions: ActionDef[] | undefined,
  ): [string, JsonLike] {
    const delay = { ...delayOf(this.sop, after), clock: sla.clock };
    const key = `${after} ${sla.clock} sla-${happens}`;
    this.timer(state, key, delay);
    const fact: Fact = { type: 'sla', step: state.id, state: happens };
    return [key, { actions: [report({ report: 'fact', fact }), ...this.actions(actions, state)] }];
  }

  private timer(state: StateInfo, key: string, delay: Delay): void {
    this.delays[key] = delay.ms;
    this.timers.set(`xstate.after.${key}.${[this.sop.id, ...state.path].join('.')}`, delay);
  }

  private invoke(invoke: InvokeDef, state: StateInfo): JsonLike {
    const request = compileRequest(invoke, this.sop, this.scope);
    const reserves = compileReservations(this.from.limits, invoke.id);
    return {
      id: invoke.id,
      src: invoke.src,
      input: ({ context, event }: Args): CallInput => {
        const vars = this.slot.vars(context, event);
        return { state: state.id, request: request(vars), reserves: reserves(vars) };
      },
      ...(invoke.onDone && { onDone: this.transitions(invoke.onDone, state) }),
      ...(invoke.onError && { onError: this.transitions(invoke.onError, state) }),
    };
  }

  private actions(actions: ActionDef | ActionDef[] | undefined, state: StateInfo): unknown[] {
    return listOf(actions).map((action) => {
      const compiled = compileAction(action, state, this.sop, this.scope);
      if (compiled.does === 'assign') {
        return assign(({ context, event }: Args) => compiled.values(this.slot.vars(context, event)));
      }
      return reportLater(({ context, event }) => ({
        report: 'fact',
        fact: compiled.fact(this.slot.vars(context, event)),
      }));
    });
  }

  /** Rules of `meta.never` for the state, judged when it is entered, after everything that its entry changes. */
  private complianceChecks(state: StateInfo): unknown[] {
    const rules = (this.sop.meta.never ?? []).filter((rule) => rule.step === state.id);
    return rules.map((rule) => {
      const broken = compileExpression(rule.when, this.scope);
      return reportLater(({ context, event }) =>
        broken(this.slot.vars(context, event)) === false ? null : { report: 'broken', rule: rule.id },
      );
    });
  }
}

function report(params: Report): JsonLike {
  return { type: REPORT, params };
}

/** Computed with the context of the very moment, between the assignments before and after it. */
function reportLater(params: (args: Args) => Report | null): JsonLike {
  return { type: REPORT, params };
}
