import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { advance, compileSop, contextOf, openTicket, parseSop } from '../../../src/engine/index.js';
import type { CompiledSop } from '../../../src/engine/index.js';
import { listWaysOut } from '../../../src/engine/run/acceptance.js';
import type {
  Actor,
  Advanced,
  AdvanceInput,
  EngineEvent,
  EngineState,
  Outcome,
} from '../../../src/engine/common/model.js';
import { AGENT, makeInput, NOON } from './builders.js';
import { sample, sampleObject } from './sample-data.js';
import { EVERYTHING } from './sample-sops.js';
import { sortHistory, Uninterrupted } from './uninterrupted.js';

const SUPERVISOR: Actor = { kind: 'agent', id: 'u9', name: 'Zoe', roles: ['agent', 'lead'], tier: 3 };

/** Two lives of one ticket: one is stored and restored after every event, the other is never interrupted. */
class Walk {
  private state: EngineState;
  private readonly whole: Uninterrupted;
  private seq = 1;
  private now = 0;
  private cursor = 0;

  constructor(
    private readonly sop: CompiledSop,
    private readonly choices: number[],
  ) {
    const data = sampleObject(sop.meta.intake.form, (n) => this.pick(n));
    const opened = openTicket(sop, data, this.input(), AGENT);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    this.whole = new Uninterrupted(sop, data, this.input(), AGENT);
    this.state = this.store(opened.advanced);
    this.compare(opened.advanced);
  }

  /** Every state that was entered on the way. */
  readonly visited = new Set<string>();

  /** Goes on until the choices are used up or the ticket has ended. */
  run(): void {
    while (this.cursor < this.choices.length && this.state.status === 'active') {
      const moves = this.moves();
      const move = moves[this.pick(moves.length)];
      if (!move) return;
      this.seq += 1;
      move();
    }
  }

  private moves(): (() => void)[] {
    const ways = [...listWaysOut(this.sop, this.state)].map(([event, [way]]) => () => {
      const wanted = way?.schema ? sampleObject(way.schema, (n) => this.pick(n)) : {};
      this.happen(event, wanted);
    });
    const calls = Object.keys(this.state.calls).flatMap((id) => [
      () => this.endCall(id, true),
      () => this.endCall(id, false),
    ]);
    const timers = Object.keys(this.state.timers).length > 0 ? [() => this.fireTimer()] : [];
    return [...ways, ...calls, ...calls, ...timers];
  }

  private happen(event: string, data: ReturnType<typeof sampleObject>): void {
    const actor = this.pick(2) === 0 ? AGENT : SUPERVISOR;
    this.apply({ type: 'event', event, data, actor }, () =>
      this.whole.send({ type: event, data }, this.input(), actor),
    );
  }

  private endCall(id: string, well: boolean): void {
    const seq = this.state.calls[id] ?? 0;
    if (well) {
      const output = this.answer(id);
      this.apply({ type: 'call-done', id, seq, output }, () =>
        this.whole.end(id, { type: 'finish', output }, this.input()),
      );
    } else {
      const error = { code: 'timeout', message: 'took too long' };
      this.apply({ type: 'call-failed', id, seq, error }, () =>
        this.whole.end(id, { type: 'fail', error }, this.input()),
      );
    }
  }

  private answer(id: string): ReturnType<typeof sample> {
    for (const { def } of this.sop.states.values()) {
      const invoke = [def.invoke ?? []].flat().find((i) => i.id === id);
      if (!invoke) continue;
      const answer = { found: this.pick(5), ...sampleObject(invoke.input.answer, (n) => this.pick(n)) };
      // Now and then the order is somebody else's.
      return 'customerId' in answer && this.pick(4) === 0 ? { ...answer, customerId: 'other' } : answer;
    }
    return null;
  }

  private fireTimer(): void {
    const [first] = Object.entries(this.state.timers).sort(([, a], [, b]) => a.dueAt - b.dueAt);
    if (!first) return;
    const [id, { seq, dueAt }] = first;
    this.now = dueAt - NOON;
    this.apply({ type: 'timer', id, seq }, () => this.whole.fireFirst(this.input()));
  }

  /** A rule that would be broken, or an expression that fails, stops our life but not the other: both stay away from it. */
  private apply(event: EngineEvent, live: () => void): void {
    const outcome: Outcome = advance(this.sop, this.state, event, this.input());
    if (outcome.ok) {
      live();
      this.state = this.store(outcome.advanced);
      this.compare(outcome.advanced);
    } else if (outcome.refusal.refused === 'guard-closed' || outcome.refusal.refused === 'invalid-form') {
      live();
      this.compareRefused();
    }
  }

  private compare(advanced: Advanced): void {
    const reports = this.whole.takeReports();
    for (const r of reports) if (r.report === 'entered') this.visited.add(r.state);
    this.comparePlace();
    expect(advanced.facts).toEqual(reports.flatMap((r) => (r.report === 'fact' ? [r.fact] : [])));
    expect(advanced.entered.map((e) => e.step)).toEqual(
      reports.flatMap((r) => (r.report === 'entered' && this.sop.steps.has(r.state) ? [r.state] : [])),
    );
    expect(advanced.exited).toEqual(
      reports.flatMap((r) => (r.report === 'exited' && this.sop.steps.has(r.state) ? [r.state] : [])),
    );
  }

  private compareRefused(): void {
    expect(this.whole.takeReports()).toEqual([]);
    this.comparePlace();
  }

  private comparePlace(): void {
    const { snapshot, calls, timers } = this.state;
    const dues = Object.values(timers).map((t) => t.dueAt - NOON);
    expect({
      status: this.state.status,
      value: snapshot.value,
      context: contextOf(this.state),
      history: sortHistory(snapshot.historyValue),
      calls: Object.keys(calls).sort(),
      dues: dues.sort((a, b) => a - b),
    }).toEqual(this.whole.place());
  }

  private store(advanced: Advanced): EngineState {
    return JSON.parse(JSON.stringify(advanced.state)) as EngineState;
  }

  private input(): AdvanceInput {
    const customer = { id: 'customer', name: 'Li Wei', tier: 'gold' };
    return makeInput({ seq: this.seq, now: NOON + this.now, customer });
  }

  private pick(n: number): number {
    const choice = this.choices[this.cursor] ?? 0;
    this.cursor += 1;
    return n > 0 ? choice % n : 0;
  }
}

const folder = 'workflows';
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const { definition } = parseSop(readFileSync(`${folder}/${name}`, 'utf8'));
    return definition ? [definition] : [];
  });

function walk(sop: CompiledSop, numRuns: number, seed?: number): Set<string> {
  const visited = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat(9_999), { minLength: 20, maxLength: 150 }), (choices) => {
      const life = new Walk(sop, choices);
      life.run();
      for (const state of life.visited) visited.add(state);
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
  return visited;
}

describe('walks through SOPs', () => {
  it.each([EVERYTHING, ...shipped].map((definition) => [definition.id, definition] as const))(
    'a ticket of %s that is stored and restored after every event lives like one that never is',
    (_, definition) => {
      expect(walk(compileSop(definition, 1), 60).size).toBeGreaterThan(2);
    },
  );

  it('the walks through the sample of everything leave no state out', () => {
    const sop = compileSop(EVERYTHING, 1);
    const states = [...sop.states.values()]
      .filter((state) => state.type !== 'history')
      .map((state) => state.id);
    expect([...walk(sop, 200, 7)].sort()).toEqual(states.sort());
  });
});
