import { readFileSync } from 'node:fs';
import { checkSop } from '../../../src/engine/check/check.js';
import {
  advance,
  compileSop,
  contextOf,
  guideSteps,
  openTicket,
  reopenTicket,
} from '../../../src/engine/index.js';
import type {
  Actor,
  CompiledSop,
  EngineEvent,
  EngineState,
  Fact,
  GuideAction,
  Json,
  JsonObject,
  Lang,
  Outcome,
  Refusal,
} from '../../../src/engine/index.js';
import { AGENT, makeInput, NOON } from './builders.js';
import { SharedLimits, TicketUses } from './shared-limits.js';

const CUSTOMER: Actor = { kind: 'customer', id: 'c1', name: 'Li Wei' };
const FOLDER = new URL('../../../workflows/', import.meta.url);

/** A shipped SOP, compiled. */
export function compileShipped(id: string): CompiledSop {
  const { definition } = checkSop(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'));
  if (!definition) throw new Error(`${id} could not be read`);
  return compileSop(definition, 1);
}

/**
 * One ticket walked through an SOP by hand, its clock included, beside other tickets that use up the same `limits`.
 * Throws when an event is refused.
 */
export class TicketWalk {
  private now = NOON;
  private seq = 1;
  private state: EngineState;
  private readonly uses: TicketUses;
  readonly facts: Fact[] = [];

  constructor(
    private readonly sop: CompiledSop,
    data: JsonObject,
    private readonly limits = new SharedLimits(),
  ) {
    this.uses = new TicketUses(limits);
    this.state = this.keep(openTicket(sop, data, this.input()));
  }

  get steps(): string[] {
    return this.state.steps;
  }
  get outcome(): string | null {
    return this.state.outcome;
  }
  get context(): JsonObject {
    return contextOf(this.state);
  }
  /** What has been sent to the customer, in English. */
  get replies(): string[] {
    return this.facts.flatMap((fact) => (fact.type === 'reply' ? [fact.text.en] : []));
  }

  /** What has been noted for those who work on it, in the language. */
  notes(lang: Lang = 'en'): string[] {
    return this.facts.flatMap((fact) => (fact.type === 'note' ? [fact.text[lang]] : []));
  }

  /** An agent presses a button. */
  act(event: string, data: JsonObject = {}, actor: Actor = AGENT): this {
    return this.send({ type: 'event', event, data, actor });
  }
  /** The customer writes. */
  write(body: string): this {
    return this.send({ type: 'event', event: 'CUSTOMER_MESSAGE', data: { body }, actor: CUSTOMER });
  }
  /** The automation comes back with an answer. */
  answer(id: string, output: Json): this {
    return this.send({ type: 'call-done', id, seq: this.seqOf(id), output });
  }
  /** The automation fails for good. */
  fail(id: string, code = 'http-5xx', message = 'no answer'): this {
    return this.send({ type: 'call-failed', id, seq: this.seqOf(id), error: { code, message } });
  }
  /** Hours pass, and every timer that is due on the way fires in its turn. */
  wait(hours: number): this {
    const until = this.now + hours * 3_600_000;
    for (;;) {
      const [next] = Object.entries(this.state.timers)
        .filter(([, timer]) => timer.dueAt <= until)
        .sort(([, a], [, b]) => a.dueAt - b.dueAt);
      if (!next) break;
      const [id, { seq, dueAt }] = next;
      this.now = dueAt;
      this.send({ type: 'timer', id, seq });
    }
    this.now = until;
    return this;
  }

  /** The customer comes back after the end. */
  reopen(): this {
    this.state = this.keep(reopenTicket(this.sop, this.state, this.input()));
    return this;
  }

  /** What the engine says to an event that it should refuse; the ticket stays where it is. */
  refusal(event: string, data: JsonObject = {}, actor: Actor = AGENT): Refusal {
    const outcome = this.advance({ type: 'event', event, data, actor });
    if (outcome.ok) throw new Error(`${event} was taken`);
    return outcome.refusal;
  }
  /** A button as an agent sees it. */
  button(event: string, actor: Actor = AGENT): GuideAction | undefined {
    const steps = guideSteps(this.sop, this.state, { ...this.input(), actor });
    return steps.flatMap((step) => step.actions).find((action) => action.event === event);
  }

  /** What the agent may send with one click. */
  prepared(lang: Lang = 'en'): string[] {
    const steps = guideSteps(this.sop, this.state, { ...this.input(), actor: AGENT });
    return steps.flatMap((step) => step.replies.map((reply) => reply.text[lang]));
  }

  /** What the agent is told to do now. */
  instructions(lang: Lang): string {
    const steps = guideSteps(this.sop, this.state, { ...this.input(), actor: AGENT });
    return steps.map((step) => step.instructions?.[lang] ?? '').join('\n');
  }

  private send(event: EngineEvent): this {
    if (event.type === 'call-done') this.uses.settle(event.id, null);
    if (event.type === 'call-failed') this.uses.settle(event.id, event.error.code);
    const outcome = this.advance(event);
    this.state = this.keep(outcome);
    const calls = outcome.ok ? outcome.advanced.calls : [];
    for (const call of calls) {
      const over = this.uses.order(call);
      if (over === null) continue;
      // A person is refused; for everything else the call fails at once.
      if (event.type === 'event' && event.actor.kind === 'agent') throw new Error(JSON.stringify(over.why));
      this.fail(call.id, 'limit-reached', over.why.en);
    }
    return this;
  }
  private advance(event: EngineEvent): Outcome {
    // As from the database: nothing but JSON survives between two events.
    return advance(this.sop, JSON.parse(JSON.stringify(this.state)) as EngineState, event, this.input());
  }
  private keep(outcome: Outcome): EngineState {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    this.seq += 1;
    this.facts.push(...outcome.advanced.facts);
    return outcome.advanced.state;
  }
  private seqOf(call: string): number {
    const seq = this.state.calls[call];
    if (seq === undefined)
      throw new Error(`no call ${call} under way, but ${Object.keys(this.state.calls).join()}`);
    return seq;
  }
  private input(): ReturnType<typeof makeInput> {
    return makeInput({ now: this.now, seq: this.seq, limits: this.limits.read });
  }
}
