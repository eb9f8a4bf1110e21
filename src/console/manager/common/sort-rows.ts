export type SortValue = number | string | null;

/** Sorted anew; what has no value comes last either way, equals keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => SortValue,
  isDown: boolean,
  lang: string,
): Row[] {
  const words = new Intl.Collator(lang, { numeric: true });
  const sign = isDown ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * words.compare(String(a), String(b));
    })
    .map(({ row }) => row);
}
