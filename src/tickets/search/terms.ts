import type { Json, JsonObject } from '../../engine/common/model.js';

/** What of a ticket its own terms are made of. */
export interface Findable {
  id: string;
  subject: string;
  customer: { id: string; name: string };
  /** Its data. */
  data: JsonObject;
}

/** More of one text, and more texts of a ticket's data, are not looked at. */
const LONGEST = 20_000;
const MOST_VALUES = 500;
/** A longer run is cut; an index takes no key without end. */
const LONGEST_RUN = 64;
/** Parts of a number are found by so many digits in a row. */
const GRAM = 4;
/** Digits in groups ("138 0013 8000") are one number together, from so many on. */
const LEAST_GROUPED = 7;
/** Beginnings of words that are found, in letters. */
const BEGINNING = { least: 2, most: 12 };

/** Letters that are written without blanks between words, for the brackets of a pattern. */
export const EAST = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const RUNS = new RegExp(`[${EAST}]+|(?:(?![${EAST}])[\\p{L}\\p{N}])+`, 'gu');
const IS_EAST = new RegExp(`^[${EAST}]`, 'u');
const GROUPS = /[\d ‐–-]+/gu;

/**
 * The plain form of a text, in which texts are compared: NFKC (full-width characters are like others), small letters,
 * without marks (é is e) and without what cannot be seen.
 */
export function plainForm(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKC');
}

/** The unbroken runs of a text in plain form: of Han and kana, or of other letters and digits. */
export function runsOf(plain: string): string[] {
  return plain.match(RUNS) ?? [];
}

export const isEast = (run: string): boolean => IS_EAST.test(run);
export const isNumber = (run: string): boolean => /^\d+$/.test(run);

/** A run as far as it is told from others. */
export const cutRun = (run: string): string =>
  run.length <= LONGEST_RUN ? run : [...run].slice(0, LONGEST_RUN).join('');

/** The parts of a run of letters and digits: `sf1234` is `sf` and `1234`. */
export const partsOf = (run: string): string[] => run.match(/\d+|\D+/g) ?? [];

/** A run of Han or kana as pairs that overlap; a single character as it is. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length < 2 ? characters : neighbours(characters, 2);
}

/** A number's parts of four digits that overlap; a shorter one as it is. */
export function gramsOf(number: string): string[] {
  return number.length <= GRAM ? [number] : neighbours([...cutRun(number)], GRAM);
}

/** A number whose digits are written in groups, as one; null: they are too few to be one. */
export function joinGroups(groups: string): string | null {
  const digits = groups.replace(/\D/gu, '');
  return digits.length < LEAST_GROUPED ? null : digits;
}

/** How many tickets, as a power of two, make a neighbourhood: a small one and a large one. */
const NEIGHBOURHOODS = [11n, 15n];
const neighbourhood = (bits: bigint, no: bigint): string => `~${String(bits)}:${String(no)}`;

/** In which neighbourhoods of numbers a ticket lies; no word reads like that. */
function placeTerms(id: string): string[] {
  return NEIGHBOURHOODS.map((bits) => neighbourhood(bits, BigInt(id) >> bits));
}

/** The neighbourhoods right before a number and at it, from small to large. `isAll`: there are no tickets before them. */
export function placesUpTo(id: string): { terms: string[]; isAll: boolean }[] {
  return NEIGHBOURHOODS.map((bits) => {
    const no = BigInt(id) >> bits;
    const terms = [no, no - 1n].filter((one) => one >= 0n).map((one) => neighbourhood(bits, one));
    return { terms, isAll: no <= 1n };
  });
}

/** What the messages of one event of a ticket are found by. */
export function messageTerms(id: string, bodies: readonly string[]): string[] {
  const terms = new Set<string>(placeTerms(id));
  for (const body of bodies) addTerms(terms, body);
  return [...terms];
}

/** What a ticket itself is found by: its number, subject, customer and data. */
export function ticketTerms(ticket: Findable): string[] {
  const terms = new Set<string>([...placeTerms(ticket.id), ...gramsOf(ticket.id)]);
  for (const text of [ticket.subject, ticket.customer.name, ticket.customer.id]) {
    addTerms(terms, text);
    addBeginnings(terms, text);
  }
  addTerms(terms, textsOf(ticket.data).join('\n'));
  return [...terms];
}

function addTerms(terms: Set<string>, text: string): void {
  const plain = plainForm(text);
  const addAll = (some: readonly string[]): void => {
    for (const one of some) terms.add(one);
  };
  for (const run of runsOf(plain)) {
    if (isEast(run)) {
      addAll(pairsOf(run));
      continue;
    }
    terms.add(cutRun(run));
    for (const part of partsOf(run)) addAll(isNumber(part) ? gramsOf(part) : [cutRun(part)]);
  }
  for (const groups of plain.match(GROUPS) ?? []) {
    const number = joinGroups(groups);
    if (number !== null) addAll(gramsOf(number));
  }
}

/** Short texts are found while a word is typed. */
function addBeginnings(terms: Set<string>, text: string): void {
  for (const run of runsOf(plainForm(text))) {
    if (isEast(run)) for (const character of run) terms.add(character);
    else
      for (const part of partsOf(run)) {
        if (isNumber(part)) continue;
        const letters = [...part];
        const most = Math.min(letters.length - 1, BEGINNING.most);
        for (let n = BEGINNING.least; n <= most; n += 1) terms.add(letters.slice(0, n).join(''));
      }
  }
}

/** The texts and numbers in a ticket's data, short ones first: an order's number is not crowded out by a long story. */
function textsOf(data: JsonObject): string[] {
  const texts: string[] = [];
  const waiting: Json[] = [data];
  for (let n = 0; n < waiting.length && texts.length < MOST_VALUES; n += 1) {
    const value = waiting[n];
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') texts.push(String(value));
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value));
  }
  return texts.sort((a, b) => a.length - b.length);
}

function neighbours(characters: readonly string[], width: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + width <= characters.length; at += 1)
    found.push(characters.slice(at, at + width).join(''));
  return found;
}
