import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { compilePattern } from '../engine/index.js';
import type { Json, JsonSchema } from '../engine/index.js';

const KEPT = 500;

/** Patterns come from authors of SOPs: they run where none of them can take more than linear time. */
const regExp = Object.assign(compilePattern, { code: 'compilePattern' });

/** Checks answers of other systems by the schema of the call; a compiled schema is kept. */
export class AnswerCheck {
  private readonly compiled = new Map<string, ValidateFunction>();

  /** What is wrong with the answer, in words; null when it fits. A schema that cannot be compiled fits nothing. */
  fault(schema: JsonSchema, answer: Json): string | null {
    let validate: ValidateFunction;
    try {
      validate = this.compile(schema);
    } catch (error) {
      return `the schema of the answer cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (validate(answer)) return null;
    const [first] = validate.errors ?? [];
    return `${first?.instancePath || '/'} ${first?.message ?? 'does not fit'}`;
  }

  private compile(schema: JsonSchema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    // An instance of its own: two schemas may carry the same $id.
    const ajv = new Ajv2020({ strict: false, code: { regExp } });
    ajvFormats.default(ajv, { mode: 'fast' });
    const validate = ajv.compile(schema);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(key, validate);
    return validate;
  }
}
