import type { JsonLimits } from '../problems/body-limits.js';
import { findExcess } from '../problems/json-scan.js';
import type { SopFormat } from './sop-versions.service.js';

/** An SOP as it came in: the text itself, so that findings can name lines and columns. */
export interface SopTextParts {
  text: string;
  format: SopFormat;
}

export function isSopText(value: unknown): value is SopTextParts {
  if (typeof value !== 'object' || value === null) return false;
  const { text, format } = value as Partial<SopTextParts>;
  return typeof text === 'string' && (format === 'yaml' || format === 'json');
}

/** The formats by media type; null for one in which no SOP can be sent. Text that says nothing more is taken for YAML. */
export function formatOfMediaType(contentType: string | undefined): SopFormat | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type.startsWith('text/') || type === 'application/yaml' || type === 'application/x-yaml') return 'yaml';
  return type.endsWith('+yaml') ? 'yaml' : null;
}

/** An object with two texts. */
const ENVELOPE: JsonLimits = { depth: 0, fields: 2, values: 3 };

/** `{"source": "…", "format": "yaml"}` is an envelope around the text; anything else is the text. */
export function openEnvelope(sent: SopTextParts): SopTextParts {
  if (sent.format !== 'json') return sent;
  // Looked at first: an envelope is small, and what is none is for the parser of SOPs.
  if (findExcess(Buffer.from(sent.text), ENVELOPE) !== null) return sent;
  const value = readJson(sent.text);
  if (typeof value !== 'object' || value === null || !('source' in value)) return sent;
  const { source, format = 'yaml', ...rest } = value as { source: unknown; format?: unknown };
  if (typeof source !== 'string' || Object.keys(rest).length > 0) return sent;
  if (format !== 'yaml' && format !== 'json') return sent;
  return { text: source, format };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON is for the parser of SOPs, which names the place.
    return undefined;
  }
}

/** Does an Accept header want YAML rather than JSON? Without a wish: JSON. */
export function prefersYaml(accept: string | undefined): boolean {
  const wishes = (accept ?? '').split(',').map((part) => {
    const [type = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = params.find((param) => param.startsWith('q='));
    return { type, q: q === undefined ? 1 : Number(q.slice(2)) || 0 };
  });
  const best = (of: (type: string) => boolean) =>
    Math.max(0, ...wishes.filter((wish) => of(wish.type)).map((wish) => wish.q));
  const yaml = best((type) => /^(application|text)\/((x-)?yaml|.*\+yaml)$/.test(type));
  return yaml > 0 && yaml >= best((type) => type.endsWith('/json') || type.endsWith('+json'));
}

/** The revision in an If-Match header: null when there is none (or `*`), undefined when it is not a revision. */
export function readIfMatch(header: string | undefined): number | null | undefined {
  if (header === undefined || header.trim() === '*') return null;
  const digits = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(header)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
