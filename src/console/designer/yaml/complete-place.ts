/** Where somebody is about to write in a YAML text, told by its lines alone: the text may be no YAML at this moment. */
export interface WritingPlace {
  /** `text`: in a text of several lines. */
  kind: 'key' | 'value' | 'text';
  /** The keys (and places in lists) that lead there; for a value its own key too. */
  path: (string | number)[];
  /** What is written of it already, and where that begins. */
  prefix: string;
  from: number;
  /** Between braces or brackets. */
  isFlow: boolean;
}

interface Sign {
  column: number;
  /** Null: a dash. */
  key: string | null;
}

/** A key and the blanks after it. */
const KEY =
  /^((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*|[^\s#'"[\]{},&*!|>%@`-][^#]*?|[-?:](?=\S)[^#]*?):(?=\s|$)/;

/** The place at an offset. Null in a comment. */
export function placeAt(text: string, at: number): WritingPlace | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const written = text.slice(start, at);
  const { signs, rest, column } = readLine(written);
  const quoted = rest.search(/['"]/);
  if (/(^|\s)#/.test(rest) && (quoted < 0 || rest.lastIndexOf('#') < quoted)) return null;
  const above = text.slice(0, start).split('\n').slice(0, -1);
  const block = textAround(above, written.length - written.trimStart().length);
  if (block) {
    const prefix = /(?<![\w.])[\w.]*$/.exec(written)?.[0] ?? '';
    return { kind: 'text', path: block, prefix, from: at - prefix.length, isFlow: false };
  }
  const path = join(pathAbove(above, signs[0] ?? { column, key: '' }), signs);
  const flow = readFlow(rest);
  if (flow) return { ...flow, path: [...path, ...flow.path], from: at - flow.prefix.length, isFlow: true };
  const isValue = typeof signs.at(-1)?.key === 'string';
  return { kind: isValue ? 'value' : 'key', path, prefix: rest, from: at - rest.length, isFlow: false };
}

/** The dashes and the key at the beginning of a line, and what comes behind them. */
function readLine(line: string): { signs: Sign[]; rest: string; column: number } {
  const signs: Sign[] = [];
  let column = line.length - line.trimStart().length;
  let rest = line.slice(column);
  for (let dash = /^-\s+|^-$/.exec(rest); dash; dash = /^-\s+|^-$/.exec(rest)) {
    signs.push({ column, key: null });
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const key = KEY.exec(rest);
  if (key) {
    signs.push({ column, key: unquote((key[1] ?? '').trimEnd()) });
    rest = rest.slice(key[0].length).trimStart();
  }
  return { signs, rest, column };
}

function unquote(key: string): string {
  return /^(['"]).*\1$/.test(key) ? key.slice(1, -1) : key;
}

function nameOf(sign: Sign): string | number {
  return sign.key ?? 0;
}

/** The keys around a sign, read from the lines above it; `index`: which item of its list a dash is. */
function pathAbove(lines: readonly string[], first: Sign): { path: (string | number)[]; index: number } {
  const path: (string | number)[] = [];
  let { column } = first;
  let isDash = first.key === null;
  let index = 0;
  for (let row = lines.length - 1; row >= 0; row -= 1) {
    const line = lines[row] ?? '';
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    for (const sign of readLine(line).signs.reverse()) {
      if (isDash && sign.key === null && sign.column === column) {
        const item = path[0];
        if (typeof item === 'number') path[0] = item + 1;
        else index += 1;
        continue;
      }
      // A list may stand at the column of its key.
      if (sign.column >= column && !(isDash && sign.key !== null && sign.column === column)) continue;
      path.unshift(nameOf(sign));
      column = sign.column;
      isDash = sign.key === null;
    }
    if (column === 0 && !isDash) break;
  }
  return { path, index };
}

/** The path of the text of several lines that a line with this indent belongs to. */
function textAround(lines: readonly string[], indent: number): (string | number)[] | null {
  let within = indent;
  for (let row = lines.length - 1; row >= 0 && within > 0; row -= 1) {
    const line = lines[row] ?? '';
    const inner = line.length - line.trimStart().length;
    if (line.trim() === '' || inner >= within) continue;
    const { signs, rest } = readLine(line);
    const [first, last] = [signs[0], signs.at(-1)];
    if (first && last && last.column < within && /^[|>][-+\d]*\s*(#.*)?$/.test(rest)) {
      return join(pathAbove(lines.slice(0, row), first), signs);
    }
    within = inner;
  }
  return null;
}

function join(
  above: { path: (string | number)[]; index: number },
  signs: readonly Sign[],
): (string | number)[] {
  return [
    ...above.path,
    ...signs.map((sign, i) => (i === 0 && sign.key === null ? above.index : nameOf(sign))),
  ];
}

/** What stands open between braces and brackets. Null: nothing does. */
function readFlow(rest: string): Pick<WritingPlace, 'kind' | 'path' | 'prefix'> | null {
  const frames: { key: string | number | null; isMap: boolean }[] = [];
  let token = '';
  for (let i = 0; i < rest.length; i += 1) {
    const sign = rest[i] ?? '';
    const frame = frames.at(-1);
    if ((sign === '"' || sign === "'") && token.trim() === '') {
      const end = rest.indexOf(sign, i + 1);
      if (end === -1) {
        token = rest.slice(i);
        break;
      }
      token = rest.slice(i + 1, end);
      i = end;
    } else if (sign === '{' || sign === '[') {
      frames.push({ key: sign === '[' ? 0 : null, isMap: sign === '{' });
      token = '';
    } else if (sign === '}' || sign === ']') {
      frames.pop();
      token = '';
    } else if (sign === ',' && frame) {
      frame.key = frame.isMap ? null : Number(frame.key) + 1;
      token = '';
    } else if (sign === ':' && frame?.isMap && /\s|$/.test(rest[i + 1] ?? '')) {
      frame.key = token.trim();
      token = '';
    } else token += sign;
  }
  const last = frames.at(-1);
  if (!last) return null;
  const path = frames.flatMap(({ key }) => (key === null ? [] : [key]));
  return { kind: last.key === null ? 'key' : 'value', path, prefix: token.trimStart() };
}
