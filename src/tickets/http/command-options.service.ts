import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Config } from '../../config.js';
import type { Lang } from '../../engine/common/text.js';
import { actorOf, maySee, reachOf } from '../../people/access/access.js';
import type { Person } from '../../people/common/model.js';
import { GuideService } from '../read/guide.service.js';
import type { CommandOptions, Reach } from '../model/model.js';
import { headerOf, identityOf, type WriteRequest } from '../../writes/identity.js';
import { HeaderUnreadable } from '../../writes/write-problems.js';

const VERSION = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/;

/** The version that the caller saw; undefined when the request names none. */
function readIfMatch(request: WriteRequest): number | undefined {
  const value = headerOf(request, 'if-match')?.trim();
  if (value === undefined || value === '*') return undefined;
  const match = VERSION.exec(value);
  if (match === null)
    throw new HeaderUnreadable('If-Match', {
      en: 'If-Match takes the version of the ticket in quotes, e.g. "7".',
      'zh-CN': 'If-Match 应为带引号的工单版本号，例如 "7"。',
    });
  return Number(match[1] ?? match[2]);
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
      idempotency: identityOf(request, person.id),
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
