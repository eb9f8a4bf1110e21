import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLang } from '../i18n/texts';

/** A list is read up to here; the CSV has the rest. */
const MOST_ROWS = 2_000;
const PAGE = 500;

export interface Rows<Row> {
  rows: Row[];
  /** There are more. */
  isCut: boolean;
}
type Page<Row> = { data?: { items: Row[]; nextCursor: string | null } };

type FetchPage<Row> = (page: { cursor?: string; limit: number }, signal: AbortSignal) => Promise<Page<Row>>;

/** The rows of a list, page after page, so that it can be sorted as a whole. */
export function useRows<Row>(key: readonly unknown[], fetchPage: FetchPage<Row>): UseQueryResult<Rows<Row>> {
  return usePreparedRows(key, fetchPage, (rows) => rows);
}

/** The same with what can only be said when all rows are known. */
export function usePreparedRows<Row, Shown>(
  key: readonly unknown[],
  fetchPage: FetchPage<Row>,
  prepare: (rows: Row[]) => Shown[],
): UseQueryResult<Rows<Shown>> {
  const lang = useLang();
  return useQuery({
    queryKey: ['manager-rows', ...key, lang],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const { data } = await fetchPage(
          { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
          signal,
        );
        rows.push(...(data?.items ?? []));
        cursor = data?.nextCursor ?? undefined;
      } while (cursor !== undefined && rows.length < MOST_ROWS);
      return { rows: prepare(rows), isCut: cursor !== undefined };
    },
  });
}
