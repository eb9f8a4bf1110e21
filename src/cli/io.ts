import type { Lang } from '../engine/common/text.js';

/** Where a command reads and writes; the tests bring their own. */
export interface CliIo {
  out(text: string): void;
  err(text: string): void;
  /** Everything on standard input, as UTF-8. */
  readInput(): Promise<string>;
  /** Asks on the terminal without showing the answer; null when there is no terminal. */
  askSecret(question: string): Promise<string | null>;
  env: Record<string, string | undefined>;
}

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, findings: 1, failed: 1, usage: 2 } as const;

/** A call that cannot be carried out as it was written: told without a stack, exit code 2. */
export class UsageError extends Error {}

/** The language of the terminal, as LC_ALL, LC_MESSAGES or LANG say; English unless it is Chinese. */
export function pickTerminalLang(env: Record<string, string | undefined>): Lang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? '';
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
