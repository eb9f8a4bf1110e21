import { isMap, isScalar, isSeq } from 'yaml';
import { valueAt, type TextChange } from './edit-value';
import { renderBlock, renderFlow, renderItem, renderKey, WIDTH } from './yaml-render';
import {
  colonEnd,
  columnOf,
  contentEnd,
  isNothing,
  lineEnd,
  lineStart,
  nodeAt,
  pairEnd,
  pairOf,
  rangeOfNode,
  startOf,
  type YamlPath,
  type YamlText,
} from './yaml-text';

/* The places of a text that an edit touches. Null: this way cannot do it. */

/** Puts another value where one stands. `whole`: the SOP as it will be read afterwards. */
export function replaceValue(
  yaml: YamlText,
  path: YamlPath,
  value: unknown,
  whole: unknown,
): TextChange | null {
  const { text, doc } = yaml;
  const node = nodeAt(doc.contents, path);
  const flow = flowAround(yaml, path.slice(0, -1));
  if (flow) return replaceInFlow(yaml, path, value, flow, whole);
  const style = isScalar(node) ? node.type : undefined;
  const pair = pairOf(nodeAt(doc.contents, path.slice(0, -1)), path.at(-1) ?? '');
  if (pair) {
    const column = columnOf(text, startOf(pair.key));
    const insert = renderBlock(value, column, style);
    return { from: colonEnd(pair, text), to: pairEnd(pair, text), insert };
  }
  const range = rangeOfNode(node);
  if (!range) return null;
  const dash = text.lastIndexOf('-', startOf(node) - 1);
  const indent = columnOf(text, dash);
  return { from: dash, to: contentEnd(node, text), insert: renderItem(value, indent).trimStart() };
}

function replaceInFlow(
  { text, doc }: YamlText,
  path: YamlPath,
  value: unknown,
  flow: YamlPath,
  whole: unknown,
): TextChange | null {
  const node = nodeAt(doc.contents, path);
  const rendered = renderFlow(value);
  const range = rangeOfNode(node);
  if (rendered === null || !range || isNothing(node)) return unfold({ text, doc }, flow, whole);
  const change = { from: range[0], to: range[1], insert: rendered };
  return fits(text, change) ? change : unfold({ text, doc }, flow, whole);
}

/** Writes the outermost braces around a place in several lines, because it no longer fits into one. */
function unfold(
  { text, doc }: Pick<YamlText, 'text' | 'doc'>,
  flow: YamlPath,
  whole: unknown,
): TextChange | null {
  const value = valueAt(whole, flow);
  const pair = pairOf(nodeAt(doc.contents, flow.slice(0, -1)), flow.at(-1) ?? '');
  if (pair) {
    const insert = renderBlock(value, columnOf(text, startOf(pair.key)));
    return { from: colonEnd(pair, text), to: pairEnd(pair, text), insert };
  }
  const range = rangeOfNode(nodeAt(doc.contents, flow));
  if (!range || flow.length === 0) return null;
  const dash = text.lastIndexOf('-', range[0] - 1);
  return { from: dash, to: range[1], insert: renderItem(value, columnOf(text, dash)).trimStart() };
}

/** Adds what is not there yet to the mapping or list that stands at the path before. `after`: behind which key. */
export function insertInto(
  yaml: YamlText,
  path: YamlPath,
  value: unknown,
  whole: unknown,
  after?: string,
): TextChange | null {
  const { text, doc } = yaml;
  const at = path.slice(0, -1);
  const holder = nodeAt(doc.contents, at);
  const flow = flowAround(yaml, at);
  if (flow) return insertIntoFlow(yaml, path, value, flow, whole);
  if (isMap(holder)) {
    const first = holder.items[0];
    if (!first) return null;
    const column = columnOf(text, startOf(first.key));
    const before = after === undefined ? undefined : pairOf(holder, after);
    const end = lineEnd(text, before ? pairEnd(before, text) : contentEnd(holder, text));
    const gap = before && standsApart(text, startOf(before.key), end) ? '\n' : '';
    const line = `\n${' '.repeat(column)}${renderKey(String(path.at(-1)))}:${renderBlock(value, column)}`;
    return { from: end, to: end, insert: gap + line };
  }
  if (!isSeq(holder) || holder.items.length === 0) return null;
  const dash = text.lastIndexOf('-', startOf(holder.items[0]) - 1);
  const end = lineEnd(text, contentEnd(holder, text));
  return { from: end, to: end, insert: `\n${renderItem(value, columnOf(text, dash))}` };
}

