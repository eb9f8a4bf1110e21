import { isCollection, isMap, isScalar, visit, type Document } from 'yaml';
import { swapItems, wrapItem } from './edit-lists';
import { insertInto, removeFrom, replaceValue } from './edit-places';
import { applyToValue, prunedPath, type Edit, type TextChange } from './edit-value';
import { isBlankLines, renderKey } from './yaml-render';
import { isNothing, nodeAt, pairOf, rangeOfNode, readYaml, type YamlPath, type YamlText } from './yaml-text';

/** The text can be mended by hand only: it is no YAML now, or would be none that says what was wanted. */
export class NotEditable extends Error {
  override name = 'NotEditable';
}

/**
 * The text with the edits made and everything else as it stands: comments, order, layout. Each edit is proved by reading
 * both sides; where the careful way fails, the library writes the text anew, which keeps the comments at least.
 * @throws NotEditable
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  return edits.reduce(editOnce, text);
}

function editOnce(text: string, asked: Edit): string {
  const before = readYaml(text);
  if (before.faults.length > 0) throw new NotEditable();
  const edit =
    asked.act === 'remove' ? { ...asked, path: prunedPath(before.value, asked.path, asked.keep) } : asked;
  const wanted = applyToValue(before.value, edit);
  const words = JSON.stringify(wanted);
  if (words === JSON.stringify(before.value)) return text;
  const change = changeFor(before, edit, wanted);
  if (change) {
    const after = applyChange(text, change);
    const read = readYaml(after);
    if (read.faults.length === 0 && JSON.stringify(read.value) === words) return after;
  }
  const anew = rewrite(before, edit);
  if (JSON.stringify(readYaml(anew).value) !== words) throw new NotEditable();
  return anew;
}

export function applyChange(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** The smallest change that makes one text of the other; null when they are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

type SetEdit = Extract<Edit, { act: 'set' }>;

function changeFor(yaml: YamlText, edit: Edit, wanted: unknown): TextChange | null {
  if (edit.act === 'set') return setAt(yaml, edit, wanted);
  if (edit.act === 'wrap') return wrapItem(yaml, edit.path);
  if (edit.act === 'swap') return swapItems(yaml, edit.path, edit.a, edit.b);
  if (edit.act === 'remove') return removeFrom(yaml, edit.path);
  const range = rangeOfNode(pairAt(yaml, edit.path)?.key);
  return range && { from: range[0], to: range[1], insert: renderKey(edit.to) };
}

function pairAt({ doc }: Pick<YamlText, 'doc'>, path: YamlPath) {
  return pairOf(nodeAt(doc.contents, path.slice(0, -1)), path.at(-1) ?? '');
}

function setAt(yaml: YamlText, { path, value, after }: SetEdit, wanted: unknown): TextChange | null {
  for (let depth = 1; depth <= path.length; depth += 1) {
    const here = path.slice(0, depth);
    const node = nodeAt(yaml.doc.contents, here);
    const inner = nest(path.slice(depth), value);
    if (node === undefined && !pairAt(yaml, here)) {
      return insertInto(yaml, here, inner, wanted, depth === path.length ? after : undefined);
    }
    if (depth === path.length || isNothing(node) || isScalar(node)) {
      return replaceValue(yaml, here, inner, wanted);
    }
  }
  return null;
}

/** The value wrapped into the keys that lead to it. */
function nest(keys: YamlPath, value: unknown): unknown {
  return keys.reduceRight<unknown>(
    (inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }),
    value,
  );
}

/** The edit made by the library, which may lay the text out anew. */
function rewrite({ doc: read }: YamlText, edit: Edit): string {
  const doc = read.clone();
  if (edit.act === 'set') setAnew(doc, edit);
  if (edit.act === 'remove') doc.deleteIn(edit.path);
  if (edit.act === 'wrap') doc.setIn(edit.path, doc.createNode([nodeAt(doc.contents, edit.path)]));
  if (edit.act === 'rename') {
    const pair = pairAt({ doc }, edit.path);
    if (pair && isScalar(pair.key)) pair.key.value = edit.to;
  }
  if (edit.act === 'swap') {
    const holder = nodeAt(doc.contents, edit.path);
    if (isCollection(holder)) {
      const items: unknown[] = holder.items;
      [items[edit.a], items[edit.b]] = [items[edit.b], items[edit.a]];
    }
  }
  visit(doc, {
    Scalar: (_key, scalar) => {
      if (isBlankLines(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return doc.toString({ lineWidth: 0, singleQuote: true });
}

function setAnew(doc: Document, { path, value, after }: SetEdit): void {
  const isNew = !doc.hasIn(path);
  doc.setIn(path, doc.createNode(value));
  const holder = nodeAt(doc.contents, path.slice(0, -1));
  const before = after === undefined ? undefined : pairOf(holder, after);
  if (!isNew || !before || !isMap(holder)) return;
  const [made] = holder.items.splice(-1);
  if (made) holder.items.splice(holder.items.indexOf(before) + 1, 0, made);
}
