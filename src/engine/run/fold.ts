import type { CompiledSop } from '../machine/compile.js';
import type { Delay } from '../common/durations.js';
import type { Happening, Move } from '../machine/machine.js';
import type { AdvanceInput, Advanced, EngineState, HttpCall, Outcome, StepEntered } from '../common/model.js';
import { listOf } from '../machine/states.js';
import type { StepInfo } from '../machine/states.js';

/** Timers and calls of a ticket, as they change while a move is folded. */
type Running = Pick<EngineState, 'calls' | 'timers'>;

/**
 * Turns what happened in a move into what must be stored and done. A call or timer that begins and ends within the
 * same move leaves no trace.
 */
export function foldMove(sop: CompiledSop, before: Running, move: Move, input: AdvanceInput): Outcome {
  const broken = move.happenings.find((h) => h.report === 'broken');
  if (broken) return refuseBroken(sop, broken.rule);
  const fold = new Fold(sop, before, input);
  for (const happening of move.happenings) fold.take(happening);
  if (move.status === 'done') fold.end();
  return { ok: true, advanced: fold.finish(move) };
}

function refuseBroken(sop: CompiledSop, ruleId: string): Outcome {
  const rule = sop.meta.never?.find(({ id }) => id === ruleId);
  const why = rule?.why ?? { en: 'A rule of this SOP forbids it.', 'zh-CN': '违反了本流程的规则。' };
  return { ok: false, refusal: { refused: 'never', rule: ruleId, why } };
}

class Fold {
  private readonly exited: string[] = [];
  private readonly entered: StepEntered[] = [];
  private readonly facts: Advanced['facts'] = [];
  private readonly begun = new Map<string, HttpCall>();
  private readonly set = new Map<string, number>();
  private readonly stopped: string[] = [];
  private readonly cancelled: string[] = [];
  private readonly calls: Map<string, number>;
  private readonly timers: Map<string, EngineState['timers'][string]>;

  constructor(
    private readonly sop: CompiledSop,
    before: Running,
    private readonly input: AdvanceInput,
  ) {
    this.calls = new Map(Object.entries(before.calls));
    this.timers = new Map(Object.entries(before.timers));
  }

  take(happening: Happening): void {
    switch (happening.report) {
      case 'entered':
        this.enter(happening.state);
        break;
      case 'exited':
        this.exit(happening.state);
        break;
      case 'fact':
        this.facts.push(happening.fact);
        break;
      case 'timer-set':
        this.set.set(happening.id, this.due(happening.delay));
        break;
      case 'timer-cancelled':
        this.cancel(happening.id);
        break;
      case 'call-started': {
        const { id, input } = happening;
        const { state: step, request, reserves } = input;
        this.begun.set(id, { id, step, src: 'http', reserves, request });
        break;
      }
      case 'taken':
      case 'broken':
        break;
    }
  }

  /** The end of the SOP ends whatever still runs. */
  end(): void {
    for (const id of [...this.timers.keys(), ...this.set.keys()]) this.cancel(id);
    for (const id of [...this.calls.keys(), ...this.begun.keys()]) this.stop(id);
  }

  finish(move: Move): Advanced {
    const { seq } = this.input;
    for (const id of this.begun.keys()) this.calls.set(id, seq);
    for (const [id, dueAt] of this.set) this.timers.set(id, { seq, dueAt });
    const steps = move.leaves.filter((id) => (this.sop.steps.get(id)?.kind ?? 'joined') !== 'joined');
    return {
      state: {
        snapshot: move.snapshot,
        status: move.status,
        outcome: move.status === 'done' ? this.outcome(move.leaves) : null,
        steps,
        calls: Object.fromEntries(this.calls),
        timers: Object.fromEntries(this.timers),
      },
      exited: this.exited,
      entered: this.entered,
      timersSet: [...this.set].map(([id, dueAt]) => ({ id, dueAt })),
      timersCancelled: this.cancelled,
      calls: [...this.begun.values()],
      callsStopped: this.stopped,
      facts: this.facts,
    };
  }

  private outcome(leaves: string[]): string | null {
    const ends = leaves.map((id) => this.sop.states.get(id)?.def.meta?.outcome);
    return ends.find((outcome) => outcome !== undefined) ?? null;
  }

  private enter(state: string): void {
    const step = this.sop.steps.get(state);
    if (step) this.entered.push(this.describe(step));
  }

  private describe(step: StepInfo): StepEntered {
    const { id, kind, team, tier, skills, policyContact, approval, regions, sla } = step;
    return {
      step: id,
      kind,
      team,
      tier,
      skills,
      slaDueAt: sla ? this.due(sla) : null,
      policyContact,
      approval,
      regions,
    };
  }

  private exit(state: string): void {
    for (const { id } of listOf(this.sop.states.get(state)?.def.invoke)) this.stop(id);
    if (this.sop.steps.has(state)) this.exited.push(state);
  }

  private stop(id: string): void {
    if (!this.begun.delete(id) && this.calls.delete(id)) this.stopped.push(id);
  }

  private cancel(id: string): void {
    if (!this.set.delete(id) && this.timers.delete(id)) this.cancelled.push(id);
  }

  private due(delay: Delay): number {
    const { now, calendar } = this.input;
    return delay.clock === 'business' ? calendar.add(now, delay.ms) : now + delay.ms;
  }
}
