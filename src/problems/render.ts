import { say, type Lang, type Text } from '../engine/common/text.js';
import { typeOf } from '../words/kind.js';
import type { Problem } from './problem.js';

/** Nobody mends more at once; a caller who sends nonsense is not to get a book about it. */
const MOST_ERRORS = 50;

/** The body of an answer in `application/problem+json` (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** What a program would do about it. */
  hint?: string;
  errors?: { pointer: string; message: string }[];
  /** How many more there are than `errors` lists. */
  moreErrors?: number;
  [fact: string]: unknown;
}

/** The problem in one language: texts inside its facts too. */
export function renderProblem(problem: Problem, lang: Lang): ProblemBody {
  const facts = translate(problem.facts, lang) as Record<string, unknown>;
  const errors = problem.errors
    .slice(0, MOST_ERRORS)
    .map(({ pointer, message }) => ({ pointer, message: say(message, lang) }));
  return {
    ...facts,
    type: typeOf(problem.slug),
    title: say(problem.title, lang),
    status: problem.status,
    detail: say(problem.detail, lang),
    ...(problem.hint === null ? {} : { hint: say(problem.hint, lang) }),
    ...(errors.length > 0 ? { errors } : {}),
    ...(problem.errors.length > MOST_ERRORS ? { moreErrors: problem.errors.length - MOST_ERRORS } : {}),
  };
}

function isText(value: object): value is Text {
  const { en, 'zh-CN': zh } = value as Partial<Text>;
  return typeof en === 'string' && typeof zh === 'string' && Object.keys(value).length === 2;
}

function translate(value: unknown, lang: Lang): unknown {
  if (Array.isArray(value)) return value.map((one) => translate(one, lang));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (isText(value)) return say(value, lang);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translate(one, lang)]));
}
