import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

/** No connection has this name. */
export class UnknownConnection extends Problem {
  readonly kind = kinds.unknownConnection;
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
