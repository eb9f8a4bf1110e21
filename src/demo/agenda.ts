import type { Colleague } from './staff.js';

/** What is going to happen to one ticket of the demo world, and when (ms). */
export type Todo = { at: number } & (
  | { act: 'open' | 'thanks' | 'comeback' | 'cancel' }
  | { act: 'nudge'; nth: number }
  /** A person takes the visit, writes to the customer, or leaves the step. */
  | { act: 'claim' | 'write' | 'decide'; visitNo: number; person: Colleague }
  /** A customer, or another department, does what the step waits for. */
  | { act: 'answer' | 'outside'; visitNo: number }
  | { act: 'call'; id: string; seq: number }
  | { act: 'timer'; id: string; seq: number }
);

/** The plans of one ticket, the earliest first; plans of the same instant in the order in which they were made. */
export class Agenda {
  private readonly plans: Todo[] = [];

  add(todo: Todo): void {
    this.plans.push(todo);
  }

  /** The earliest plan; null when nothing is planned. */
  peek(): Todo | null {
    return this.plans.reduce<Todo | null>(
      (first, todo) => (first === null || todo.at < first.at ? todo : first),
      null,
    );
  }

  remove(todo: Todo): void {
    const i = this.plans.indexOf(todo);
    if (i >= 0) this.plans.splice(i, 1);
  }

  /** Forgets the plans that `which` names. */
  drop(which: (todo: Todo) => boolean): void {
    for (const todo of this.plans.filter(which)) this.remove(todo);
  }
}
