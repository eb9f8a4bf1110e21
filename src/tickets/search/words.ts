import {
  EAST,
  cutRun,
  gramsOf,
  isEast,
  isNumber,
  joinGroups,
  pairsOf,
  partsOf,
  plainForm,
  runsOf,
} from './terms.js';

/** More words than this are refused. */
export const MOST_WORDS = 12;

/** What somebody looks for: all of it must be true of a ticket. */
export interface Wanted {
  /** Each word as terms, all of which stand together in the ticket's own or in the messages of one event. */
  words: string[][];
  /** Numbers of tickets, said as `#1560`. */
  numbers: string[];
  /** The one word is a number, which may be a ticket's; null: it is not. */
  maybeNumber: string | null;
}

const TICKET_NUMBER = /^[1-9]\d{0,17}$/;
/** Digits in groups: within one word, or as the whole question in three and more groups of at most four ("138 0013 8000"). */
const PIECES = new RegExp(`[${EAST}]+|(?:(?![${EAST}])[\\p{L}\\p{N}‐–_.@/-])+`, 'gu');
const GROUPS_IN_WORD = /^\d+(?:[-‐–]\d+)+$/;
const GROUPS_OF_ALL = /^\d{1,4}(?: \d{1,4}){2,}$/;
/** How a number at home begins where it is written for abroad. */
const HOME_PREFIX = /^(?:\+|00)86[ -]?(?=\d)/;

/**
 * What a text asks for. Null: nothing, because the text is blank. Without words and numbers: something that no ticket can
 * be found by, e.g. only question marks. More than `MOST_WORDS` words come back too, for the caller to refuse.
 */
export function readWords(text: string): Wanted | null {
  const plain = plainForm(text).replace(/\s+/gu, ' ').trim();
  if (plain === '') return null;
  const asked = plain.replace(HOME_PREFIX, '');
  const joined = GROUPS_OF_ALL.test(asked) ? joinGroups(asked) : null;
  const all = joined === null ? asked.split(' ') : [joined];
  const wanted: Wanted = { words: [], numbers: [], maybeNumber: null };
  for (const word of new Set(all)) {
    const number = word.startsWith('#') ? word.slice(1) : null;
    if (number !== null && TICKET_NUMBER.test(number)) wanted.numbers.push(number);
    else wanted.words.push(...piecesOf(word.replace(HOME_PREFIX, '')).map(termsOfPiece));
  }
  const [only] = all;
  if (all.length === 1 && only !== undefined && TICKET_NUMBER.test(only)) wanted.maybeNumber = only;
  return wanted;
}

/** Han and letters beside each other are words of their own; what belongs together is joined by `-`, `.` and the like. */
function piecesOf(word: string): string[] {
  return (word.match(PIECES) ?? []).filter((piece) => runsOf(piece).length > 0);
}

function termsOfPiece(piece: string): string[] {
  const number = GROUPS_IN_WORD.test(piece) ? joinGroups(piece) : null;
  const terms = number === null ? runsOf(piece).flatMap(termsOfRun) : gramsOf(number);
  return [...new Set(terms)];
}

/** A long number, also one behind letters, is found by any part of it; what is short must be the same. */
function termsOfRun(run: string): string[] {
  if (isEast(run)) return pairsOf(run);
  if (isNumber(run)) return gramsOf(run);
  const parts = partsOf(run);
  if (!parts.some((part) => isNumber(part) && part.length >= 4)) return [cutRun(run)];
  return parts.flatMap((part) => (isNumber(part) ? gramsOf(part) : [cutRun(part)]));
}