function insertIntoFlow(
  yaml: YamlText,
  path: YamlPath,
  value: unknown,
  flow: YamlPath,
  whole: unknown,
): TextChange | null {
  const { text, doc } = yaml;
  const holder = nodeAt(doc.contents, path.slice(0, -1));
  const rendered = renderFlow(value);
  const range = rangeOfNode(holder);
  if (!range || !(isMap(holder) || isSeq(holder)) || rendered === null) return unfold(yaml, flow, whole);
  const item = isMap(holder) ? `${renderKey(String(path.at(-1)))}: ${rendered}` : rendered;
  const last = holder.items.at(-1);
  const close = range[1] - 1;
  const pad = isMap(holder) ? ' ' : '';
  const end = text.slice(0, close).trimEnd().length;
  const change = last
    ? { from: end, to: end, insert: text[end - 1] === ',' ? ` ${item}` : `, ${item}` }
    : { from: range[0] + 1, to: close, insert: pad + item + pad };
  return fits(text, change) ? change : unfold(yaml, flow, whole);
}

/** Takes a pair or an item out, with the comment lines right above it. */
export function removeFrom(yaml: YamlText, path: YamlPath): TextChange | null {
  const { text, doc } = yaml;
  const holder = nodeAt(doc.contents, path.slice(0, -1));
  if (!isMap(holder) && !isSeq(holder)) return null;
  const key = path.at(-1) ?? '';
  const index = isMap(holder) ? holder.items.indexOf(pairOf(holder, key) ?? (null as never)) : Number(key);
  const bounds = holder.items.map((item): [number, number] =>
    isMap(holder) && typeof item === 'object' && item !== null && 'key' in item
      ? [startOf(item.key), pairEnd(item as never, text)]
      : [startOf(item), contentEnd(item, text)],
  );
  const [here, next, before] = [bounds[index], bounds[index + 1], bounds[index - 1]];
  if (!here || bounds.length < 2) return null;
  if (holder.flow === true) {
    return next
      ? { from: here[0], to: next[0], insert: '' }
      : { from: before?.[1] ?? here[0], to: here[1], insert: '' };
  }
  const start = isMap(holder) ? here[0] : text.lastIndexOf('-', here[0] - 1);
  const line = lineStart(text, start);
  // The first pair of an item stands behind its dash; what follows moves up to it.
  if (text.slice(line, start).trim() !== '') return next ? { from: start, to: next[0], insert: '' } : null;
  const end = lineEnd(text, here[1]);
  return { from: commentStart(text, line), to: Math.min(end + 1, text.length), insert: '' };
}

/** Whether an empty line parts what stands here from what comes next, or from what came before. */
function standsApart(text: string, start: number, end: number): boolean {
  const above = commentStart(text, lineStart(text, start));
  return /^\n[ \t]*\n/.test(text.slice(end)) || /\n[ \t]*\n$/.test(text.slice(0, above));
}

/** Where the comment lines right above a line begin. */
export function commentStart(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^\s*#/.test(text.slice(above, at))) return at;
    at = above;
  }
  return at;
}

/** The path of the outermost braces or brackets around (or at) a place; null outside of all. */
function flowAround({ doc }: YamlText, path: YamlPath): YamlPath | null {
  for (let depth = 0; depth <= path.length; depth += 1) {
    const node = nodeAt(doc.contents, path.slice(0, depth));
    if ((isMap(node) || isSeq(node)) && node.flow === true) return path.slice(0, depth);
  }
  return null;
}

function fits(text: string, { from, to, insert }: TextChange): boolean {
  const line = lineEnd(text, to) - lineStart(text, from);
  return line - (to - from) + insert.length <= WIDTH;
}
