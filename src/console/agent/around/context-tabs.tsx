import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './context-tabs.module.css';

export interface ContextTab {
  id: string;
  title: string;
  /** How many things are behind it. */
  count?: number | undefined;
  page: ReactNode;
}

const KEY = 'stepwise.agent.around';

function readChosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Pages of which one is shown; each person finds the one they looked at last, on every ticket. */
export function ContextTabs({ tabs, label }: { tabs: ContextTab[]; label: string }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(readChosen);
  const shown = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  const choose = (next: string): void => {
    setChosen(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // It holds for this page then.
    }
  };
  const press = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab === shown);
    const steps: Partial<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <section className={styles.tabs}>
      <div role="tablist" aria-label={label} ref={list} onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab === shown}
            aria-controls={`${id}-page`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => choose(tab.id)}
          >
            {tab.title}
            {tab.count !== undefined && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-page`}
        aria-labelledby={`${id}-${shown?.id ?? ''}`}
        tabIndex={0}
        className={styles.page}
      >
        {shown?.page}
      </div>
    </section>
  );
}
