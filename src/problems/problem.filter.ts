import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LANGS, pickLang, type Lang } from '../engine/common/text.js';
import { logLines } from '../telemetry.js';
import { AllowedMethods } from './allowed-methods.js';
import { pathOf } from './path-of.js';
import {
  BadRequest,
  BodyTooLarge,
  MalformedBody,
  MethodNotAllowed,
  Unexpected,
  UnknownRoute,
  UnsupportedMediaType,
} from './http-problems.js';
import { Problem } from './problem.js';
import { renderProblem } from './render.js';

/** What the filter needs to know of a request; the guard has put the person there. */
export interface ProblemRequest {
  /** Of the log and the record too; absent where a request never got that far. */
  id?: string;
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  person?: { lang: string };
}

export interface ProblemReply {
  sent: boolean;
  code(status: number): unknown;
  headers(values: Record<string, string>): unknown;
  send(body: string): unknown;
}

export interface ProblemFilterOptions {
  bodyLimitBytes: number;
  methods: AllowedMethods;
  /** Recognise errors of the rooms below; null: not mine. */
  translate: (error: unknown) => Problem | null;
}

/** Answers with `application/problem+json`, whatever went wrong and wherever. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problems');

  constructor(private readonly options: ProblemFilterOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<ProblemRequest>(), http.getResponse<ProblemReply>());
  }

  /** Also for errors that never reach Nest, such as an address that cannot be decoded. */
  answer(error: unknown, request: ProblemRequest, reply: ProblemReply): void {
    const problem = this.toProblem(error, request);
    // A stream that broke half-way: there is nobody left to tell.
    if (reply.sent) return;
    const lang = langOf(request);
    reply.code(problem.status);
    reply.headers({
      ...problem.headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': lang,
      'Cache-Control': 'no-store',
    });
    reply.send(JSON.stringify(renderProblem(problem, lang)));
  }

  private toProblem(error: unknown, request: ProblemRequest): Problem {
    if (error instanceof Problem) return error;
    const translated = this.options.translate(error);
    if (translated) return translated;
    const status = statusOf(error);
    if (status !== null && status >= 400 && status < 500)
      return this.fromHttp(status, error as Error, request);
    const id = request.id ?? randomUUID();
    const stack = error instanceof Error ? error.stack : String(error);
    this.log.error(logLines.requestFailed(id, request.method, pathOf(request.url)), stack);
    return new Unexpected(id);
  }

  private fromHttp(status: number, error: Error, request: ProblemRequest): Problem {
    switch (status) {
      case 404: {
        const allowed = this.options.methods.of(request.url);
        const isOtherMethod = allowed.length > 0 && !allowed.includes(request.method);
        return isOtherMethod ? new MethodNotAllowed(allowed) : new UnknownRoute();
      }
      case 413:
        return new BodyTooLarge(this.options.bodyLimitBytes);
      case 415:
        return new UnsupportedMediaType();
      case 400:
        return isAboutJson(error.message)
          ? new MalformedBody(error.message, positionOf(error.message))
          : new BadRequest(400, error.message);
      default:
        return new BadRequest(status, error.message);
    }
  }
}

/** What Accept-Language asks for, else the person's own language, else English. */
export function langOf(request: ProblemRequest): Lang {
  const asked = request.headers['accept-language'];
  const wish = Array.isArray(asked) ? asked.join(',') : asked;
  if (wish !== undefined && /\b(?:zh|en)\b/i.test(wish)) return pickLang(wish);
  return LANGS.find((lang) => lang === request.person?.lang) ?? 'en';
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return null;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
}

function isAboutJson(message: string): boolean {
  return /JSON|Body cannot be empty|forbidden prototype property|property name|Unexpected (?:token|end)/.test(
    message,
  );
}

function positionOf(message: string): number | null {
  const found = /position (\d+)/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}
