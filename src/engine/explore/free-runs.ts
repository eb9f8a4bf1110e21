import type { Budget, BudgetSpent } from './search-budget.js';
import { Truths } from '../cel/truths.js';
import type { ReadConditions } from '../cel/truths.js';
import type { Way } from '../format/tree.js';

/** How often one guard is asked anew in one run, because something was assigned in between, before the run goes in a circle. */
const MAX_ASKED = 8;

/** A run that goes round by itself and never comes to rest; it leads to nothing that a shorter one does not. */
export class GoesRound extends Error {}

/** One guard that was asked on the way, and what it was taken to answer. */
export interface Answer {
  /** Pointer of the guard's transition. */
  pointer: string;
  expr: string;
  value: boolean;
}

/**
 * What the guards of one run answer: as planned at first, then no. It remembers what was asked and taken. An answer that
 * follows from those before is no choice.
 */
export class FreeRunAnswers {
  readonly answers: Answer[] = [];
  /** Ways that were taken by themselves, in turn. */
  readonly taken: Way[] = [];
  /** Why a guard broke the run off; XState wraps what guards throw. */
  fault: GoesRound | BudgetSpent | null = null;
  /** Answers that were free to be the other. */
  private readonly choices: boolean[] = [];
  private readonly remembered = new Map<string, boolean>();
  private readonly truths = new Map<string, Truths>();
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly plan: readonly boolean[],
    private readonly budget: Budget,
    private readonly conditions: ReadConditions,
  ) {}

  /** The same condition gives the same answer until something it could read has changed. */
  ask(way: Way, expr: string, changes: number, event: string): boolean {
    try {
      return this.answer(way, expr, changes, event);
    } catch (fault) {
      this.fault = fault as GoesRound | BudgetSpent;
      throw fault;
    }
  }

  private answer(way: Way, expr: string, changes: number, event: string): boolean {
    this.budget.spend(1);
    const moment = `${changes} ${event}`;
    const question = `${moment} ${expr}`;
    const known = this.remembered.get(question);
    if (known !== undefined) return known;
    const truths = this.truths.get(moment) ?? new Truths(this.conditions);
    this.truths.set(moment, truths);
    const follows = truths.judge(expr);
    const value = follows ?? this.choose(way);
    truths.learn(expr, value);
    this.remembered.set(question, value);
    this.answers.push({ pointer: way.pointer, expr, value });
    return value;
  }

  private choose(way: Way): boolean {
    const times = (this.asked.get(way.pointer) ?? 0) + 1;
    if (times > MAX_ASKED) throw new GoesRound();
    this.asked.set(way.pointer, times);
    const value = this.plan[this.choices.length] ?? false;
    this.choices.push(value);
    return value;
  }

  /** The plan of the next run: the last no becomes a yes; null when every combination has had its turn. */
  nextPlan(): boolean[] | null {
    const last = this.choices.lastIndexOf(false);
    return last < 0 ? null : [...this.choices.slice(0, last), true];
  }

  /** The ways between which the run went to and fro at its end; empty when none was taken again. */
  round(): Way[] {
    const tail = this.taken.slice(this.taken.length >> 1);
    // A way out of states around several steps is looked at by each of them.
    const turns = tail.filter((way, i) => way !== tail[i - 1]);
    const ways = [...new Set(turns)];
    return ways.length < turns.length || turns.length === 1 ? ways : [];
  }
}
