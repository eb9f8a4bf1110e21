import { isMap, isScalar, isSeq } from 'yaml';
import {
  contentEnd,
  nodeAt,
  pairEnd,
  pairOf,
  rangeOfNode,
  startOf,
  type YamlPath,
  type YamlText,
} from './yaml-text';

export interface Span {
  from: number;
  to: number;
}

/** `/states/a~1b/on` → its keys. */
export function pathOfPointer(pointer: string): string[] {
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerOfPath(path: YamlPath): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `checking.assess` → states, checking, states, assess. Empty for the SOP as a whole. */
export function pathOfStep(step: string): string[] {
  return step === '' ? [] : step.split('.').flatMap((name) => ['states', name]);
}

/** What to mark for a path: a short value, else the key. Of a path that is not there: the nearest that is. */
export function spanOf({ doc, text }: YamlText, path: YamlPath): Span {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const here = path.slice(0, depth);
    const node = nodeAt(doc.contents, here);
    const pair = pairOf(nodeAt(doc.contents, here.slice(0, -1)), here.at(-1) ?? '');
    const isWhole = depth === path.length && isScalar(node) && !node.type?.startsWith('BLOCK');
    const range = rangeOfNode(isWhole || !pair ? node : pair.key);
    if (!range) continue;
    if (isWhole || pair) return { from: range[0], to: Math.max(range[1], range[0] + 1) };
    const from = startOf(node);
    return { from, to: Math.max(from + 1, Math.min(contentEnd(node, text), text.indexOf('\n', from) >>> 0)) };
  }
  return { from: 0, to: 0 };
}

/** The path of the innermost value around a place of the text. */
export function pathAt({ doc, text }: YamlText, at: number): (string | number)[] {
  const path: (string | number)[] = [];
  let node: unknown = doc.contents;
  for (;;) {
    const next: [string | number, unknown] | undefined = isMap(node)
      ? node.items
          .filter((pair) => startOf(pair.key) <= at)
          .map((pair): [string, unknown, number] => [keyOf(pair.key), pair.value, pairEnd(pair, text)])
          .filter(([, , end]) => at <= lineTail(text, end))
          .map(([key, value]): [string, unknown] => [key, value])
          .at(-1)
      : isSeq(node)
        ? node.items
            .map((item, index): [number, unknown] => [index, item])
            .filter(([, item]) => startOf(item) - 2 <= at && at <= lineTail(text, contentEnd(item, text)))
            .at(-1)
        : undefined;
    if (!next) return path;
    path.push(next[0]);
    node = next[1];
  }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The end of a line belongs to what stands in it, unless something else follows there. */
function lineTail(text: string, end: number): number {
  const rest = /^[ \t]*(?:#[^\n]*)?/.exec(text.slice(end, end + 400))?.[0].length ?? 0;
  return end + rest;
}
