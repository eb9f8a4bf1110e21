import type { Text } from '../engine/text.js';
import { Problem } from '../problems/problem.js';

/** No connection has this name. */
export class UnknownConnection extends Problem {
  readonly slug = 'unknown-connection';
  readonly status = 404;
  readonly title: Text = { en: 'No such connection', 'zh-CN': '没有这个连接' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(name: string, accepted: string[]) {
    super();
    this.facts = { accepted };
    const shown = name.slice(0, 80);
    this.detail = {
      en: `There is no connection "${shown}". Connections: ${accepted.join(', ') || '–'}. They are configured in STEPWISE_CONNECTIONS.`,
      'zh-CN': `没有名为“${shown}”的连接。现有连接：${accepted.join('、') || '–'}。连接通过 STEPWISE_CONNECTIONS 配置。`,
    };
  }
}
