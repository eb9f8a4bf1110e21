import type { Text } from '../../engine/common/text.js';

/** What the id of a team or a skill looks like. */
export const NAME_PATTERN = /^[a-z][a-z0-9-]{0,39}$/;
export const NAME_RULE: Text = {
  en: 'must be 1 to 40 of a-z, 0-9 and "-", and begin with a letter',
  'zh-CN': '只能使用 a-z、0-9 和“-”，以字母开头，长度 1 到 40',
};

/** What is wrong with the name of a skill; null: nothing. */
export function readSkill(name: string): Text | null {
  return NAME_PATTERN.test(name) ? null : NAME_RULE;
}
