import { DatabaseBusy, OutcomeUnknown } from './database-problems.js';
import { toDatabaseUnavailable } from './unavailable.js';

/** The statement cannot have reached the server, because nobody took the connection; or the server says it gave it up. */
const NOT_DONE = [
  ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', '57P03', '53300'],
  ...['57014', '55P03', '25P03', '25006', '53100', '53200'],
];
const NOT_DONE_MESSAGES = /^timeout exceeded when trying to connect|^Cannot use a pool after/;
const DEEPEST = 5;

/**
 * True when a statement failed in a way that leaves open whether it was carried out: the connection ended, or the answer
 * did not come. False when the server refused it, or cannot have had it.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  // Whatever kept it from being looked up afterwards says nothing about the write itself.
  if (error instanceof OutcomeUnknown) return true;
  return toDatabaseUnavailable(error) !== null && !wasNotDone(error, 0);
}

function wasNotDone(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  if (error instanceof DatabaseBusy) return true;
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && NOT_DONE.includes(code)) return true;
  if (typeof message === 'string' && NOT_DONE_MESSAGES.test(message)) return true;
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((one) => wasNotDone(one, depth + 1));
}

/** The process stops, and has let go of its connections: there is nobody to ask any more. */
export function isOver(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { message, cause } = error as Record<string, unknown>;
  return (
    (typeof message === 'string' && message.startsWith('Cannot use a pool after')) || isOver(cause, depth + 1)
  );
}

/** Somebody else kept a row for too long. */
const LOCKED = '55P03';

/**
 * Whether each part of a batch that failed like this may be tried alone: one of them was at fault, or waited for a row.
 * What failed because the database is away fails together: each alone would only wait once more.
 */
export function mayTryAlone(error: unknown): boolean {
  const unavailable = toDatabaseUnavailable(error);
  if (unavailable === null) return true;
  const { cause } = unavailable as { cause?: { code?: unknown } };
  return cause?.code === LOCKED;
}
