import { Problem } from '../problems/problem.js';
import type { ProblemError } from '../problems/problem.js';
import type { Text } from '../engine/common/text.js';
import type { ProblemKind } from '../words/kind.js';
import { besideOf } from './source.js';

/** Work that is done in a thread of its own: a function that a file exports. */
export interface Task<Input, Output> {
  /** URL of the file. */
  file: string;
  /** Name of the export, made with `carried`. */
  name: string;
  /** Only for the compiler: what goes in and comes out. Both are plain JSON. */
  types?: (input: Input) => Output;
}

/** A task of the file `name` beside the one that asks (`import.meta.url`); both are source, or both are built. */
export function taskOf<Input, Output>(asking: string, file: string, name: string): Task<Input, Output> {
  return { file: besideOf(asking, file), name };
}

/** What travels between threads is text: objects of one thread would be strangers in the other. */
type Carried = { value: unknown } | { problem: CarriedFacts };
interface CarriedFacts {
  kind: ProblemKind;
  detail: Text;
  hint: Text | null;
  facts: Record<string, unknown>;
  errors: ProblemError[];
  headers: Record<string, string>;
}

/** A problem that was found in a thread, as it was there. */
class CarriedProblem extends Problem {
  readonly kind: ProblemKind;
  readonly detail: Text;
  override readonly hint: Text | null;
  override readonly facts: Record<string, unknown>;
  override readonly errors: ProblemError[];
  override readonly headers: Record<string, string>;

  constructor({ kind, detail, hint, facts, errors, headers }: CarriedFacts) {
    super();
    this.kind = kind;
    this.detail = detail;
    this.hint = hint;
    this.facts = facts;
    this.errors = errors;
    this.headers = headers;
  }
}

/** Makes work a task: it takes and answers text, and a problem is an answer. */
export function carried<Input, Output>(work: (input: Input) => Output): (text: string) => string {
  return (text) => {
    try {
      return JSON.stringify({ value: work(JSON.parse(text) as Input) } satisfies Carried);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { kind, detail, hint, facts, errors, headers } = error;
      return JSON.stringify({ problem: { kind, detail, hint, facts, errors, headers } } satisfies Carried);
    }
  };
}

/** What a task answered; throws the problem that it found. */
export function unpack<Output>(text: string): Output {
  const answer = JSON.parse(text) as Carried;
  if ('problem' in answer) throw new CarriedProblem(answer.problem);
  return answer.value as Output;
}
