import {
  KIND_FACES,
  KIND_PICTURES,
  KIND_STICKERS,
  NAMES,
  OFTEN_MISTYPED,
  QUIET_STICKERS,
  simplify,
} from './closing-signs.js';
import { BREAK, type Readings } from './phrase-net.js';

/** What a text is read with: the words of the phrases, and the names of those who write to each other. */
export interface Vocabulary {
  words: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

/** A picture, face or sticker that closes. */
export const SIGN = '<sign>';
/** The name of a person. */
export const PERSON = '<person>';
/** Whatever may follow after `Mr`. */
export const ANY_NAME = '<any-name>';

const TOKEN = /[\p{Script=Latin}0-9]+|\s+|./gu;
const LATIN = /^[\p{Script=Latin}0-9]+$/u;
const HAN = /^\p{Script=Han}$/u;
const BREAKS = new Set(',.!;~-。·—–|');
/** What only changes how the sign before looks, or joins two: variants, skin colours, marks that take no room. */
const UNSEEN = /[\u200B-\u200F\u2060\uFE0E\uFE0F\uFEFF]|[\u{1F3FB}-\u{1F3FF}]/gu;
const STICKER = /\[[^[\]\n]{1,24}\]|【[^【】\n]{1,24}】|:[a-z0-9_+]{2,20}:/gu;
const STICKER_KIND = /^(?:图片|表情|动画表情|贴图|表情包|sticker|image|picture|gif|emoji|photo)\s?[:_-]\s?/u;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof']);
/** Marks in place of pictures and names while the text is taken apart, from where Unicode has no signs. */
const KIND_MARK = '\uE001';
const QUIET_MARK = '\uE002';
const OTHER_MARK = '\uE003';
const PERSON_MARK = '\uE004';

/** What each part of the text may stand for, with a break where a sentence has one; null: a part that nothing is known about. */
export function readText(body: string, vocabulary: Vocabulary): Readings | null {
  const parts = markFaces(plainSigns(body, vocabulary)).match(TOKEN) ?? [];
  const text: string[][] = [];
  for (const [at, part] of parts.entries()) {
    if (part === QUIET_MARK) continue;
    if (isBreak(parts, at)) {
      if (text.at(-1)?.[0] !== BREAK) text.push([BREAK]);
    } else if (part.trim() !== '' && !isThirdInRow(parts, at)) {
      const readings = readPart(parts, at, vocabulary);
      if (readings.length === 0) return null;
      text.push(readings);
    }
  }
  return text;
}

/** One form for signs that mean the same: full width, capitals, traditional signs, apostrophes and hyphens within words. */
function plainSigns(body: string, { names }: Vocabulary): string {
  let text = body.normalize('NFKC').toLowerCase().replace(UNSEEN, '');
  for (const name of names) if (/\p{Script=Han}/u.test(name)) text = text.replaceAll(name, PERSON_MARK);
  return Array.from(text, simplify)
    .join('')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/(?<=[a-z])-(?=[a-z])/gu, ' ')
    .replace(/\b(5|10) ?\/ ?\1\b/gu, '$1 $1')
    .replaceAll('&', ' and ');
}

function markFaces(text: string): string {
  const marked = text.replace(STICKER, (sticker) => {
    const name = sticker.slice(1, -1).trim().replace(STICKER_KIND, '');
    if (QUIET_STICKERS.has(name)) return QUIET_MARK;
    return KIND_STICKERS.has(name) ? KIND_MARK : OTHER_MARK;
  });
  return KIND_FACES.reduce((rest, face) => rest.replaceAll(face, KIND_MARK), marked);
}

function isBreak(parts: readonly string[], at: number): boolean {
  const part = parts[at] ?? '';
  if (BREAKS.has(part) || part.includes('\n')) return true;
  // Chinese is written without spaces: one between two of its signs stands for a comma.
  return part.trim() === '' && HAN.test(parts[at - 1] ?? '') && HAN.test(parts[at + 1] ?? '');
}

/** `好好好好` is said as `好好`. */
function isThirdInRow(parts: readonly string[], at: number): boolean {
  const part = parts[at] ?? '';
  return HAN.test(part) && parts[at - 1] === part && parts[at - 2] === part;
}

function readPart(parts: readonly string[], at: number, { words, names }: Vocabulary): string[] {
  const part = parts[at] ?? '';
  if (part === KIND_MARK || KIND_PICTURES.has(part)) return [SIGN];
  if (part === PERSON_MARK) return [PERSON];
  if (!LATIN.test(part)) return words.has(part) ? [part] : [];
  const readings = words.has(part) ? [part] : [];
  if (NAMES.has(part) || names.has(part)) readings.push(PERSON);
  const before = parts
    .slice(Math.max(0, at - 3), at)
    .filter((other) => LATIN.test(other))
    .at(-1);
  if (before !== undefined && TITLES.has(before)) readings.push(ANY_NAME);
  return readings.length > 0 ? readings : readSlip(part, words);
}

/** A word with letters held down too long, or with a slip of the keyboard. */
function readSlip(word: string, words: ReadonlySet<string>): string[] {
  if (/^66+$/u.test(word)) return ['666'];
  if (/^88+$/u.test(word)) return ['88'];
  const squeezed = [
    word.replace(/([a-z])\1{2,}/gu, '$1$1'),
    word.replace(/([a-z])\1{2,}/gu, '$1'),
    withoutLastRun(word),
  ].find((form) => words.has(form));
  if (squeezed !== undefined) return [squeezed];
  return OFTEN_MISTYPED.filter((meant) => words.has(meant) && isSlip(word, meant)).slice(0, 1);
}

/** `byeee` is `bye`. */
function withoutLastRun(word: string): string {
  let end = word.length;
  while (end > 1 && word[end - 2] === word.at(-1)) end--;
  return word.slice(0, end);
}

/** Whether one letter too many, missing, wrong, or two in the wrong order lie between the words; the first letter is right. */
function isSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1 || word[0] !== meant[0]) return false;
  let same = 1;
  while (same < meant.length && word[same] === meant[same]) same++;
  const [rest, rightRest] = [word.slice(same), meant.slice(same)];
  const turned = rest.slice(0, 2) === `${rightRest[1] ?? ''}${rightRest[0] ?? ''}`;
  return (
    rest.slice(1) === rightRest ||
    rest === rightRest.slice(1) ||
    rest.slice(1) === rightRest.slice(1) ||
    (turned && rest.slice(2) === rightRest.slice(2))
  );
}
