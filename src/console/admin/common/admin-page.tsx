import type { ReactNode } from 'react';
import styles from './admin-page.module.css';

/** The head of a page: what it is for (words between backticks are code), and its one main act. */
export function AdminPage(props: { title: string; help: string; act?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page} data-testid="admin-page">
      <header className={styles.head}>
        <div>
          <h1>{props.title}</h1>
          <p>
            {props.help.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
          </p>
        </div>
        {props.act}
      </header>
      {props.children}
    </div>
  );
}
