import { DatabaseUnavailable, StorageFull } from './database-problems.js';

/** Ways of Node and PostgreSQL to say that the server is not there, is going, or takes nobody in. */
const CODES = [
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  // It took too long, waited too long for others, or was left lying about.
  ...['57014', '55P03', '25P03'],
  // It takes no writes now, has no memory, or cannot read its disk.
  ...['25006', '53200', '58030'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
];
const FULL = ['53100', 'ENOSPC', 'EDQUOT'];
/** What the driver says without a code. */
const MESSAGES =
  /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error|^Cannot use a pool after/;
/** What Prisma's adapter makes of it. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections', 'SocketTimeout'];

/** The error, or what it was caused by, as "the database does not answer"; null when it is something else. */
export function toDatabaseUnavailable(error: unknown, depth = 0): DatabaseUnavailable | null {
  if (error instanceof DatabaseUnavailable) return error;
  if (typeof error !== 'object' || error === null || depth > 5) return null;
  const { code, kind, message, cause, errors, meta, originalCode, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  const codes = [code, originalCode].filter((one) => typeof one === 'string');
  if (codes.some((one) => FULL.includes(one))) return new StorageFull(error);
  const isOne = codes.some((one) => CODES.includes(one));
  const isKind = typeof kind === 'string' && KINDS.includes(kind);
  if (isOne || isKind || (typeof message === 'string' && MESSAGES.test(message))) {
    return new DatabaseUnavailable(error);
  }
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  for (const one of inner) {
    const found = toDatabaseUnavailable(one, depth + 1);
    if (found) return found;
  }
  return null;
}
