import type { Text } from '../common/text.js';

/** Longer names are compared by their beginnings. */
const LONGEST = 64;

/** Small edits (insert, delete, replace, swap counted as two) between two names, given up beyond `limit`. */
function countEdits(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that was probably meant, null when none is close; and how many signs were compared with signs. */
function findClosest(name: string, known: readonly string[]): { name: string | null; compared: number } {
  const wanted = name.slice(0, LONGEST).toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { name: string; edits: number } | null = null;
  let compared = 0;
  for (const candidate of known) {
    const other = candidate.slice(0, LONGEST).toLowerCase();
    compared += 1;
    if (Math.abs(wanted.length - other.length) > limit) continue;
    compared += wanted.length * other.length;
    const edits = countEdits(wanted, other, limit);
    if (edits <= limit && (best === null || edits < best.edits)) best = { name: candidate, edits };
  }
  return { name: best?.name ?? null, compared };
}

/** " Did you mean `x`?" in both languages, or nothing; and what it took to find out. */
export function suggestName(name: string, known: readonly string[]): { hint: Text; compared: number } {
  const { name: close, compared } = findClosest(name, known);
  const hint =
    close === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` Did you mean \`${close}\`?`, 'zh-CN': `是否想写 \`${close}\`？` };
  return { hint, compared };
}
