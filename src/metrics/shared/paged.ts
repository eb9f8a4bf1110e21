/*
 * Lists say beside each page how much all pages have. A query that ends in `PAGED` has the whole list in `listed`, one page
 * in `page`, and answers `totals` beside each row; a page without rows is one row with nothing but that.
 */

/** How many rows of `listed` the caller may not see: they count, and no page shows them. */
export const HIDDEN = 'count(*) filter (where not seen)';

/** `totals`: pairs of a name and an aggregate over `listed`; `order`: columns of `page`. */
export function pagedSql(totals: Record<string, string>, order: string): string {
  const pairs = Object.entries(totals).map(([name, value]) => `'${name}', ${value}`);
  return `select c.totals, page.*
  from (select jsonb_build_object(${pairs.join(', ')}) as totals from listed) c left join page on true
  order by ${order}`;
}

export interface Page<Row, Totals> {
  rows: Row[];
  totals: Totals;
  /** The last row when there are more. */
  last: Row | undefined;
}

/** The rows of a page that was asked for with one row more than its `limit`. */
export function readPage<Row extends { ticketId: string }, Totals>(
  found: (Row & { totals: Totals })[],
  limit: number,
): Page<Row, Totals> {
  const [first] = found;
  if (first === undefined) throw new Error('an aggregate without a row');
  const rows = found.filter(hasTicket).map(({ totals: _, ...row }) => row as unknown as Row);
  const shown = rows.slice(0, limit);
  return { rows: shown, totals: first.totals, last: rows.length > limit ? shown.at(-1) : undefined };
}

function hasTicket({ ticketId }: { ticketId: string | null }): boolean {
  return ticketId !== null;
}
