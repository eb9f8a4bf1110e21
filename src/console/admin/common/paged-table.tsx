import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { adminTexts } from './texts';
import { classes } from '../../kit/common/classes';
import styles from './table.module.css';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list that comes page by page: what is there, what went wrong, and the way to more. */
export function PagedTable<Item>(props: {
  list: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  columns: string[];
  /** Said where nothing fits. */
  empty: string;
  /** How the way to more is called. */
  more: string;
  className?: string;
  row: (item: Item) => ReactNode;
}) {
  const say = useTexts(adminTexts);
  const { list, columns, empty, more, className, row } = props;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting rows={10} />}
      {list.data && items.length === 0 && <p className={styles.empty}>{empty}</p>}
      {items.length > 0 && (
        <>
          <table className={classes(styles.table, className)} data-testid="admin-table">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{items.map(row)}</tbody>
          </table>
          <p className={styles.more}>
            <span className="is-soft">{say('shown', { count: items.length })}</span>
            {list.hasNextPage && (
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {more}
              </Button>
            )}
          </p>
        </>
      )}
    </>
  );
}
