import { useCallback, useSyncExternalStore } from 'react';
import { session } from '../../api/session';

/** What was typed and not sent yet. It outlives reloads, lost connections and expired sign-ins, but no sign-out. */
interface Kept {
  /** ms. */
  at: number;
  value: unknown;
}

const PREFIX = 'stepwise.draft.';
const OLD_MS = 14 * 24 * 3600_000;

const watchers = new Set<() => void>();
const memory = new Map<string, Kept>();

// The stores are emptied with the sign-out; a page that is still open must not go on with what it knows.
session.subscribe(() => {
  if (session.state.status === 'out') memory.clear();
});

/** Each person's own: several may share a browser. */
function ownerPrefix(): string {
  const { state } = session;
  return `${PREFIX}${state.status === 'out' ? '-' : state.me.id}/`;
}

function read(key: string): Kept | undefined {
  const name = ownerPrefix() + key;
  const known = memory.get(name);
  if (known) return known;
  try {
    const text = localStorage.getItem(name);
    if (text === null) return undefined;
    const kept = JSON.parse(text) as Kept;
    memory.set(name, kept);
    return kept;
  } catch {
    return undefined;
  }
}

/** Keeps what was typed; `undefined` and `''` forget it. */
export function keepDraft(key: string, value: unknown): void {
  if (value === undefined || value === '') return dropDraft(key);
  if (session.state.status === 'out') return;
  const name = ownerPrefix() + key;
  const kept: Kept = { at: Date.now(), value };
  memory.set(name, kept);
  try {
    localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // Full or forbidden: it is kept as long as the page is open.
  }
  for (const tell of watchers) tell();
}

/** Forgets what has been sent. */
export function dropDraft(key: string): void {
  const name = ownerPrefix() + key;
  memory.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Then nothing was stored either.
  }
  for (const tell of watchers) tell();
}

export function readDraft(key: string): unknown {
  return read(key)?.value;
}

/** The drafts whose key begins like this, with the rest of their keys. */
export function draftsBelow(start: string): { key: string; value: unknown }[] {
  const prefix = ownerPrefix() + start;
  const names = new Set([...memory.keys(), ...storedNames()].filter((name) => name.startsWith(prefix)));
  return [...names].flatMap((name) => {
    const kept = read(name.slice(ownerPrefix().length));
    return kept ? [{ key: name.slice(prefix.length), value: kept.value }] : [];
  });
}

function storedNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** Drafts that nobody has come back to for two weeks go. */
export function dropOldDrafts(now: number): void {
  for (const name of storedNames()) {
    try {
      const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
      if (kept === null || now - kept.at > OLD_MS) localStorage.removeItem(name);
    } catch {
      localStorage.removeItem(name);
    }
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** A draft as state: what is typed is kept at once. */
export function useDraft<T>(key: string, empty: T): [value: T, keep: (value: T) => void, drop: () => void] {
  const kept = useSyncExternalStore(watch, () => read(key)?.value as T | undefined);
  const keep = useCallback((value: T) => keepDraft(key, value), [key]);
  const drop = useCallback(() => dropDraft(key), [key]);
  return [kept ?? empty, keep, drop];
}

/** Under which key the answers to a step's form are kept, or to the form of one of its ways out. */
export function formDraftKey(ticketId: string, step: string, event?: string): string {
  return `form/${ticketId}/${step}${event === undefined ? '' : ` ${event}`}`;
}
