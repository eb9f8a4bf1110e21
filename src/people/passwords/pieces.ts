import type { Folded } from './fold.js';
import { fold } from './fold.js';

export type PieceKind = 'about' | 'common' | 'row' | 'digits' | 'own';

/** A part of a password, and what it is worth: the number of digits of the guesses that it takes. */
export interface Piece {
  kind: PieceKind;
  text: string;
  worth: number;
}

/** Words with what they are worth, in the writing of `fold`. */
export type Words = ReadonlyMap<string, number>;

const LONGEST_WORD = 30;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1234567890', '0987654321']
  .flatMap((row) => [row, [...row].reverse().join('')])
  .map((row) => fold(row).seen);
/** All words about the person and the place are tried first; a row of keys or of digits soon after. */
const ABOUT = 0.5;
const ROW = 1;
/** Digits are mostly dates and counts: whatever their number, they add little. */
const DIGIT = 0.5;
const MOST_DIGITS = 3;
/** Between two ways to read it the one with fewer parts. */
const PART = 0.01;

/**
 * The cheapest way to put the password together out of words, rows and digits; linear in its length. What is left is its
 * owner's, and each sign of that is worth one.
 */
export function piecesOf({ seen, read }: Folded, common: Words, about: ReadonlySet<string>): Piece[] {
  const cheapest: { worth: number; last: Piece | null; from: number }[] = [{ worth: 0, last: null, from: 0 }];
  for (let end = 1; end <= seen.length; end += 1) {
    const sign = seen.charAt(end - 1);
    // A sign that stands for nothing is worth nothing.
    const own: Piece = { kind: 'own', text: sign, worth: /[\p{L}\p{N}]/u.test(sign) ? 1 : 0 };
    let best = { worth: (cheapest[end - 1]?.worth ?? 0) + own.worth, last: own, from: end - 1 };
    for (let from = Math.max(0, end - LONGEST_WORD); from < end; from += 1) {
      const texts = [seen.slice(from, end), read.slice(from, end)];
      const piece = texts.map((text) => pieceOf(text, common, about)).find((one) => one !== null);
      if (!piece) continue;
      const worth = (cheapest[from]?.worth ?? 0) + piece.worth + PART;
      if (worth < best.worth) best = { worth, last: piece, from };
    }
    cheapest.push(best);
  }
  const pieces: Piece[] = [];
  for (let end = seen.length; end > 0; end = cheapest[end]?.from ?? 0) {
    const piece = cheapest[end]?.last;
    if (piece) pieces.unshift(piece);
  }
  return pieces;
}

function pieceOf(text: string, common: Words, about: ReadonlySet<string>): Piece | null {
  if (about.has(text)) return { kind: 'about', text, worth: ABOUT };
  if (/^\d+$/u.test(text)) return { kind: 'digits', text, worth: Math.min(MOST_DIGITS, DIGIT * text.length) };
  if (text.length < 3) return null;
  const worth = common.get(text);
  if (worth !== undefined) return { kind: 'common', text, worth };
  return ROWS.some((row) => row.includes(text)) ? { kind: 'row', text, worth: ROW } : null;
}
