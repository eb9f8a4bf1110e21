import type { Text } from '../../engine/text.js';

export const NAME_MAX = 120;

/** What nobody sees: controls, signs that turn the direction of the line, joiners, fillers, what Unicode has not given out. */
const UNSEEN =
  /[\p{C}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/u;
/** More marks on one letter than any language writes: they run into the lines above and below. */
const PILED = /\p{M}{4,}/u;

/**
 * A person's name as it is kept: composed, with single blanks inside and none around; or what is wrong with it. Others
 * see it as theirs, so it holds nothing that cannot be seen.
 */
export function readName(text: string): { name: string } | { fault: Text } {
  const name = text
    .normalize('NFC')
    .replace(/\p{Z}+/gu, ' ')
    .trim();
  if (UNSEEN.test(name) || PILED.test(name)) return { fault: unseen };
  if (!/[\p{L}\p{N}]/u.test(name)) return { fault: empty };
  return [...name].length > NAME_MAX ? { fault: long } : { name };
}

/** Letters of other scripts, and digits, that look like a Latin letter. */
const LOOKALIKES: Record<string, string> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd' },
  ...{ к: 'k', м: 'm', т: 't', в: 'b', н: 'h', ь: 'b', ӏ: 'l', ԛ: 'q', ԝ: 'w', ɡ: 'g', ɑ: 'a', ı: 'i' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ '0': 'o', '1': 'l', i: 'l', '|': 'l', '5': 's' },
};

/** The same for two names that a reader may take for each other. */
export function skeletonOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  const once = [...plain].map((one) => LOOKALIKES[one] ?? one);
  return once
    .map((one) => LOOKALIKES[one] ?? one)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const unseen: Text = {
  en: 'must hold no invisible characters, none that turn the direction of the line, and no piles of marks',
  'zh-CN': '不能包含不可见字符、改变文字方向的字符或堆叠的符号',
};
const empty: Text = { en: 'must hold a letter or a digit', 'zh-CN': '至少包含一个文字或数字' };
const long: Text = { en: `must have at most ${NAME_MAX} characters`, 'zh-CN': `最多 ${NAME_MAX} 个字符` };
