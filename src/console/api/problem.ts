import { slugOf, typeOf } from '../../words/kind';
import { outcomeUnknown, unexpected } from '../../words/problem-kinds';

/** One thing that is wrong and where: `pointer` is a JSON pointer into what was sent. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** The server's words follow the name of what they are about ("must be a number"); at a field they stand alone. */
function asSentence({ pointer, message }: FieldError): FieldError {
  if (message.startsWith('为')) return { pointer, message: `此项${message}` };
  if (!/^[a-z]/.test(message)) return { pointer, message };
  const whole = message.startsWith('there ') ? `T${message.slice(1)}` : `This ${message}`;
  return { pointer, message: /[.!?]$/.test(whole) ? whole : `${whole}.` };
}

/** A time that has to pass, ms. */
interface Wait {
  from: number;
  until: number;
}

/** What the header `retry-after` (seconds) means for who was answered at `now`; null when it says nothing of use. */
export function readWait(header: string | null, now: number): Wait | null {
  const seconds = Number(header ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? { from: now, until: now + seconds * 1000 } : null;
}

/** Whole seconds of a wait that are left; `now` may be older than the wait. */
export function secondsLeft(wait: Wait | null, now: number): number {
  return wait === null ? 0 : Math.max(0, Math.ceil((wait.until - Math.max(now, wait.from)) / 1000));
}

/** What the server (or the way to it) answered instead of a result. Texts are in the reader's language already. */
export class ApiProblem extends Error {
  /** As the server's catalogue has it; `offline` when nobody answered, `broken` for an answer that is none. */
  readonly slug: string;
  /** 0 when nobody answered. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  /** Everything else that the answer says: `accepted`, `why`, `currentVersion`, … */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Too many tries: how long nothing more is listened to (ms, on this machine's clock); null: it was not that. */
  readonly wait: Wait | null;

  /** `wait`: what the answer's `retry-after` came to. */
  constructor(status: number, body: unknown, wait: Wait | null = null) {
    const { type, title, detail, errors, ...facts } = isRecord(body) ? body : {};
    const slug = typeof type === 'string' ? slugOf(type) : nameless(status);
    super(slug);
    this.name = 'ApiProblem';
    this.slug = slug;
    this.status = status;
    this.title = typeof title === 'string' ? title : '';
    this.detail = typeof detail === 'string' ? detail : '';
    this.errors = Array.isArray(errors) ? errors.filter(isFieldError).map(asSentence) : [];
    this.facts = facts;
    this.wait = status === 429 ? wait : null;
  }

  /** Nobody knows whether a write was done: nobody answered, or whoever answered does not know either. */
  get isUnknown(): boolean {
    return this.status === 0 || (this.status >= 500 && UNKNOWN.some((one) => one === this.slug));
  }

  /** The person was asked for their password and did not give it: nothing was done, and that needs no words. */
  get isTakenBack(): boolean {
    return this.slug === TAKEN_BACK;
  }

  /** The same call may succeed later: the server was away, busy or fell over. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const TAKEN_BACK = 'taken-back';

/** A call that its person thought better of. */
export function takenBack(status: number): ApiProblem {
  return new ApiProblem(status, { type: typeOf(TAKEN_BACK) });
}

/** What nobody of the server's said, but something on the way. */
const BROKEN = 'broken';

/** `unexpected` may come after the write. */
const UNKNOWN = [outcomeUnknown.slug, BROKEN, unexpected.slug];

function nameless(status: number): string {
  return status === 0 ? 'offline' : BROKEN;
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
