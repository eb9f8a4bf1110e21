import { createActor } from 'xstate';
import type { AnyActorLogic } from 'xstate';
import type { CompiledSop } from '../../../src/engine/index.js';
import type { Report } from '../../../src/engine/machine/machine-config.js';
import { makeCall } from '../../../src/engine/machine/machine-call.js';
import type { Call, MachineEvent } from '../../../src/engine/machine/machine-call.js';
import type { Actor, AdvanceInput, JsonObject } from '../../../src/engine/common/model.js';

/** A clock whose timers fire only when a test says so, one at a time, the earliest first. */
class HandClock {
  now = 0;
  private next = 1;
  private readonly pending = new Map<number, { due: number; fire: () => void }>();

  setTimeout(fire: (...args: unknown[]) => void, ms: number): number {
    this.pending.set(this.next, { due: this.now + ms, fire });
    return this.next++;
  }
  clearTimeout(id: number): void {
    this.pending.delete(id);
  }
  dues(): number[] {
    return [...this.pending.values()].map((t) => t.due).sort((a, b) => a - b);
  }
  fireFirst(): void {
    const [first] = [...this.pending].sort(([, a], [, b]) => a.due - b.due);
    if (!first) throw new Error('no timer is pending');
    this.pending.delete(first[0]);
    this.now = first[1].due;
    first[1].fire();
  }
}

/** An actor that ends when it is told how. */
const controlled = {
  getInitialSnapshot: () => ({ status: 'active', output: undefined, error: undefined }),
  getPersistedSnapshot: (snapshot: unknown) => snapshot,
  transition: (snapshot: unknown, event: MachineEvent): unknown => {
    if (event.type === 'finish') return { status: 'done', output: event.output, error: undefined };
    if (event.type === 'fail') return { status: 'error', output: undefined, error: event.error };
    return snapshot;
  },
} as unknown as AnyActorLogic;

/** The states that a history remembers are a set: XState keeps no order among them. */
export function sortHistory(history: unknown): Record<string, string[]> {
  const entries = Object.entries(history as Record<string, { id: string }[]>);
  return Object.fromEntries(entries.map(([id, states]) => [id, states.map((s) => s.id).sort()]));
}

/** A real XState actor of the same SOP that lives through the whole walk and does everything itself. */
export class Uninterrupted {
  readonly clock = new HandClock();
  private reports: (Report | null)[] = [];
  private readonly actor;

  constructor(
    private readonly sop: CompiledSop,
    data: JsonObject,
    input: AdvanceInput,
    actor: Actor,
  ) {
    const logic = sop.machine.logic.provide({
      actors: { http: controlled },
      actions: { stepwise: (_: unknown, params: Report | null) => this.reports.push(params) },
    } as Parameters<typeof sop.machine.logic.provide>[0]);
    this.actor = this.during(makeCall(this.sop, input, actor), () => {
      const context = { ...sop.definition.context, ...data };
      return createActor(logic, { input: { context, data }, clock: this.clock }).start();
    });
  }

  send(event: MachineEvent, input: AdvanceInput, actor: Actor): void {
    this.during(makeCall(this.sop, input, actor), () => this.actor.send(event));
  }
  fireFirst(input: AdvanceInput): void {
    this.during(makeCall(this.sop, input, { kind: 'system', id: 'timer' }), () => this.clock.fireFirst());
  }
  end(id: string, event: MachineEvent, input: AdvanceInput): void {
    const children = this.actor.getSnapshot().children as Record<string, { send(event: MachineEvent): void }>;
    this.during(makeCall(this.sop, input, { kind: 'system', id: 'automation' }), () =>
      children[id]?.send(event),
    );
  }

  /** What is reported since the last time. */
  takeReports(): Report[] {
    const reports = this.reports.filter((r) => r !== null);
    this.reports = [];
    return reports;
  }

  place(): {
    status: string;
    value: unknown;
    context: unknown;
    history: unknown;
    calls: string[];
    dues: number[];
  } {
    const snapshot = this.actor.getSnapshot();
    const { historyValue } = JSON.parse(JSON.stringify(this.actor.getPersistedSnapshot())) as JsonObject;
    const children = snapshot.children as Record<string, { getSnapshot(): { status: string } } | undefined>;
    return {
      status: snapshot.status,
      value: snapshot.value as unknown,
      context: snapshot.context as unknown,
      history: sortHistory(historyValue),
      calls: Object.keys(children)
        .filter((id) => children[id]?.getSnapshot().status === 'active')
        .sort(),
      dues: this.clock.dues(),
    };
  }

  private during<T>(call: Call, run: () => T): T {
    return this.sop.machine.slot.during(call, run);
  }
}
