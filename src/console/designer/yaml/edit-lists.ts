import { isMap, isSeq } from 'yaml';
import type { TextChange } from './edit-value';
import { commentStart } from './edit-places';
import {
  colonEnd,
  columnOf,
  contentEnd,
  lineEnd,
  lineStart,
  nodeAt,
  pairEnd,
  pairOf,
  startOf,
} from './yaml-text';
import type { YamlPath, YamlText } from './yaml-text';

/** Exchanges two items of a list or two pairs of a mapping; comments go with what they stand above or behind. */
export function swapItems({ text, doc }: YamlText, path: YamlPath, a: number, b: number): TextChange | null {
  const holder = nodeAt(doc.contents, path);
  if (!isSeq(holder) && !isMap(holder)) return null;
  const units = [Math.min(a, b), Math.max(a, b)].map((index) => unitAt(text, holder, index));
  const [one, two] = units;
  if (!one || !two) return null;
  const isApart = one.isWhole && two.isWhole;
  const [from, middle] = isApart ? one.lines : one.content;
  const [then, to] = isApart ? two.lines : two.content;
  return { from, to, insert: text.slice(then, to) + text.slice(middle, then) + text.slice(from, middle) };
}

interface Unit {
  content: [number, number];
  /** With the comments above it and behind it. */
  lines: [number, number];
  /** Nothing else stands in its lines. */
  isWhole: boolean;
}

function unitAt(text: string, holder: { items: unknown[]; flow?: boolean }, index: number): Unit | null {
  const item = holder.items[index];
  if (item === undefined) return null;
  const isPair = isMap(holder);
  const pair = isPair ? holder.items[index] : undefined;
  const start = pair ? startOf(pair.key) : startOf(item);
  const end = pair ? pairEnd(pair, text) : contentEnd(item, text);
  const line = lineStart(text, start);
  const lead = text.slice(line, start).trim();
  return {
    content: [start, end],
    lines: [commentStart(text, line), lineEnd(text, end)],
    isWhole: holder.flow !== true && lead === (isPair ? '' : '-'),
  };
}

/** Makes a value the only item of a list, in its own lines. */
export function wrapItem({ text, doc }: YamlText, path: YamlPath): TextChange | null {
  const pair = pairOf(nodeAt(doc.contents, path.slice(0, -1)), path.at(-1) ?? '');
  const node = pair?.value;
  if (!pair || !node) return null;
  const [from, start, end] = [colonEnd(pair, text), startOf(node), contentEnd(node, text)];
  const indent = ' '.repeat(columnOf(text, startOf(pair.key)) + 2);
  const [value, between] = [text.slice(start, end), text.slice(from, start)];
  const inner = value.replaceAll(/\n(?=[^\n])/g, '\n  ');
  // Comments between the key and its value stay where they are.
  if (between.includes('\n')) return { from: start, to: end, insert: `- ${inner}` };
  return { from, to: end, insert: `\n${indent}- ${inner}` };
}
