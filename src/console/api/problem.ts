/** One thing that is wrong and where: `pointer` is a JSON pointer into what was sent. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** What the server (or the way to it) answered instead of a result. Texts are in the reader's language already. */
export class ApiProblem extends Error {
  /** The slug of `urn:stepwise:problem:<slug>`; `offline` when nobody answered, `broken` for an answer that is none. */
  readonly slug: string;
  /** 0 when nobody answered. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  /** Everything else that the answer says: `accepted`, `why`, `currentVersion`, … */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, body: unknown) {
    const { type, title, detail, errors, ...facts } = isRecord(body) ? body : {};
    const slug = typeof type === 'string' ? type.replace('urn:stepwise:problem:', '') : nameless(status);
    super(slug);
    this.name = 'ApiProblem';
    this.slug = slug;
    this.status = status;
    this.title = typeof title === 'string' ? title : '';
    this.detail = typeof detail === 'string' ? detail : '';
    this.errors = Array.isArray(errors) ? errors.filter(isFieldError) : [];
    this.facts = facts;
  }

  /** The same call may succeed later: the server was away, busy or fell over. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

function nameless(status: number): string {
  return status === 0 ? 'offline' : 'broken';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value['pointer'] === 'string' && typeof value['message'] === 'string';
}

/** Whatever was thrown, as a problem. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(-1, { detail: error instanceof Error ? error.message : String(error) });
}
