import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

/** The same Idempotency-Key came with another request. */
export class KeyReused extends Problem {
  readonly kind = kinds.idempotencyKeyReused;
  readonly detail = {
    en: 'Nothing was changed: something else was sent under the same key before.',
    'zh-CN': '未做任何修改：同一个键此前已用于发送其他内容。',
  };
  override readonly hint = {
    en: 'Use a new Idempotency-Key for a new request.',
    'zh-CN': '新的请求请使用新的 Idempotency-Key。',
  };
}

/** A header that says nothing. */
export class HeaderUnreadable extends Problem {
  readonly kind = kinds.headerUnreadable;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(header: string, detail: Text) {
    super();
    this.facts = { header };
    this.detail = detail;
  }
}
