import type { ValidationOptions } from 'class-validator';
import { Matches } from 'class-validator';
import type { Text } from '../../engine/common/text.js';
import { NAME_PATTERN, NAME_RULE } from './skill-names.js';

const address: Text = {
  en: 'must be an e-mail address such as lin@shop.example',
  'zh-CN': '必须是邮箱地址，例如 lin@shop.example',
};

/** An address to sign in with. It needs no top-level domain: `agent@demo`. */
export function IsAddress(): PropertyDecorator {
  return Matches(/^[^\s@]+@[^\s@]+$/u, { message: address.en, context: { text: address } });
}

/** The id of a team or a skill. */
export function IsName(options: Pick<ValidationOptions, 'each'> = {}): PropertyDecorator {
  return Matches(NAME_PATTERN, { ...options, message: NAME_RULE.en, context: { text: NAME_RULE } });
}
