import type { Text } from '../../engine/text.js';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** So much of a password must be left beside words that everybody can guess, and so many different characters in all. */
const LEAST_OWN = 6;
const LEAST_DIFFERENT = 5;

/** What a password is compared with. */
export interface Guessable {
  /** Passwords that are guessed first, in lower case. */
  common: ReadonlySet<string>;
  /** Texts about the person and the place: names, addresses, teams. */
  about: readonly string[];
}

/** What is wrong with a password that somebody wants; null when it is good. */
export function findPasswordFault(password: string, { common, about }: Guessable): Text | null {
  if ([...password].length < PASSWORD_MIN) return tooShort;
  const plain = password.normalize('NFKC').toLowerCase();
  if (writings(plain).some((one) => common.has(one))) return tooCommon;
  const words = wordsOf(about);
  if ([plain, unmasked(plain)].some((one) => isMadeOf(one, words))) return tooObvious;
  return new Set(plain).size < LEAST_DIFFERENT || surprises(plain) < LEAST_DIFFERENT ? tooRegular : null;
}

/** How a common password is dressed up: twice the same, digits and signs around it, signs for letters. */
function writings(plain: string): string[] {
  const core = lettersOf(plain);
  return [plain, unitOf(plain), core, unmasked(plain), unmasked(core)];
}

/** What is repeated in it; itself when nothing is. */
function unitOf(plain: string): string {
  const lengths = Array.from({ length: Math.floor(plain.length / 2) }, (_, i) => i + 1);
  const length = lengths.find((one) => plain.slice(one) === plain.slice(0, -one)) ?? plain.length;
  return plain.slice(0, length);
}

/** From its first letter to its last. */
function lettersOf(plain: string): string {
  const places = [...plain.matchAll(/\p{L}/gu)].map(({ index }) => index);
  return plain.slice(places[0] ?? 0, (places.at(-1) ?? plain.length) + 1);
}

const masks: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };
const signs: Record<string, string> = { '@': 'a', $: 's', '!': 'i' };

/** `p@55w0rd` as it is read. */
function unmasked(plain: string): string {
  return [...plain].map((one) => masks[one] ?? signs[one] ?? one).join('');
}

/** Characters that do not follow from the one before: neither the same nor its neighbour. */
function surprises(plain: string): number {
  const codes = [...plain].map((one) => one.codePointAt(0) ?? 0);
  return codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1).length;
}

/** The longest first. Words of two letters are in too much; two Han characters are a name. */
function wordsOf(about: readonly string[]): string[] {
  const words = about.flatMap((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  const telling = words.filter((word) => word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 3));
  return [...new Set(telling)].sort((a, b) => b.length - a.length);
}

function isMadeOf(plain: string, words: readonly string[]): boolean {
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  const own = words.reduce((rest, word) => rest.replaceAll(word, ''), letters);
  return own !== letters && [...own].length < LEAST_OWN;
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
  en: 'is made of words that others can guess: a name, an address, a team or the product',
  'zh-CN': '由容易被猜到的词组成：姓名、邮箱、团队或产品名称',
};
