import type { ReactNode } from 'react';

/** The head of a page: what it is for (words between backticks are code), and its one main act. */
export function AdminPage(props: { title: string; help: string; act?: ReactNode; children: ReactNode }) {
  return (
    <div className="admin-page">
      <header className="admin-head">
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
