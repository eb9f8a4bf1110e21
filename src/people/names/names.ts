import type { Text } from '../../engine/common/text.js';
import { skeletonOf } from '../common/skeletons.js';

export const NAME_MAX = 120;

/** What nobody sees: controls, signs that turn the direction of the line, joiners, fillers, what Unicode has not given out. */
const UNSEEN =
  /[\p{C}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/u;
/** More marks on one letter than any language writes: they run into the lines above and below. */
const PILED = /\p{M}{4,}/u;

/** Under these the house itself speaks, in the story of a ticket and in the record; the longer ones first. */
const HOUSE = [
  ...[
    'administrator',
    'anonymous',
    'automation',
    'customer',
    'database',
    'stepwise',
    'system',
    'admin',
    'clock',
  ],
  ...['系统管理员', '管理员', '自动化', '系统', '客户', '买家', '顾客', '匿名', '数据库'],
].map(skeletonOf);
/** What is put beside them to look like more. */
const BESIDE = [
  ...['account', 'official', 'service', 'support', 'agent', 'super', 'team', 'lead', 'user', 'bot', 'the'],
  ...['机器人', '客服', '官方', '超级', '团队', '组长', '人员', '账号', '消息', '通知'],
].map(skeletonOf);

/**
 * A person's name as it is kept: in the plain form of its characters (NFKC), with single blanks inside and none around;
 * or what is wrong with it. Others see it as theirs, so it holds nothing that cannot be seen, and is not the house's.
 */
export function readName(text: string): { name: string } | { fault: Text } {
  const name = text
    .normalize('NFKC')
    .replace(/\p{Z}+/gu, ' ')
    .trim();
  if (UNSEEN.test(text) || UNSEEN.test(name) || PILED.test(text.normalize('NFC'))) return { fault: unseen };
  if (!/[\p{L}\p{N}]/u.test(name)) return { fault: empty };
  if ([...name].length > NAME_MAX) return { fault: long };
  return isHouse(name) ? { fault: house } : { name };
}

/** Also with something in brackets behind it, with numbers, and with words that make it sound larger. */
function isHouse(name: string): boolean {
  const [before = ''] = name.split(/[([{<【《「『〔]/u, 1);
  const text = skeletonOf(before) === '' ? name : before;
  // Digits are letters in a skeleton, so they go first: "Admin 2".
  return [text, text.replace(/\p{N}/gu, '')].some((one) => {
    const all = skeletonOf(one);
    const rest = without(all, HOUSE);
    return rest !== all && without(rest, BESIDE) === '';
  });
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text);
}

const unseen: Text = {
  en: 'must hold no invisible characters, none that turn the direction of the line, and no piles of marks',
  'zh-CN': '不能包含不可见字符、改变文字方向的字符或堆叠的符号',
};
const empty: Text = { en: 'must hold a letter or a digit', 'zh-CN': '至少包含一个文字或数字' };
const long: Text = { en: `must have at most ${NAME_MAX} characters`, 'zh-CN': `最多 ${NAME_MAX} 个字符` };
const house: Text = {
  en: 'must not be a name under which the system itself, an administrator or a customer is shown; take the name of a person',
  'zh-CN': '与系统、管理员或买家的显示名称相同，请使用真实姓名',
};
