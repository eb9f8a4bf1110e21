import type { Socket } from 'node:net';
import type { Lang } from '../engine/common/text.js';
import { BadRequest, HeadersTooLarge, RequestTooSlow } from '../problems/http-problems.js';
import type { Problem } from '../problems/problem.js';
import { langOf } from '../problems/problem.filter.js';
import { renderProblem } from '../problems/render.js';

/** What Node says of a request that it could not read to its end. */
type ConnectionError = Error & { code?: string };

/** For the answer to arrive before the connection goes, and for it to be taken at all (ms). */
const GOODBYE_MS = 200;
const LONGEST_MS = 2_000;

const langs = new WeakMap<Socket, Lang>();

/** Remembers in which language a caller wants to hear what goes wrong after the headers have come. */
export function noteLang(socket: Socket, headers: Record<string, string | string[] | undefined>): void {
  if (headers['accept-language'] !== undefined) langs.set(socket, langOf({ method: '', url: '', headers }));
}

/**
 * Answers a request that never became one, with the same kind of problem as all others: it came too slowly, was no HTTP,
 * or its headers were too large. The connection is closed, since nobody knows what would come next on it.
 */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  const { _httpMessage: answer } = socket as Socket & { _httpMessage?: { _headerSent?: boolean } };
  // Half an answer may be out already: nothing can be put behind it.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable || answer?._headerSent === true) {
    socket.destroy();
    return;
  }
  const problem = toProblem(error);
  const lang = langs.get(socket) ?? 'en';
  const body = JSON.stringify(renderProblem(problem, lang));
  const head = [
    `HTTP/1.1 ${String(problem.status)} ${REASONS[problem.status] ?? 'Bad Request'}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Language: ${lang}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  // Whoever does not close is closed: Node counts such a connection among none that it ends by itself.
  const close = (): void => void socket.destroy();
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => setTimeout(close, GOODBYE_MS).unref());
  setTimeout(close, LONGEST_MS).unref();
}

const REASONS: Record<number, string> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

function toProblem({ code, message }: ConnectionError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTooSlow();
  if (code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLarge();
  return new BadRequest(400, message);
}
