import type { Chance } from '../../../src/demo/chance.js';

/** Words by how common they are: the first most of all. */
export interface Vocabulary {
  chinese: string[];
  english: string[];
}

const SYLLABLES = [
  'ba',
  'cor',
  'di',
  'fen',
  'gol',
  'hu',
  'lim',
  'mer',
  'no',
  'per',
  'ras',
  'sti',
  'tor',
  'ul',
  'vex',
];
const WORDS = 20_000;
/** Of the commonest characters of the block, as many as people use most of the time. */
const CHARACTERS = { from: 0x4e00, count: 2_500 };

/** Twenty thousand words of each language. */
export function makeVocabulary(chance: Chance): Vocabulary {
  const words = (make: () => string): string[] => [...new Set(Array.from({ length: WORDS }, make))];
  const character = (): string =>
    String.fromCodePoint(CHARACTERS.from + Math.floor(CHARACTERS.count * chance.unit() ** 2));
  return {
    chinese: words(() => Array.from({ length: chance.int(2, 4) }, character).join('')),
    english: words(() => Array.from({ length: chance.int(1, 4) }, () => chance.pick(SYLLABLES)).join('')),
  };
}

/** A word, the commoner the more often (Zipf's law). */
export function wordOf({ chinese, english }: Vocabulary, chance: Chance): string {
  const words = chance.happens(0.7) ? chinese : english;
  return words[Math.min(words.length - 1, Math.floor(words.length ** chance.unit()) - 1)] ?? '';
}

/** Some words, now and then a number among them. */
export function sentenceOf(vocabulary: Vocabulary, chance: Chance, words: number): string {
  const said = Array.from({ length: words }, () =>
    chance.happens(0.03) ? String(chance.int(10_000_000, 99_999_999)) : wordOf(vocabulary, chance),
  );
  return said.join(chance.happens(0.5) ? '，' : ' ');
}
