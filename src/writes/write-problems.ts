import type { Text } from '../engine/text.js';
import { Problem } from '../problems/problem.js';

/** The same Idempotency-Key came with another request. */
export class KeyReused extends Problem {
  readonly slug = 'idempotency-key-reused';
  readonly status = 422;
  readonly title = { en: 'Idempotency-Key was used before', 'zh-CN': 'Idempotency-Key 已被使用' };
  readonly detail = {
    en: 'This Idempotency-Key was used with another request. Use a new key for a new request.',
    'zh-CN': '该 Idempotency-Key 已用于另一请求。新的请求请使用新的键。',
  };
}

/** A header that says nothing. */
export class HeaderUnreadable extends Problem {
  readonly slug = 'header-unreadable';
  readonly status = 400;
  readonly title = { en: 'A header cannot be read', 'zh-CN': '请求头无法识别' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(header: string, detail: Text) {
    super();
    this.facts = { header };
    this.detail = detail;
  }
}
