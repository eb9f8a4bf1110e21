import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Config } from '../../config.js';
import type { Lang } from '../../engine/text.js';
import { actorOf, maySee, reachOf } from '../../people/access.js';
import type { Person } from '../../people/model.js';
import { GuideService } from '../read/guide.service.js';
import type { CommandOptions, Reach } from '../model/model.js';
import { HeaderUnreadable } from '../model/ticket-problems.js';

/** What a write needs to know of its HTTP request. */
export interface WriteRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const VERSION = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/;

function header(request: WriteRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The version that the caller saw; undefined when the request names none. */
function readIfMatch(request: WriteRequest): number | undefined {
  const value = header(request, 'if-match')?.trim();
  if (value === undefined || value === '*') return undefined;
  const match = VERSION.exec(value);
  if (match === null)
    throw new HeaderUnreadable('If-Match', {
      en: 'If-Match takes the version of the ticket in quotes, e.g. "7".',
      'zh-CN': 'If-Match 应为带引号的工单版本号，例如 "7"。',
    });
  return Number(match[1] ?? match[2]);
}

function readKey(request: WriteRequest, scope: string): CommandOptions['idempotency'] {
  const key = header(request, 'idempotency-key');
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw new HeaderUnreadable('Idempotency-Key', {
      en: 'Idempotency-Key takes 1 to 200 printable ASCII characters without spaces, e.g. a UUID.',
      'zh-CN': 'Idempotency-Key 应为 1 至 200 个可打印 ASCII 字符（不含空格），例如 UUID。',
    });
  const said = JSON.stringify([request.method, request.url, request.body ?? null]);
  return { scope, key, bodyHash: createHash('sha256').update(said).digest('hex') };
}

/** From a request to the options of its command: who, when, on which version, under which key, and what is answered. */
@Injectable()
export class CommandOptionsService {
  constructor(
    private readonly guides: GuideService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Throws `HeaderUnreadable` for headers that say nothing. */
  optionsFor(request: WriteRequest, person: Person, lang: Lang): CommandOptions {
    return {
      actor: actorOf(person),
      now: this.clock.now(),
      ifMatch: readIfMatch(request),
      idempotency: readKey(request, person.id),
      reach: this.reachOf(person),
      visible: (ticket) => maySee(person, ticket),
      answer: this.guides.answerFor(person, lang),
    };
  }

  /** What a person may do at desks, with how long a lease lasts. */
  reachOf(person: Person): Reach {
    return { ...reachOf(person), leaseMs: this.config.leaseMs };
  }
}
