import type { Text } from '../text.js';

/** Small edits (insert, delete, replace, swap counted as two) between two names, given up beyond `limit`. */
function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that was probably meant; null when none is close. */
export function closestName(name: string, known: readonly string[]): string | null {
  const wanted = name.slice(0, 64).toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { name: string; edits: number } | null = null;
  for (const candidate of known) {
    const edits = countEdits(wanted, candidate.slice(0, 64).toLowerCase(), limit);
    if (edits <= limit && (best === null || edits < best.edits)) best = { name: candidate, edits };
  }
  return best?.name ?? null;
}

/** " Did you mean `x`?" in both languages, or nothing. */
export function suggestName(name: string, known: readonly string[]): Text {
  const close = closestName(name, known);
  if (close === null) return { en: '', 'zh-CN': '' };
  return { en: ` Did you mean \`${close}\`?`, 'zh-CN': `是否想写 \`${close}\`？` };
}
