import { Problem } from '../problems/problem.js';
import type { ProblemError } from '../problems/problem.js';
import type { Text } from '../engine/text.js';

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
  const extension = asking.endsWith('.ts') ? '.ts' : '.js';
  return { file: new URL(`./${file}${extension}`, asking).href, name };
}

/** What travels between threads is text: objects of one thread would be strangers in the other. */
type Carried = { value: unknown } | { problem: CarriedFacts };
interface CarriedFacts {
  slug: string;
  status: number;
  title: Text;
  detail: Text;
  facts: Record<string, unknown>;
  errors: ProblemError[];
  headers: Record<string, string>;
}

/** A problem that was found in a thread, as it was there. */
class CarriedProblem extends Problem {
  readonly slug: string;
  readonly status: number;
  readonly title: Text;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  override readonly errors: ProblemError[];
  override readonly headers: Record<string, string>;

  constructor({ slug, status, title, detail, facts, errors, headers }: CarriedFacts) {
    super();
    this.slug = slug;
    this.status = status;
    this.title = title;
    this.detail = detail;
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
      const { slug, status, title, detail, facts, errors, headers } = error;
      return JSON.stringify({
        problem: { slug, status, title, detail, facts, errors, headers },
      } satisfies Carried);
    }
  };
}

/** What a task answered; throws the problem that it found. */
export function unpack<Output>(text: string): Output {
  const answer = JSON.parse(text) as Carried;
  if ('problem' in answer) throw new CarriedProblem(answer.problem);
  return answer.value as Output;
}
