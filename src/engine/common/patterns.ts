import { RE2JS } from 're2js';

/** Patterns written by authors run in linear time on RE2, never on JavaScript's backtracking `RegExp`. */
export interface Pattern {
  /** Whether the pattern occurs in the text. */
  test(text: string): boolean;
  /** How many states a search for it goes through at each sign of a text, at most. */
  readonly size: number;
  /** The source; Ajv tells patterns apart by it. */
  toString(): string;
}

const CACHE_LIMIT = 500;
const cache = new Map<string, Pattern>();

/** Throws when the pattern is not one that RE2 knows (look-around and back references are not). */
export function compilePattern(source: string): Pattern {
  const known = cache.get(source);
  if (known) return known;
  const re = RE2JS.compile(source);
  const pattern = {
    test: (text: string) => re.matcher(text).find(),
    size: re.programSize(),
    toString: () => source,
  };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(source, pattern);
  return pattern;
}
