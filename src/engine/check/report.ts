import type { Finding, Severity } from '../model.js';

const MAX_FINDINGS = 500;

/** Collects what the check finds. */
export class Report {
  readonly findings: Finding[] = [];

  error(code: string, path: string, en: string, zh: string, trace?: string[]): void {
    this.add('error', code, path, en, zh, trace);
  }

  warn(code: string, path: string, en: string, zh: string, trace?: string[]): void {
    this.add('warning', code, path, en, zh, trace);
  }

  /** Whether one of these codes was found. */
  has(...codes: string[]): boolean {
    return this.findings.some((finding) => codes.includes(finding.code));
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
