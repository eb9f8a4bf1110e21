import type { ValidationOptions } from 'class-validator';
import { Matches } from 'class-validator';
import type { Text } from '../engine/text.js';

const address: Text = {
  en: 'must be an e-mail address such as lin@shop.example',
  'zh-CN': '必须是邮箱地址，例如 lin@shop.example',
};
const name: Text = {
  en: 'must be 1 to 40 of a-z, 0-9 and "-", and begin with a letter',
  'zh-CN': '只能使用 a-z、0-9 和“-”，以字母开头，长度 1 到 40',
};

/** An address to sign in with. It needs no top-level domain: `agent@demo`. */
export function IsAddress(): PropertyDecorator {
  return Matches(/^[^\s@]+@[^\s@]+$/u, { message: address.en, context: { text: address } });
}

/** The id of a team or a skill. */
export function IsName(options: Pick<ValidationOptions, 'each'> = {}): PropertyDecorator {
  return Matches(/^[a-z][a-z0-9-]{0,39}$/, { ...options, message: name.en, context: { text: name } });
}
