import type { Finding, Severity } from '../common/model.js';
import type { Text } from '../common/text.js';
import { suggestName } from '../format/suggest.js';

const MAX_FINDINGS = 500;
/** Names that a finding lists; who wants them all looks into the SOP. */
const MAX_NAMES = 30;
/** Signs compared with signs while names are looked for that were probably meant. Beyond it nothing is guessed. */
const MOST_COMPARED = 3_000_000;

/** Collects what the check finds. */
export class Report {
  readonly findings: Finding[] = [];
  private compared = 0;

  error(code: string, path: string, en: string, zh: string, trace?: string[]): void {
    this.add('error', code, path, en, zh, trace);
  }

  warn(code: string, path: string, en: string, zh: string, trace?: string[]): void {
    this.add('warning', code, path, en, zh, trace);
  }

  /** What is left unproven, because the search for it has used up its steps. */
  incomplete(path: string, en: string, zh: string): void {
    this.warn('incomplete', path, en, zh);
  }

  /** An error about the whole, told however much has been found already. */
  fail(code: string, en: string, zh: string): void {
    this.findings.push({ code, severity: 'error', message: { en, 'zh-CN': zh }, path: '' });
  }

  /** Whether one of these codes was found. */
  has(...codes: string[]): boolean {
    return this.findings.some((finding) => codes.includes(finding.code));
  }

  /** " Did you mean `x`?" in both languages; nothing when none is close, or when enough has been compared. */
  hint(name: string, known: readonly string[] | (() => readonly string[])): Text {
    if (this.findings.length >= MAX_FINDINGS || this.compared > MOST_COMPARED) return { en: '', 'zh-CN': '' };
    const { hint, compared } = suggestName(name, typeof known === 'function' ? known() : known);
    this.compared += compared;
    return hint;
  }

  private add(
    severity: Severity,
    code: string,
    path: string,
    en: string,
    zh: string,
    trace?: string[],
  ): void {
    if (this.findings.length >= MAX_FINDINGS) return;
    this.findings.push({ code, severity, message: { en, 'zh-CN': zh }, path, ...(trace ? { trace } : {}) });
  }
}

/** Names in a row for a finding, the first of them when there are many; `none` when there are none. */
export function listNames(names: readonly string[], none: Text = { en: 'none', 'zh-CN': '无' }): Text {
  if (names.length === 0) return none;
  const shown = names.slice(0, MAX_NAMES);
  const more = names.length - shown.length;
  return {
    en: `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`,
    'zh-CN': `${shown.join('、')}${more > 0 ? ` 等 ${String(names.length)} 个` : ''}`,
  };
}
