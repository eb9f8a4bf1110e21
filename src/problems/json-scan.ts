import { pointerPart, type JsonLimits } from './body-limits.js';

/** Which limit a text goes beyond, and at which value. */
export interface Excess {
  limit: keyof JsonLimits;
  pointer: string;
}

/** A list or an object that has begun. */
interface Opened {
  isObject: boolean;
  /** In an object: the next string is the name of a field. */
  isNameNext: boolean;
  fields: number;
  /** Of the current item of a list. */
  index: number;
  /** Where the name of the current field stands, with its quotes. */
  from: number;
  to: number;
}

/** Numbers of fewer digits are exact. */
const SHORTEST_ROUNDED = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The first place at which JSON goes beyond the limits; null when it never does. The bytes are looked at one by one, up
 * to that place only, so that nothing has to be made of them first. What is no JSON is nobody's business here: a parser
 * breaks off where the text does, and up to there the counts are right.
 */
export function findExcess(bytes: Uint8Array, limits: JsonLimits): Excess | null {
  return new JsonScan(bytes, limits).run().excess;
}

/** Brackets, commas, colons and blanks: what stands between values. */
const BETWEEN = new Set([0x7b, 0x5b, 0x7d, 0x5d, 0x2c, 0x3a, 0x20, 0x09, 0x0a, 0x0d]);
const isBetween = (byte: number | undefined): boolean => byte !== undefined && BETWEEN.has(byte);

/** One look at a text. */
export class JsonScan {
  excess: Excess | null = null;
  /** How far it went. */
  at = 0;
  private values = 0;
  /** Where a number, or true, false or null, began that goes on. */
  private wordFrom: number | null = null;
  private readonly open: Opened[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: JsonLimits,
  ) {}

  run(): this {
    const { bytes } = this;
    while (this.at < bytes.length && this.excess === null) {
      const byte = bytes[this.at];
      if (byte === QUOTE) this.readString();
      else {
        this.readOther(byte);
        this.at += 1;
      }
    }
    if (this.excess === null) this.endWord();
    return this;
  }

  private readOther(byte: number | undefined): void {
    if (this.wordFrom !== null && isBetween(byte)) this.endWord();
    if (this.excess !== null) return;
    const inner = this.open[this.open.length - 1];
    switch (byte) {
      case 0x7b: // {
      case 0x5b: // [
        this.begin(byte === 0x7b);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        this.open.pop();
        break;
      case 0x2c: // ,
        if (inner !== undefined) {
          inner.index += 1;
          inner.isNameNext = inner.isObject;
        }
        break;
      case 0x3a: // :
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
        break;
      default:
        // A number, or true, false, null: it counts where it begins.
        if (this.wordFrom === null) this.count();
        this.wordFrom ??= this.at;
    }
  }

  /** A whole number that is written out; with a point or an exponent nobody counts on the last digit. */
  private endWord(): void {
    const from = this.wordFrom;
    this.wordFrom = null;
    const { whole } = this.limits;
    if (from === null || whole === undefined || this.at - from < SHORTEST_ROUNDED) return;
    const word = new TextDecoder().decode(this.bytes.subarray(from, this.at));
    if (/^-?\d+$/.test(word) && Math.abs(Number(word)) > whole) this.report('whole', this.open);
  }

  private readString(): void {
    const { bytes } = this;
    const from = this.at;
    let at = from + 1;
    while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    this.at = at + 1;
    this.wordFrom = null;
    const inner = this.open[this.open.length - 1];
    if (inner === undefined || !inner.isNameNext) {
      this.count();
      return;
    }
    inner.isNameNext = false;
    inner.fields += 1;
    if (inner.fields > this.limits.fields) this.report('fields', this.open.slice(0, -1));
    Object.assign(inner, { from, to: this.at });
  }

  private begin(isObject: boolean): void {
    this.count();
    if (this.excess !== null) return;
    if (this.open.length > this.limits.depth) this.report('depth', this.open);
    this.open.push({ isObject, isNameNext: isObject, fields: 0, index: 0, from: 0, to: 0 });
  }

  private count(): void {
    this.values += 1;
    if (this.values > this.limits.values) this.report('values', []);
  }

  private report(limit: keyof JsonLimits, within: readonly Opened[]): void {
    this.excess = { limit, pointer: within.map((one) => pointerPart(this.nameIn(one))).join('') };
  }

  private nameIn({ isObject, index, from, to }: Opened): string {
    if (!isObject) return String(index);
    const name = new TextDecoder().decode(this.bytes.subarray(from, to));
    try {
      return String(JSON.parse(name));
    } catch {
      return name;
    }
  }
}
