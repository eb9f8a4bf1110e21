import type { Text } from '../engine/common/text.js';

/** How priorities are called within a sentence. */
export const PRIORITY_WORDS = {
  low: { en: 'low', 'zh-CN': '低' },
  normal: { en: 'normal', 'zh-CN': '普通' },
  high: { en: 'high', 'zh-CN': '高' },
  urgent: { en: 'urgent', 'zh-CN': '紧急' },
} as const satisfies Record<string, Text>;

/** A priority in words; one that we do not know by its own name. */
export function wordPriority(priority: string, lang: keyof Text): string {
  const known = Object.entries(PRIORITY_WORDS).find(([name]) => name === priority);
  return known === undefined ? priority : known[1][lang];
}
