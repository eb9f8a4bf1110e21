import { Document, isMap, isScalar, isSeq, type ToStringOptions } from 'yaml';

const STYLE: ToStringOptions = {
  lineWidth: 0,
  minContentWidth: 0,
  singleQuote: true,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
};
/** A line that is longer than this is written in several. */
export const WIDTH = 110;

/** How a text was written before, so that a change of words stays a change of words. */
export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

/** A value in one line, as it stands between braces. Null when a text in it has several lines. */
export function renderFlow(value: unknown): string | null {
  if (Array.isArray(value)) {
    const items = value.map(renderFlow);
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, inner]) => {
      const rendered = renderFlow(inner);
      return rendered === null ? null : `${renderKey(key)}: ${rendered}`;
    });
    if (pairs.includes(null)) return null;
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  if (typeof value === 'string' && value.includes('\n')) return null;
  const doc = new Document([value]);
  if (isSeq(doc.contents)) doc.contents.flow = true;
  return doc.toString(STYLE).trim().slice(1, -1).trim().replace(/,$/, '');
}

export function renderKey(key: string): string {
  const doc = new Document({ [key]: 0 });
  if (isMap(doc.contents)) doc.contents.flow = true;
  return doc
    .toString(STYLE)
    .trim()
    .slice(1, -1)
    .trim()
    .replace(/: 0,?$/, '');
}

/**
 * What stands behind `key:` in block style, with the space or the line break that leads to it. `indent`: the column of
 * the key. Short texts in both languages and short lists stay in one line, as in the SOPs that ship.
 */
export function renderBlock(value: unknown, indent: number, style?: ScalarStyle): string {
  const flow = isShort(value) ? renderFlow(value) : null;
  if (flow !== null && indent + flow.length < WIDTH - 10) return ` ${flow}`;
  if (Array.isArray(value)) return value.map((item) => `\n${renderItem(item, indent + 2)}`).join('');
  if (isRecord(value)) return renderPairs(value, indent + 2);
  return renderScalar(value, indent, style);
}

/** One item of a list, its dash at `indent`. */
export function renderItem(item: unknown, indent: number): string {
  const dash = `${' '.repeat(indent)}-`;
  if (!isRecord(item) || Object.keys(item).length === 0) return dash + renderBlock(item, indent);
  const flow = isShort(item) ? renderFlow(item) : null;
  if (flow !== null) return `${dash} ${flow}`;
  return `${dash} ${renderPairs(item, indent + 2).trimStart()}`;
}

function renderPairs(map: Record<string, unknown>, indent: number): string {
  return Object.entries(map)
    .map(([key, value]) => `\n${' '.repeat(indent)}${renderKey(key)}:${renderBlock(value, indent)}`)
    .join('');
}

function renderScalar(value: unknown, indent: number, style?: ScalarStyle): string {
  const doc = new Document({ k: value });
  const scalar = isMap(doc.contents) ? doc.contents.items[0]?.value : undefined;
  if (isScalar(scalar) && typeof value === 'string') {
    if (isBlankLines(value)) scalar.type = 'QUOTE_DOUBLE';
    else if (value.includes('\n')) scalar.type = style === 'BLOCK_FOLDED' ? style : 'BLOCK_LITERAL';
    else if (style) scalar.type = style;
  }
  return doc
    .toString(STYLE)
    .slice('k:'.length)
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join('\n');
}

/** `en` and `zh-CN` of a few words, lists of words, and nothing at all are easier to read in one line. */
function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !isRecord(item) && !Array.isArray(item));
  if (!isRecord(value)) return false;
  return Object.keys(value).every((key) => key === 'en' || key === 'zh-CN');
}

/** Nothing but lines of blanks: written as a block the library would lose the blanks. */
export function isBlankLines(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\n') && value.trim() === '';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
