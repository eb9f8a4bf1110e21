import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

type Schema = Record<string, unknown>;
interface Operation {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** An answer that the document does not allow. */
export interface Breach {
  call: string;
  errors: string[];
}

/**
 * Holds answers against the OpenAPI document: the status must be declared, and the body must fit its schema without a
 * field that the schema does not know.
 */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly document: ApiDocument;
  readonly checked = new Set<string>();

  constructor(document: ApiDocument) {
    this.document = closeObjects(document) as ApiDocument;
    (ajvFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'urn:stepwise:api', ...this.document });
  }

  /** Null for an answer as it should be. `path` is the path that was called, with or without a query. */
  check(method: string, path: string, status: number, body: unknown): Breach | null {
    const template = this.templateOf(path.split('?')[0] ?? '');
    const call = `${method.toUpperCase()} ${template ?? path} ${String(status)}`;
    const response = this.document.paths[template ?? '']?.[method]?.responses[String(status)];
    if (response === undefined) return { call, errors: ['is not declared'] };
    this.checked.add(call);
    const content = Object.values(response.content ?? {})[0];
    if (content === undefined)
      return isEmpty(body) ? null : { call, errors: ['has a body that is not declared'] };
    const pointer = ['paths', template ?? '', method, 'responses', String(status), 'content'];
    const type = Object.keys(response.content ?? {})[0] ?? '';
    const at = [...pointer, type, 'schema'].map(toToken).join('/');
    const validate = this.ajv.compile({ $ref: `urn:stepwise:api#/${at}` });
    if (validate(body)) return null;
    return {
      call,
      errors: (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      ),
    };
  }

  private templateOf(path: string): string | undefined {
    const fits = Object.keys(this.document.paths).filter((template) =>
      new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
    // A path that is written out goes before one with a parameter.
    return fits.sort((a, b) => countParameters(a) - countParameters(b))[0];
  }
}

const countParameters = (path: string): number => path.split('{').length;
const toToken = (name: string): string => encodeURIComponent(name.replace(/~/g, '~0').replace(/\//g, '~1'));
const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || JSON.stringify(body) === '{}' || body === '';

/** Every object schema with properties refuses others, unless it says that it is open. */
function closeObjects(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closeObjects);
  if (node === null || typeof node !== 'object') return node;
  const out: Schema = {};
  for (const [key, value] of Object.entries(node)) out[key] = key === 'example' ? value : closeObjects(value);
  const isObject = typeof out['properties'] === 'object' && !Array.isArray(out['properties']);
  if (isObject && out['additionalProperties'] === undefined && 'type' in out)
    out['additionalProperties'] = false;
  return out;
}
