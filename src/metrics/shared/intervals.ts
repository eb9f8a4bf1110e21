import type { BusinessCalendar } from '../../engine/common/model.js';

/** [from, to) in ms since 1970. */
export type Span = readonly [from: number, to: number];

/** Overlapping and touching spans made one, in order; what lies outside `within` is cut off. */
export function mergeSpans(spans: readonly Span[], within: Span): Span[] {
  const cut = spans
    .map(([from, to]): [number, number] => [Math.max(from, within[0]), Math.min(to, within[1])])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const span of cut) {
    const last = merged.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push(span);
  }
  return merged;
}

/** Business ms in `within`, and the same without the spans in which the customer was waited for (definition section 3). */
export function businessTime(
  within: Span,
  waits: readonly Span[],
  calendar: BusinessCalendar,
): { business: number; net: number } {
  const business = calendar.between(within[0], within[1]);
  const waited = mergeSpans(waits, within).reduce((sum, [from, to]) => sum + calendar.between(from, to), 0);
  return { business, net: business - waited };
}
