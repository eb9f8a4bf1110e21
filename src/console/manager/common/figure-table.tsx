import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLang, useTexts } from '../../i18n/texts';
import { sortRows, type SortValue } from './sort-rows';
import { managerTexts } from './texts';
import styles from './figure-table.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  help?: string;
  isNumber?: boolean;
  /** The cell that names the row. */
  isHead?: boolean;
  /** Absent: the table is not sorted by it. */
  sortBy?: (row: Row) => SortValue;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** `-visits`: the largest first. Absent: as given. */
  sort?: string;
  /** Rows at first; the rest on demand. */
  shown?: number;
  isChosen?: (row: Row) => boolean;
}

const MANY = 200;

/** A table that says by what it is sorted; the choice stands in the address. */
export function FigureTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  shown = MANY,
  isChosen,
}: Props<Row>) {
  const lang = useLang();
  const say = useTexts(managerTexts);
  const [params, setParams] = useSearchParams();
  const [count, setCount] = useState(shown);
  const asked = params.get('sort') ?? sort ?? '';
  const key = asked.replace(/^-/, '');
  const isDown = asked.startsWith('-');
  const by = columns.find((column) => column.key === key)?.sortBy;
  const sorted = useMemo(() => (by ? sortRows(rows, by, isDown, lang) : rows), [rows, by, isDown, lang]);
  const sortBy = (column: Column<Row>): void => {
    // Numbers are asked for from the top, names from A.
    const first = column.isNumber ? `-${column.key}` : column.key;
    const second = column.isNumber ? column.key : `-${column.key}`;
    const next = new URLSearchParams(params);
    next.set('sort', asked === first ? second : first);
    setParams(next, { replace: true });
  };
  return (
    <>
      <table className={styles.figures} data-testid="figures">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.isNumber ? styles.number : undefined}
                aria-sort={
                  column.key === key && column.sortBy ? (isDown ? 'descending' : 'ascending') : undefined
                }
                title={column.help}
              >
                {column.sortBy ? (
                  <button
                    type="button"
                    onClick={() => sortBy(column)}
                    title={column.help ?? say('sortBy', { column: column.title })}
                  >
                    {column.title}
                    <span className={styles.sign} aria-hidden>
                      {column.key === key &&
                        (isDown ? <CaretDownFilled aria-hidden /> : <CaretUpFilled aria-hidden />)}
                    </span>
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, count).map((row) => (
            <tr key={rowKey(row)} data-chosen={isChosen?.(row) ? '' : undefined}>
              {columns.map((column) =>
                column.isHead ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.isNumber ? styles.number : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > count && (
        <button type="button" className={styles.more} onClick={() => setCount(count + MANY)}>
          {say('showMore', { count: Math.min(MANY, sorted.length - count), all: sorted.length })}
        </button>
      )}
    </>
  );
}
