import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLang } from '../../i18n/texts';

/** A list is read up to here; the CSV has the rest. */
const MOST_ROWS = 2_000;
const PAGE = 500;

/** What the server says of all pages of a list. */
interface Totals {
  total: number;
  /** Of these, what is of tickets that the reader may not see. */
  hidden: number;
  /** Where rows are visits: the tickets that they are of. */
  tickets?: number;
  /** Where the number counts what happened to the tickets: how often in all. */
  sum?: number | null;
}
export interface Rows<Row> extends Totals {
  rows: Row[];
}
type Page<Row> = { data?: Totals & { items: Row[]; nextCursor: string | null } };

type FetchPage<Row> = (page: { cursor?: string; limit: number }, signal: AbortSignal) => Promise<Page<Row>>;

/** The rows of a list, page after page, so that it can be sorted as a whole. */
export function useRows<Row>(key: readonly unknown[], fetchPage: FetchPage<Row>): UseQueryResult<Rows<Row>> {
  const lang = useLang();
  return useQuery({
    queryKey: ['manager-rows', ...key, lang],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let totals: Totals = { total: 0, hidden: 0 };
      let cursor: string | undefined;
      do {
        const { data } = await fetchPage(
          { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
          signal,
        );
        if (!data) break;
        const { items, nextCursor, ...said } = data;
        rows.push(...items);
        totals = said;
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined && rows.length < MOST_ROWS);
      return { ...totals, rows };
    },
  });
}
