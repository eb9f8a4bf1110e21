import { Converter } from 'opencc-js/t2cn';
import unicode from 'unhomoglyph/data.json' with { type: 'json' };

/** Unicode's list of what looks alike (UTS #39): character → what it is taken for. */
const UNICODE: Readonly<Record<string, string | undefined>> = unicode;
/** The package's types name one that they do not export so that it is found. */
const makeConverter = Converter as (ways: { from: 't'; to: 'cn' }) => (text: string) => string;
/** Made with the first name in Han. */
let simplify: ((text: string) => string) | null = null;

/** What Unicode's list leaves out: letters in the shape of small capitals, and a digit that stands for a letter. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ';
const MORE = new Map([
  ...[...SMALL_CAPITALS].map((one, i): [string, string] => [one, 'abcdefghijklmnopqrstuvwyz'.charAt(i)]),
  ...Object.entries({ ĸ: 'k', ʍ: 'm', ß: 'b', '0': 'o', '1': 'l', '5': 's', '|': 'l', i: 'l', ı: 'l' }),
]);
/** White letters in black circles and squares, and those that flags are made of. */
const BOXED = [0x1f150, 0x1f170, 0x1f1e6];

/** The same for two texts that a reader may take for each other, whichever scripts, cases and signs they are made of. */
export function skeletonOf(text: string): string {
  const plain = [...text.normalize('NFKD').replace(/\p{M}+/gu, '')].map(foldOne).join('');
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** One character as the Latin letters that it is taken for; Latin letters and ASCII digits and signs are themselves. */
export function lookalikeOf(one: string): string {
  return /^[\x20-\x7e]$/u.test(one) ? one : foldOne(one);
}

/** First as it stands, then as the capital or the small letter that it is of. */
function foldOne(one: string): string {
  const ways = [one, one.toUpperCase(), one.toLowerCase()].map(takenFor);
  const shown = ways.find((way) => /^[a-z0-9]+$/u.test(way)) ?? ways.at(-1) ?? one;
  return /\p{Script=Han}/u.test(shown) ? [...shown].map(simplified).join('') : shown;
}

function takenFor(one: string): string {
  if (/^[A-Za-z]$/u.test(one)) return latin(one);
  const code = one.codePointAt(0) ?? 0;
  const box = BOXED.find((first) => code >= first && code < first + 26);
  if (box !== undefined) return latin(String.fromCharCode(97 + code - box));
  if (MORE.has(one)) return latin(one);
  const taken = UNICODE[one];
  if (taken === undefined) return one;
  return [...taken.normalize('NFKD').replace(/\p{M}+/gu, '')].map(latin).join('');
}

/** In small letters; some letters are one in a skeleton. */
function latin(one: string): string {
  const small = one.toLowerCase();
  return MORE.get(one) ?? MORE.get(small) ?? small;
}

function simplified(one: string): string {
  simplify ??= makeConverter({ from: 't', to: 'cn' });
  return simplify(one);
}
