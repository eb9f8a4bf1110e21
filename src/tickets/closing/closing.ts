import { CHINESE_BESIDE, CHINESE_CLOSES, CHINESE_LISTS } from './closing-phrases-zh.js';
import { ENGLISH_BESIDE, ENGLISH_CLOSES, ENGLISH_LISTS } from './closing-phrases-en.js';
import { readText } from './closing-readings.js';
import { PhraseNet } from './phrase-net.js';

/** Signs; who writes more than this has something to say. */
const LONGEST = 300;

/** The phrases of both languages. */
export function layClosings(): PhraseNet {
  return new PhraseNet(
    { ...ENGLISH_LISTS, ...CHINESE_LISTS },
    `${ENGLISH_CLOSES}\n${CHINESE_CLOSES}`,
    `${ENGLISH_BESIDE}\n${CHINESE_BESIDE}`,
  );
}
/** Laid with the first message: a start need not wait for it. */
let laid: PhraseNet | null = null;

/**
 * Whether a customer's message only closes the conversation: thanks, confirmation, praise, with names and pleasantries
 * around them, in Chinese, English or both. Such a message is no contact (definition section 1) and opens nothing again.
 * Known phrases must cover the whole text: one word that nobody knows to be harmless, a question mark, a picture of
 * something else, and it is a message like any other. `names`: of those who write to each other.
 */
export function isClosing(body: string, names: readonly string[] = []): boolean {
  if (body.length > LONGEST || body.trim() === '') return false;
  const phrases = (laid ??= layClosings());
  const text = readText(body, { words: phrases.words, names: namesOf(names) });
  return text !== null && phrases.covers(text);
}

/** Whole names, as Chinese ones are written, and the words of others. */
function namesOf(names: readonly string[]): Set<string> {
  const plain = names.map((name) => name.normalize('NFKC').toLowerCase().trim());
  return new Set(
    plain.flatMap((name) => [name, ...name.split(/[\s.-]+/u)]).filter((name) => name.length > 1),
  );
}
