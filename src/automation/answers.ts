import { compileAnswer } from '../engine/index.js';
import type { Form, Json, JsonSchema } from '../engine/index.js';
import { BEYOND, JSON_LIMITS } from '../problems/body-limits.js';
import { findExcess } from '../problems/json-scan.js';

const KEPT = 500;

/**
 * Checks answers of other systems by the schema of the call; a compiled schema is kept. A look has the budget of a form:
 * neither what they answer nor what an SOP asks of it holds the process up.
 */
export class AnswerCheck {
  private readonly compiled = new Map<string, Form>();

  /** What is wrong with the answer, in words; null when it fits. A schema that cannot be compiled fits nothing. */
  fault(schema: JsonSchema, answer: Json): string | null {
    let faults;
    try {
      faults = this.compile(schema)(answer);
    } catch (error) {
      return `the schema of the answer cannot be used: ${messageOf(error)}`;
    }
    const [first] = faults;
    return first === undefined ? null : `${first.pointer || '/'} ${first.message.en}`;
  }

  private compile(schema: JsonSchema): Form {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    const look = compileAnswer(schema);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(key, look);
    return look;
  }
}

/** An empty body is the answer `null`; anything else must say that it is JSON, and be it. */
export function parseJson(bytes: Buffer, contentType = ''): { output: Json } | { fault: string } {
  if (bytes.length === 0) return { output: null };
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType)) {
    return {
      fault: `The answer is ${contentType === '' ? 'of no known type' : contentType} instead of JSON.`,
    };
  }
  const excess = findExcess(bytes, JSON_LIMITS);
  if (excess !== null)
    return { fault: `The answer does not fit: ${excess.pointer || '/'} ${BEYOND[excess.limit].en}` };
  try {
    return { output: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json };
  } catch (error) {
    return { fault: `The answer is broken JSON: ${messageOf(error)}` };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
