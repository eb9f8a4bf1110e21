import { isMap, isScalar, isSeq, parseDocument, type Document, type ErrorCode, type Pair } from 'yaml';

/** Keys and places in lists from the root of an SOP to a value. */
export type YamlPath = readonly (string | number)[];

export interface YamlFault {
  code: ErrorCode;
  message: string;
  from: number;
  to: number;
}

/** A text and what was read from it. */
export interface YamlText {
  text: string;
  doc: Document;
  /** What is no YAML; with any of these `value` is null. */
  faults: YamlFault[];
  value: unknown;
}

let latest: YamlText[] = [];

/** Reads a text; the few texts read last are remembered, because an edit looks at both sides of itself. */
export function readYaml(text: string): YamlText {
  const known = latest.find((one) => one.text === text);
  if (known) return known;
  const read = parseYaml(text);
  latest = [read, ...latest.slice(0, 3)];
  return read;
}

function parseYaml(text: string): YamlText {
  // As the server reads it; double keys are told by the check, with better words.
  const doc = parseDocument(text, {
    ...{ version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false },
    logLevel: 'error',
  });
  const faults = [...doc.errors, ...doc.warnings].map(({ code, message, pos }) => ({
    ...{ code, message, from: pos[0], to: Math.max(pos[1], pos[0]) },
  }));
  return { text, doc, faults, value: faults.length > 0 ? null : readValue(doc) };
}

function readValue(doc: Document): unknown {
  try {
    return doc.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** The pair of a key in a mapping. */
export function pairOf(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** What stands at a path; undefined when there is nothing. */
export function nodeAt(node: unknown, path: YamlPath): unknown {
  let at = node;
  for (const key of path) {
    if (isSeq(at)) at = at.items[Number(key)];
    else at = pairOf(at, key)?.value;
    if (at === undefined) return undefined;
  }
  return at;
}

export function startOf(node: unknown): number {
  if (isMap(node) && node.flow !== true && node.items[0]) return startOf(node.items[0].key);
  return rangeOfNode(node)?.[0] ?? 0;
}

/** Where the last sign of a value stands, without comments and empty lines that follow it. */
export function contentEnd(node: unknown, text: string): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last) return pairEnd(last, text);
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined && rangeOfNode(last)) return contentEnd(last, text);
  }
  const range = rangeOfNode(node);
  if (!range) return 0;
  if (!isScalar(node) || !node.type?.startsWith('BLOCK')) return range[1];
  return range[0] + text.slice(range[0], range[1]).trimEnd().length;
}

export function pairEnd(pair: Pair, text: string): number {
  return isNothing(pair.value) ? colonEnd(pair, text) : contentEnd(pair.value, text);
}

/** The place right behind the colon of a pair. */
export function colonEnd(pair: Pair, text: string): number {
  const end = rangeOfNode(pair.key)?.[1] ?? 0;
  const colon = text.indexOf(':', end);
  return colon === -1 ? end : colon + 1;
}

/** A value that was not written: `key:` and nothing behind it. */
export function isNothing(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  const range = rangeOfNode(node);
  return isScalar(node) && node.value === null && (!range || range[0] === range[1]);
}

export function rangeOfNode(node: unknown): [number, number, number] | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const { range } = node;
  return Array.isArray(range) ? (range as [number, number, number]) : null;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line without its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}
