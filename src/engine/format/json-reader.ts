import type { Finding, Json, JsonObject } from '../common/model.js';
import type { Text } from '../common/text.js';
import {
  duplicateKey,
  findForbiddenName,
  findingAt,
  joinPointer,
  MAX_DEPTH,
  Positions,
  tooDeep,
} from './positions.js';
import type { Reading } from './positions.js';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

class JsonFault extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message.en);
  }
}

/**
 * Reads strict JSON (RFC 8259) and remembers where every value stands, which `JSON.parse` does not tell.
 * Stops at the first syntax error.
 */
export function readJson(text: string): Reading {
  const reader = new JsonReader(text);
  try {
    const value = reader.readDocument();
    return { value, findings: reader.findings, positions: reader.positions };
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    return { value: undefined, findings: [...reader.findings, fault.finding], positions: reader.positions };
  }
}

class JsonReader {
  readonly positions: Positions;
  readonly findings: Finding[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    this.positions = new Positions(text);
  }

  readDocument(): Json {
    const value = this.readValue('', 0);
    if (this.at < this.text.length) {
      this.fail({
        en: `The document ends before this, but ${this.here()} follows. Remove it.`,
        'zh-CN': `文档到此已经结束，后面却还有${this.hereZh()}，请删除。`,
      });
    }
    return value;
  }

  private readValue(pointer: string, depth: number): Json {
    this.skipSpace();
    if (depth > MAX_DEPTH) throw new JsonFault(tooDeep(this.positions, this.at));
    this.positions.mark(pointer, this.at);
    const char = this.text[this.at];
    let value: Json;
    if (char === '{') value = this.readObject(pointer, depth);
    else if (char === '[') value = this.readArray(pointer, depth);
    else if (char === '"') value = this.readString();
    else value = this.readPlain();
    this.skipSpace();
    return value;
  }

  private readObject(pointer: string, depth: number): JsonObject {
    const object: JsonObject = {};
    const seen = new Set<string>();
    this.at += 1;
    this.skipSpace();
    if (this.take('}')) return object;
    for (;;) {
      this.skipSpace();
      const keyAt = this.at;
      if (this.text[keyAt] !== '"') this.failExpected('a key in double quotes', '双引号中的键名');
      const key = this.readString();
      this.skipSpace();
      if (!this.take(':')) this.failExpected('`:`', '`:`');
      const path = joinPointer(pointer, key);
      const value = this.readValue(path, depth + 1);
      // A key is what an editor should point at, except for a value on the same line that is itself the fault.
      if (typeof value === 'object' && value !== null) this.positions.mark(path, keyAt);
      const forbidden = findForbiddenName(this.positions, keyAt, key, path);
      if (forbidden) this.findings.push(forbidden);
      else if (seen.has(key)) this.findings.push(duplicateKey(this.positions, keyAt, key, path));
      else object[key] = value;
      seen.add(key);
      if (this.take('}')) return object;
      if (!this.take(',')) this.failExpected('`,` or `}`', '`,` 或 `}`');
    }
  }

  private readArray(pointer: string, depth: number): Json[] {
    const items: Json[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.take(']')) return items;
    for (;;) {
      items.push(this.readValue(joinPointer(pointer, items.length), depth + 1));
      if (this.take(']')) return items;
      if (!this.take(',')) this.failExpected('`,` or `]`', '`,` 或 `]`');
    }
  }

  private readString(): string {
    const start = this.at;
    for (let at = start + 1; at < this.text.length; at += 1) {
      const char = this.text.charCodeAt(at);
      if (char === 0x22) {
        this.at = at + 1;
        return this.decodeString(start, at + 1);
      }
      if (char === 0x5c) at += 1;
      else if (char < 0x20) {
        this.at = at;
        this.fail({
          en: 'A line break or control character must be written as an escape inside a string (`\\n`).',
          'zh-CN': '字符串中的换行或控制字符必须写成转义形式（如 `\\n`）。',
        });
      }
    }
    this.at = start;
    return this.fail({
      en: 'This string is never closed. Add `"`.',
      'zh-CN': '此字符串没有结束，请补上 `"`。',
    });
  }

  private decodeString(start: number, end: number): string {
    const bad = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/g;
    const quoted = this.text.slice(start, end);
    try {
      return JSON.parse(quoted) as string;
    } catch {
      const even = quoted.replaceAll('\\\\', '  ');
      this.at = start + Math.max(0, even.search(bad));
      return this.fail({
        en: 'This escape does not exist in JSON. Allowed: \\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u with four hexadecimal digits.',
        'zh-CN': 'JSON 中没有这种转义，可用：\\" \\\\ \\/ \\b \\f \\n \\r \\t，以及 \\u 加四位十六进制数字。',
      });
    }
  }

  private readPlain(): Json {
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number !== undefined) {
      this.at += number.length;
      const value = Number(number);
      if (Number.isFinite(value)) return value;
      this.at -= number.length;
      return this.fail({
        en: `The number ${number.slice(0, 40)} is too large.`,
        'zh-CN': `数字 ${number.slice(0, 40)} 过大。`,
      });
    }
    const word = Object.keys(WORDS).find((w) => this.text.startsWith(w, this.at));
    if (word === undefined) return this.failExpected('a value', '一个值');
    this.at += word.length;
    return WORDS[word] ?? null;
  }

  private skipSpace(): void {
    for (;;) {
      const char = this.text.charCodeAt(this.at);
      if (char !== 0x20 && char !== 0x0a && char !== 0x0d && char !== 0x09) return;
      this.at += 1;
    }
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private here(): string {
    return this.at < this.text.length
      ? `\`${String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)}\``
      : 'the end of the text';
  }

  private hereZh(): string {
    return this.at < this.text.length ? this.here() : '文本结尾';
  }

  private failExpected(what: string, whatZh: string): never {
    return this.fail({
      en: `Expected ${what}, found ${this.here()}.`,
      'zh-CN': `此处应为${whatZh}，实际是${this.hereZh()}。`,
    });
  }

  private fail(message: Text): never {
    throw new JsonFault(findingAt(this.positions, this.at, 'invalid-json', message));
  }
}
