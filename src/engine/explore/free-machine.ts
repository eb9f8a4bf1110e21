import { assign, createMachine, initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import { MAX_ITERATIONS } from '../machine/machine-config.js';
import type { SopDefinition } from '../common/model.js';
import type { Budget } from './search-budget.js';
import { FreeRunAnswers, GoesRound } from './free-runs.js';
import type { Answer } from './free-runs.js';
import type { ReadConditions } from '../cel/truths.js';
import { actionsAt } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** What a run costs beside the guards that it asks: itself, and each state that is active or entered. */
const STEPS_PER_RUN = 10;
const STEPS_PER_STATE = 4;

/** Something that may happen while a state is active. */
export interface FreeEvent {
  /** Type under which the machine knows it. */
  type: string;
  kind: 'event' | 'after' | 'call-done' | 'call-error';
  /** As a trace says it: `APPROVE`, `after PT4H`, `done order`, `error order`. */
  label: string;
}

type Taken = [snapshot: AnyMachineSnapshot, actions: { type: string; params?: unknown }[]];

export interface FreeRun {
  snapshot: AnyMachineSnapshot;
  /** Paths of all states that were entered on the way, those that were left at once included. */
  entered: string[];
  answers: Answer[];
}

/** A run that does not come to rest: the SOP itself would be broken off there. */
export interface EndlessRun {
  /** The ways that are taken by themselves, again and again; empty when none is taken twice. */
  round: Way[];
  /** All ways that were taken by themselves until then. */
  taken: Way[];
}

export type RunResult = FreeRun | EndlessRun;

/**
 * The SOP as a real XState machine whose guards answer whatever is asked of them. Durations and calls are ordinary events
 * here, so nothing has to be waited for. Every run is repeated for every combination of answers.
 */
export class FreeMachine {
  private readonly machine: AnyStateMachine;
  private readonly eventsOf = new Map<string, FreeEvent[]>();
  private readonly conditions: ReadConditions = new Map();
  private run: FreeRunAnswers;

  /** `budget`: what all runs together may cost; whoever goes on beyond it hears `BudgetSpent`. */
  constructor(
    sop: SopDefinition,
    private readonly tree: SopTree,
    private readonly budget: Budget,
  ) {
    this.run = new FreeRunAnswers([], budget, this.conditions);
    const config = {
      ...this.stateConfig(tree.root),
      id: sop.id,
      context: { changes: 0 },
      options: { maxIterations: MAX_ITERATIONS },
    };
    this.machine = createMachine(config as Parameters<typeof createMachine>[0]);
  }

  /** What may happen while these states are active. */
  eventsIn(active: Iterable<string>): FreeEvent[] {
    const events = new Map<string, FreeEvent>();
    for (const path of active)
      for (const event of this.eventsOf.get(path) ?? []) events.set(event.type, event);
    return [...events.values()];
  }

  /** All ways in which a ticket can begin. */
  begin(): Generator<RunResult> {
    return this.branch(() => initialTransition(this.machine));
  }

  /** All ways in which an event can be taken. */
  take(snapshot: AnyMachineSnapshot, event: FreeEvent): Generator<RunResult> {
    return this.branch(() => transition(this.machine, snapshot, { type: event.type }));
  }

  private *branch(move: () => Taken): Generator<RunResult> {
    for (let plan: boolean[] | null = []; plan; plan = this.run.nextPlan()) {
      this.run = new FreeRunAnswers(plan, this.budget, this.conditions);
      const run = this.run;
      const taken = this.attempt(move);
      if (taken === 'goes-round') continue;
      if (taken === 'endless') {
        this.budget.spend(MAX_ITERATIONS * STEPS_PER_STATE);
        yield { round: run.round(), taken: run.taken };
        this.run = run;
        continue;
      }
      const [snapshot, actions] = taken;
      const entered = actions.flatMap(({ type, params }) =>
        type === 'entered' ? [(params as { path: string }).path] : [],
      );
      const states = entered.length + (snapshot._nodes as unknown[]).length;
      this.budget.spend(STEPS_PER_RUN + STEPS_PER_STATE * states);
      yield { snapshot, entered, answers: run.answers };
      // Others may have run in between.
      this.run = run;
    }
  }

  private attempt(move: () => Taken): Taken | 'endless' | 'goes-round' {
    try {
      const taken = move();
      if (taken[0].status !== 'error') return taken;
      return this.judge(taken[0].error);
    } catch (fault) {
      return this.judge(fault);
    }
  }

  /** What XState says of too many rounds comes as an error, or as a snapshot of one. */
  private judge(fault: unknown): 'endless' | 'goes-round' {
    if (this.run.fault instanceof GoesRound) return 'goes-round';
    if (this.run.fault) throw this.run.fault;
    if (fault instanceof Error && fault.message.startsWith('Infinite loop')) return 'endless';
    throw fault;
  }

  private stateConfig(node: StateNode): Record<string, unknown> {
    const { def } = node;
    const config: Record<string, unknown> = {
      entry: { type: 'entered', params: { path: node.path } },
      ...(node.type === 'final' || node.type === 'history' || node.type === 'parallel'
        ? { type: node.type }
        : {}),
      ...(node.type === 'history'
        ? { history: def.history ?? 'shallow', ...(def.target ? { target: def.target } : {}) }
        : {}),
      ...(node.type === 'compound' ? { initial: def.initial } : {}),
    };
    if (node.type === 'history') delete config['entry'];
    if (node.children.size > 0) {
      config['states'] = Object.fromEntries(
        [...node.children].map(([key, child]) => [key, this.stateConfig(child)]),
      );
    }
    const ways = this.tree.ways.get(node) ?? [];
    // An event may be called like something that every object has.
    const on = new Map<string, unknown[]>();
    const events: FreeEvent[] = [];
    for (const way of ways) {
      if (way.slot === 'always' || way.slot === 'state-done') {
        const key = way.slot === 'always' ? 'always' : 'onDone';
        const same = (config[key] ??= []) as unknown[];
        same.push(this.wayConfig(way));
        continue;
      }
      const event = nameEvent(way);
      const same = on.get(event.type);
      if (same) same.push(this.wayConfig(way));
      else on.set(event.type, [this.wayConfig(way)]);
      // What leads nowhere and changes nothing need not be tried.
      const matters = way.def.target !== undefined || setsContext(way);
      if (matters && events.at(-1)?.type !== event.type) events.push(event);
    }
    config['on'] = Object.fromEntries(on);
    this.eventsOf.set(node.path, events);
    return config;
  }

  private wayConfig(way: Way): Record<string, unknown> {
    const { target, guard, reenter } = way.def;
    const isTakenByItself = way.slot === 'always' || way.slot === 'state-done';
    return {
      ...(target === undefined ? {} : { target }),
      ...(reenter === undefined ? {} : { reenter }),
      ...(setsContext(way) ? { actions: COUNT_CHANGE } : {}),
      ...(guard || isTakenByItself
        ? {
            guard: ({ context, event }: { context: { changes: number }; event: EventObject }) => {
              const holds = !guard || this.run.ask(way, guard.params.expr, context.changes, event.type);
              if (holds && isTakenByItself) this.run.taken.push(way);
              return holds;
            },
          }
        : {}),
    };
  }
}

const COUNT_CHANGE = assign({
  changes: ({ context }: { context: { changes: number } }) => context.changes + 1,
});

function setsContext({ def }: Way): boolean {
  return actionsAt(def.actions, '').some(({ action }) => action.type === 'assign');
}

function nameEvent({ slot, name, from }: Way): FreeEvent {
  if (slot === 'after') return { type: `after ${from.path} ${name}`, kind: 'after', label: `after ${name}` };
  if (slot === 'call-done')
    return { type: `done ${from.path} ${name}`, kind: 'call-done', label: `done ${name}` };
  if (slot === 'call-error')
    return { type: `error ${from.path} ${name}`, kind: 'call-error', label: `error ${name}` };
  return { type: name, kind: 'event', label: name };
}
