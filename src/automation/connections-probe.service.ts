import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';
import type { Text } from '../engine/common/text.js';
import { isPublicAddress, literalAddress } from './addresses.js';
import { readFailure } from './connections-failures.js';
import type { FailureFacts } from './connections-failures.js';
import type { Connection } from './connections.service.js';
import { withoutSecrets } from './connections-use.js';
import { AddressForbidden, guardedAgent } from './guarded-agent.service.js';
import { HttpActorSeams } from './http-actor.service.js';

export const PROBE_FAILURES = [
  'timeout',
  'unreachable',
  'forbidden-address',
  'rejected',
  'redirect',
  'http-5xx',
] as const;
export type ProbeFailure = (typeof PROBE_FAILURES)[number];

/** How a connection answered a look at its base address. `ms`: until the answer, or until it was given up. */
export interface Probed {
  ok: boolean;
  status: number | null;
  ms: number;
  error: ({ code: ProbeFailure; message: Text } & FailureFacts) | null;
}

/** Nobody waits longer for a look (ms). */
const PATIENCE_MS = 5_000;

/** Looks whether another system answers, by the same rules as calls: addresses, headers, no redirects. */
@Injectable()
export class ConnectionsProbe implements OnApplicationShutdown {
  private readonly open = new Agent();
  private readonly guarded: Agent;

  constructor(seams: HttpActorSeams) {
    this.guarded = guardedAgent(seams.lookUp);
  }

  /** Reads the base address once. Any answer that is no refusal of ours and no fault of theirs is fine: 404 too. */
  async probe(connection: Connection): Promise<Probed> {
    const begin = performance.now();
    const done = (status: number | null, error: Probed['error']): Probed => {
      const ms = Math.round(performance.now() - begin);
      return { ok: error === null, status, ms, error };
    };
    const limit = Math.min(connection.timeoutMs ?? PATIENCE_MS, PATIENCE_MS);
    const timeout = AbortSignal.timeout(limit);
    try {
      const url = new URL(connection.baseUrl);
      const literal = literalAddress(url.hostname);
      if (literal !== null && !connection.allowPrivate && !isPublicAddress(literal))
        throw new AddressForbidden(url.hostname, literal);
      const { statusCode, body } = await request(url, {
        method: 'GET',
        headers: { 'user-agent': 'stepwise', accept: 'application/json', ...lowerCased(connection.headers) },
        signal: timeout,
        dispatcher: connection.allowPrivate ? this.open : this.guarded,
      });
      // Only whether it answers counts; a broken rest is no matter.
      await body.dump().catch(() => undefined);
      return done(statusCode, judge(statusCode));
    } catch (error) {
      if (timeout.aborted) return done(null, tooLate(limit));
      return done(null, explain(error, connection));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.open.destroy(), this.guarded.destroy()]);
  }
}

function judge(status: number): Probed['error'] {
  const about = { facts: { status: String(status) }, detail: null };
  if (status >= 500)
    return {
      ...about,
      code: 'http-5xx',
      reason: 'http-5xx',
      message: {
        en: `It answers with a fault of its own (${status}).`,
        'zh-CN': `对方系统返回错误（${status}）。`,
      },
    };
  if (status === 401 || status === 403 || status === 407)
    return {
      ...about,
      code: 'rejected',
      reason: 'rejected',
      message: {
        en: `It does not accept our key (${status}); look at the headers of the connection.`,
        'zh-CN': `对方拒绝了我方凭证（${status}），请检查该连接的请求头。`,
      },
    };
  if (status >= 300 && status < 400)
    return {
      ...about,
      code: 'redirect',
      reason: 'redirect',
      message: {
        en: `It redirects (${status}), and calls do not follow; give the final address as baseUrl.`,
        'zh-CN': `对方返回重定向（${status}），调用不会跟随；请把最终地址设为 baseUrl。`,
      },
    };
  return null;
}

function tooLate(limit: number): Probed['error'] {
  return {
    code: 'timeout',
    reason: 'timeout',
    facts: { ms: String(limit) },
    detail: null,
    message: { en: `No answer within ${limit} ms.`, 'zh-CN': `${limit} 毫秒内没有响应。` },
  };
}

function explain(error: unknown, connection: Connection): Probed['error'] {
  const forbidden = findForbidden(error);
  if (forbidden) {
    const about = readFailure('forbidden-address', forbidden.message);
    const { host = '', address = '' } = about.facts;
    return {
      ...about,
      code: 'forbidden-address',
      message: {
        en: forbidden.message,
        'zh-CN': `${host} 的地址 ${address} 不在公网上，而该连接未允许访问内网（allowPrivate）。`,
      },
    };
  }
  const said = withoutSecrets(
    error instanceof Error ? error.message || error.name : String(error),
    connection,
  );
  const detail = said.slice(0, 300);
  return {
    code: 'unreachable',
    reason: 'unreachable',
    facts: {},
    detail,
    message: { en: `It cannot be reached: ${detail}`, 'zh-CN': `无法连接：${detail}` },
  };
}

function lowerCased(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function findForbidden(error: unknown): AddressForbidden | null {
  if (error instanceof AddressForbidden) return error;
  return error instanceof Error && error.cause !== undefined ? findForbidden(error.cause) : null;
}
