import { lookalikeOf } from '../common/skeletons.js';

/** How letters are written that a password needs no more letters for. */
const LEET = new Map(
  Object.entries({ '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' }),
);
const SIGNS = new Map(Object.entries({ '@': 'a', $: 's', '!': 'l', '|': 'l', '+': 't' }));
/** Cyrillic letters that are read for Latin ones without looking like them. */
const SOUNDS = new Map(Object.entries({ п: 'p', д: 'd', л: 'l', и: 'l', г: 'g', ф: 'f', з: 'z', б: 'b' }));

/** A password as a guesser writes it: both texts have the same length. */
export interface Folded {
  /** Digits and signs as they are. */
  seen: string;
  /** Digits and signs as the letters that they may stand for. */
  read: string;
}

/**
 * One writing for all dresses of a text: no case, marks, invisible signs, other scripts' lookalikes and separators, no
 * letter twice in a row; i is l, as 1 and ! are both.
 */
export function fold(text: string): Folded {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Cc}]+/gu, '');
  const letters = [...bare.toLowerCase()].flatMap((one) => [...(SOUNDS.get(one) ?? lookalikeOf(one))]);
  const kept = letters
    .map((one) => (one === 'i' ? 'l' : one))
    .filter((one) => /[\p{L}\p{N}]/u.test(one) || SIGNS.has(one))
    .filter((one, i, all) => one !== all[i - 1])
    .filter((one) => one.length === 1);
  return {
    seen: kept.join(''),
    read: kept.map((one) => LEET.get(one) ?? SIGNS.get(one) ?? one).join(''),
  };
}
