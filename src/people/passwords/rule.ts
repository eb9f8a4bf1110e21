import type { Text } from '../../engine/common/text.js';
import { fold } from './fold.js';
import { piecesOf, type Words } from './pieces.js';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** Ten million guesses are few. */
const LEAST_WORTH = 7;
const LEAST_DIFFERENT = 5;

/** Whoever guesses tries them everywhere. */
const ALWAYS = [
  'stepwise',
  'demo',
  'test',
  'agent',
  'admin',
  'administrator',
  'lead',
  'manager',
  'designer',
  'root',
];

/** What a password is compared with. */
export interface Guessable {
  common: Words;
  /** Texts about the person and the place: names, addresses, teams. */
  about: readonly string[];
}

/** Words that are guessed first, the first ones first, with what they are worth. */
export function readCommon(list: readonly string[]): Words {
  const words = new Map<string, number>();
  list.forEach((word, i) => {
    const { seen, read } = fold(word);
    for (const text of [seen, read]) if (!words.has(text)) words.set(text, Math.log10(i + 2));
  });
  return words;
}

/** What is wrong with a password that somebody wants; null when it is good. */
export function findPasswordFault(password: string, { common, about }: Guessable): Text | null {
  if ([...password].length < PASSWORD_MIN) return tooShort;
  const folded = fold(password);
  const length = unitOf(folded.seen);
  const unit = { seen: folded.seen.slice(0, length), read: folded.read.slice(0, length) };
  const pieces = piecesOf(unit, common, wordsOf([...ALWAYS, ...about]));
  // What comes again costs nobody another guess.
  const once = pieces.filter(
    (one, i) => one.kind === 'own' || pieces.findIndex(({ text }) => text === one.text) === i,
  );
  const worth = once.reduce((sum, one) => sum + one.worth, 0);
  if (worth < LEAST_WORTH) {
    if (once.some(({ kind }) => kind === 'about')) return tooObvious;
    const isCommon = once.some(({ kind }) => kind === 'common') || common.has(folded.seen);
    return isCommon ? tooCommon : tooRegular;
  }
  const plain = password.normalize('NFKC').toLowerCase();
  return new Set(plain).size < LEAST_DIFFERENT || surprises(plain) < LEAST_DIFFERENT ? tooRegular : null;
}

/** How long what is repeated in it is; all of it when nothing is. */
function unitOf(plain: string): number {
  const lengths = Array.from({ length: Math.floor(plain.length / 2) }, (_, i) => i + 1);
  return lengths.find((one) => plain.slice(one) === plain.slice(0, -one)) ?? plain.length;
}

/** Characters that do not follow from the one before: neither the same nor its neighbour. */
function surprises(plain: string): number {
  const codes = [...plain].map((one) => one.codePointAt(0) ?? 0);
  return codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1).length;
}

/** Each text, and its words. Words of two letters are in too much; two Han characters are a name. */
function wordsOf(about: readonly string[]): ReadonlySet<string> {
  const words = about.flatMap((text) => [text, ...text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u)]);
  const folded = words.map(fold).flatMap(({ seen, read }) => [seen, read]);
  return new Set(folded.filter((word) => word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 3)));
}

const tooShort: Text = {
  en: `must have at least ${PASSWORD_MIN} characters`,
  'zh-CN': `至少需要 ${PASSWORD_MIN} 个字符`,
};
const tooCommon: Text = {
  en: 'is one of the passwords that are guessed first; take some words that do not belong together',
  'zh-CN': '属于最常被猜到的密码，请改用几个互不相关的词',
};
const tooRegular: Text = {
  en: 'is a row or a repetition of a few characters; take some words that do not belong together',
  'zh-CN': '只是少数字符的重复或顺序排列，请改用几个互不相关的词',
};
const tooObvious: Text = {
  en: 'is made of words that others can guess: a name, an address, a team, a role or the product',
  'zh-CN': '由容易被猜到的词组成：姓名、邮箱、团队、角色或产品名称',
};
