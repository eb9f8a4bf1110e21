import type { Say } from '../../i18n/texts';
import type { walkTexts } from './texts-walk';

/** How a call can fail, as the SOP's `error` says it. */
export const FAILURES = [
  'http-5xx',
  'http-4xx',
  'timeout',
  'refused',
  'invalid-answer',
  'unknown-connection',
  'forbidden-address',
] as const;

export function wordCode(code: string, say: Say<keyof typeof walkTexts.entries>): string {
  const known = FAILURES.find((one) => one === code);
  return known === undefined ? code : say(`code_${known}`);
}
