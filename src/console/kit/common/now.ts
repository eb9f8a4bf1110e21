import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let seconds = Math.floor(Date.now() / 1000);
/** How far the server's clock is ahead of this machine's (ms). */
let ahead = 0;

/** Countdowns follow the server's clock, whatever this machine believes. `iso`: what the server's clock says now. */
export function setServerTime(iso: string): void {
  ahead = Date.parse(iso) - Date.now();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    seconds = Math.floor((Date.now() + ahead) / 1000);
    for (const tell of watchers) tell();
  }, 1_000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time in ms, anew each second. All clocks on a page tick together. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => seconds) * 1000;
}
