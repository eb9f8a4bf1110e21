import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { CallFailure, HttpCall, Json } from '../engine/common/model.js';
import { isPublicAddress, literalAddress } from './addresses.js';
import { AnswerCheck, messageOf, parseJson } from './answers.js';
import { Connections } from './connections.service.js';
import type { Connection } from './connections.service.js';
import { AddressForbidden, guardedAgent } from './guarded-agent.service.js';
import type { LookUp } from './guarded-agent.service.js';
import { wordFailure } from './failure-words.js';
import { readRefusalReason } from './refusal-reason.js';
import { PathRefused, checkAllowed, requestUrl } from './request-url.js';
import { retryAfterMs, waitBeforeRetry } from './retry.js';

export type CallErrorCode =
  | 'timeout'
  | 'refused'
  | 'http-4xx'
  | 'http-5xx'
  /** A refusal, after something earlier may have been taken: nobody knows whether it happened. */
  | 'unclear'
  | 'invalid-answer'
  | 'unknown-connection'
  | 'forbidden-address';

export type CallResult =
  | { ok: true; output: Json; tries: number }
  | { ok: false; error: CallFailure & { code: CallErrorCode }; tries: number };

type Try =
  | { ok: true; output: Json }
  | {
      ok: false;
      code: CallErrorCode;
      message: string;
      again: boolean;
      /** The other system may have done it all the same. */
      mayHaveActed: boolean;
      retryAfter?: string;
    };

/** Refusals that say that it is just being done, or that somebody was too early: no proof that nothing happens. */
const NO_PROOF = [408, 409, 425, 429];

const MAX_BYTES = 1024 * 1024;
/** What a refusal may take to say why: its status is known already, and nobody waits long for the words. */
const REASON = { bytes: 16 * 1024, ms: 1_000 };

/** What tests replace: waiting between tries, chance, names, time. */
export class HttpActorSeams {
  sleep = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('stopped'));
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  random = (): number => Math.random();
  now = (): number => Date.now();
  lookUp: LookUp | undefined;
}

/**
 * Calls other systems for SOPs. Tries are repeated within one call: its effect stays open in the outbox until the
 * result has been applied, so a process that dies in between leaves it to be called again, with the same key.
 */
@Injectable()
export class HttpActor implements OnApplicationShutdown {
  private readonly answers = new AnswerCheck();
  private readonly open = new Agent();
  private readonly guarded: Agent;

  constructor(
    private readonly connections: Connections,
    private readonly seams: HttpActorSeams,
  ) {
    this.guarded = guardedAgent(seams.lookUp);
  }

