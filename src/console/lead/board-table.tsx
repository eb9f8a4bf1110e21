import type { HTMLAttributes, ReactNode } from 'react';
import styles from './board-table.module.css';

interface Props {
  columns: { name: string; isNumber?: boolean }[];
  /** What keeps the rows in their places while somebody points at them. */
  hold: HTMLAttributes<HTMLDivElement>;
  children: ReactNode;
}

/** One half of the board: a list that scrolls by itself. */
export function BoardTable({ columns, hold, children }: Props) {
  return (
    <div className={styles.scroll} {...hold}>
      <table className={styles.table} data-testid="board-table">
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? styles.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The name of a row, which opens it; so does the rest of the row for whoever has a mouse. */
export function OpenButton({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className={styles.open}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {children}
    </button>
  );
}
