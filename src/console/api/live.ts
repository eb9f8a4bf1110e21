import { createParser } from 'eventsource-parser';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { callApi } from './client';
import { refresh } from './queries';
import { session } from './session';

/** What the server tells of while a page is open (`GET /api/live`). */
export interface LiveEvents {
  hello: { now: string };
  ticket: {
    id: string;
    version: number;
    team: string;
    status: string;
    assignee: string | null;
    at: string;
  };
  /** A ticket has left what this person may see. */
  'ticket-gone': { id: string };
  desk: Record<string, never>;
  sops: { id: string; version: number | null };
  people: Record<string, never>;
  /** The stream ends: the sign-in did, or the server stops. */
  bye: { reason: 'expired' | 'signed-out' | 'stopping' };
  /** Something may have been missed. */
  resync: Record<string, never>;
}
type Name = keyof LiveEvents;
type Listener = (name: Name, data: LiveEvents[Name]) => void;

/** Without a sign of life for this long the connection counts as broken (the server sends one every 15 s). */
const SILENCE_MS = 40_000;
const PAUSES_MS = [250, 1_000, 3_000, 10_000];

/** The one stream of server-sent events of this page; it comes back by itself. */
class Live {
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private abort: AbortController | null = null;
  private failures = 0;
  private online = true;
  private hasBegun = false;

  get isOnline(): boolean {
    return this.online;
  }

  /** Opens the stream and keeps it open. Gives the act that closes it. */
  open(): () => void {
    let isOpen = true;
    const wake = (): void => {
      this.failures = 0;
      this.abort?.abort();
    };
    window.addEventListener('online', wake);
    const run = async (): Promise<void> => {
      while (isOpen) {
        await this.read();
        if (!isOpen || session.state.status === 'out') return;
        const pause = PAUSES_MS[Math.min(this.failures, PAUSES_MS.length - 1)] ?? 0;
        await new Promise((go) => setTimeout(go, pause));
      }
    };
    void run();
    return () => {
      isOpen = false;
      window.removeEventListener('online', wake);
      this.abort?.abort();
    };
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly snapshot = (): boolean => this.online;

  /** Reads until the stream ends or breaks. */
  private async read(): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    let silence = setTimeout(() => abort.abort(), SILENCE_MS);
    const parser = createParser({ onEvent: ({ event, data }) => this.tell(event, data) });
    try {
      const request = new Request('/api/live', {
        signal: abort.signal,
        headers: { accept: 'text/event-stream' },
      });
      const response = await callApi(request);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (!reader) return;
      // What happened since the stream before this one ended was told to nobody.
      if (this.hasBegun) this.tell('resync', '{}');
      this.hasBegun = true;
      this.become(true);
      this.failures = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE_MS);
        parser.feed(value);
      }
    } catch {
      this.failures += 1;
      this.become(false);
    } finally {
      clearTimeout(silence);
    }
  }

  private tell(name: string | undefined, data: string): void {
    if (name === undefined) return;
    const content = JSON.parse(data) as LiveEvents[Name];
    for (const listener of this.listeners) listener(name as Name, content);
  }

  private become(online: boolean): void {
    if (this.online === online) return;
    this.online = online;
    for (const watcher of this.watchers) watcher();
  }
}

export const live = new Live();

/** What a change makes stale, whoever made it. Pages that show it fetch anew. */
live.listen((name) => {
  if (name === 'ticket' || name === 'ticket-gone') void refresh('/api/tickets', '/api/desk');
  if (name === 'desk') void refresh('/api/desk');
  if (name === 'sops') void refresh('/api/sops');
  if (name === 'people') void refresh('/api/users', '/api/teams', '/api/skills', '/api/me');
  if (name === 'resync') void refresh('/api');
});

/** False while the server cannot be reached. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(live.watch, live.snapshot);
}

/** Calls with every event of one name while the component is there. */
export function useLive<N extends Name>(name: N, act: (data: LiveEvents[N]) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () =>
      live.listen((told, data) => {
        if (told === name) latest.current(data as LiveEvents[N]);
      }),
    [name],
  );
}
