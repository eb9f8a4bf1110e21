import type { Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import type { LimitHit } from './limited-writes.js';
import * as kinds from '../../words/problem-kinds.js';

/** What was ordered would use up more of a limit across tickets than is left. Nothing was ordered. */
export class LimitReached extends Problem {
  readonly kind = kinds.limitReached;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(hit: LimitHit) {
    super();
    const { limit, key, amount, most, why } = hit.use;
    const { used } = hit;
    this.facts = { limit, key, used, most, left: Math.max(0, most - used), asked: amount, why };
    this.detail = sayLimit(hit);
  }
}

/** Why it does not fit, with the figures. */
export function sayLimit({ use, used }: LimitHit): Text {
  const { amount, most, why } = use;
  return {
    en: `${why.en} Used up so far: ${used} of ${most}; asked for: ${amount}.`,
    'zh-CN': `${why['zh-CN']}已使用 ${used} / ${most}，本次申请 ${amount}。`,
  };
}