  /**
   * The answer, or why there is none after all tries. `key` goes along as `Idempotency-Key`, the same for every try.
   * `sentBefore`: it went out under this key earlier, so that a refusal now says nothing about then.
   * Throws only when `stop` was aborted: nothing is known then.
   */
  async call(
    call: HttpCall['request'],
    key: string,
    stop?: AbortSignal,
    sentBefore = false,
  ): Promise<CallResult> {
    const connection = this.connections.find(call.connection);
    // Rules and addresses may have changed since it went out: a refusal now says nothing about then.
    const isOpen = sentBefore && call.method !== 'GET';
    const nowhere = isOpen ? 'unclear' : 'unknown-connection';
    const refused = isOpen ? 'unclear' : 'forbidden-address';
    if (!connection) return fail(nowhere, `There is no connection "${call.connection}".`, 0);
    let url: URL;
    try {
      url = requestUrl(connection.baseUrl, call.path, call.query);
      checkAllowed(connection, call.method, url);
    } catch (error) {
      if (error instanceof PathRefused) return fail(refused, messageOf(error), 0);
      return fail(nowhere, messageOf(error), 0);
    }
    // Sockets look up names only; an address that stands in the URL is checked here.
    const literal = literalAddress(url.hostname);
    if (literal !== null && !connection.allowPrivate && !isPublicAddress(literal)) {
      return fail(refused, new AddressForbidden(url.hostname, literal).message, 0);
    }
    let mayHaveActed = sentBefore && call.method !== 'GET';
    for (let tries = 1; ; tries++) {
      const outcome = await this.tryOnce(call, connection, url, key, stop);
      if (outcome.ok) return { ...outcome, tries };
      if (call.method !== 'GET' && outcome.mayHaveActed) mayHaveActed = true;
      const wait = waitBeforeRetry(
        tries,
        this.seams.random(),
        retryAfterMs(outcome.retryAfter, this.seams.now()),
      );
      if (!outcome.again || tries > call.retries || wait === null) {
        const isRefused = outcome.code === 'http-4xx' || outcome.code === 'forbidden-address';
        return mayHaveActed && isRefused
          ? unclear(outcome, tries)
          : fail(outcome.code, outcome.message, tries);
      }
      await this.seams.sleep(wait, stop);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.open.destroy(), this.guarded.destroy()]);
  }

  private async tryOnce(
    call: HttpCall['request'],
    connection: Connection,
    url: URL,
    key: string,
    stop: AbortSignal | undefined,
  ): Promise<Try> {
    const limit = Math.min(call.timeoutMs, connection.timeoutMs ?? Infinity);
    const timeout = AbortSignal.timeout(limit);
    try {
      const response = await request(url, {
        method: call.method,
        headers: {
          ...lowerCased(connection.headers ?? {}),
          accept: 'application/json',
          'user-agent': 'stepwise',
          'idempotency-key': key,
          ...(call.body === null ? {} : { 'content-type': 'application/json' }),
        },
        body: call.body === null ? null : JSON.stringify(call.body),
        signal: stop ? AbortSignal.any([timeout, stop]) : timeout,
        dispatcher: connection.allowPrivate ? this.open : this.guarded,
      });
      return await this.judge(call, response);
    } catch (error) {
      stop?.throwIfAborted();
      if (timeout.aborted) {
        return {
          ok: false,
          code: 'timeout',
          message: `No answer within ${limit} ms.`,
          again: true,
          mayHaveActed: true,
        };
      }
      const forbidden = findForbidden(error);
      if (forbidden)
        return {
          ok: false,
          code: 'forbidden-address',
          message: forbidden.message,
          again: false,
          mayHaveActed: false,
        };
      return { ok: false, code: 'refused', message: messageOf(error), again: true, mayHaveActed: true };
    }
  }

  private async judge(call: HttpCall['request'], response: Dispatcher.ResponseData): Promise<Try> {
    const { statusCode: status, headers, body } = response;
    if (status >= 400) {
      const why = await reasonOf(body, one(headers['content-type']));
      return {
        ok: false,
        code: status >= 500 ? 'http-5xx' : 'http-4xx',
        message: why === null ? `The answer was ${status}.` : `The answer was ${status}: ${why}`,
        again: status >= 500 || status === 429,
        mayHaveActed: status >= 500 || NO_PROOF.includes(status),
        retryAfter: one(headers['retry-after']),
      };
    }
    if (status >= 300) {
      await body.dump();
      return invalid(`The answer was ${status}; redirects are not followed.`);
    }
    const bytes = await readUpTo(body, MAX_BYTES);
    if (bytes === null) return invalid(`The answer is larger than ${MAX_BYTES} bytes.`);
    const parsed = parseJson(bytes, one(headers['content-type']));
    if ('fault' in parsed) return invalid(parsed.fault);
    const fault = this.answers.fault(call.answer, parsed.output);
    return fault === null
      ? { ok: true, output: parsed.output }
      : invalid(`The answer does not fit: ${fault}`);
  }
}

function fail(code: CallErrorCode, message: string, tries: number): CallResult {
  const told = message.slice(0, 500);
  return { ok: false, error: { code, message: told, words: wordFailure(code, told) }, tries };
}

/** A refusal, after an earlier try may have been taken. */
function unclear({ code, message }: { code: CallErrorCode; message: string }, tries: number): CallResult {
  const told = `It may have been done before. ${message}`.slice(0, 500);
  const words = {
    en: told,
    'zh-CN': `此前的调用可能已经生效。${wordFailure(code, message)['zh-CN']}`.slice(0, 500),
  };
  return { ok: false, error: { code: 'unclear', message: told, words }, tries };
}

function invalid(message: string): Try {
  return { ok: false, code: 'invalid-answer', message, again: false, mayHaveActed: true };
}

/** Null without a reason that can be read. The body is let go of in any case, whatever it still has to say. */
async function reasonOf(
  body: Dispatcher.ResponseData['body'],
  contentType: string | undefined,
): Promise<string | null> {
  const late = setTimeout(() => body.destroy(), REASON.ms);
  try {
    const bytes = await readUpTo(body, REASON.bytes);
    return bytes === null ? null : readRefusalReason(bytes, contentType);
  } catch {
    return null;
  } finally {
    clearTimeout(late);
    body.destroy();
  }
}

/** Null when the body is longer; the rest is not read then. */
async function readUpTo(body: Dispatcher.ResponseData['body'], max: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function findForbidden(error: unknown): AddressForbidden | null {
  if (error instanceof AddressForbidden) return error;
  return error instanceof Error && error.cause !== undefined ? findForbidden(error.cause) : null;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** Names of headers in one case, so that ours win over those of the connection. */
function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
