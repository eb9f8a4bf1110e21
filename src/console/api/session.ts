import { useSyncExternalStore } from 'react';
import { forgetPerson } from './left-behind';
import type { components } from './schema';

export type Me = components['schemas']['PersonDto'];
export type Role = Me['roles'][number];

interface Token {
  accessToken: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** `expired`: somebody is still at work here, but the server does not know them any more. */
export type SessionState =
  | { status: 'out' }
  | {
      status: 'in' | 'expired';
      me: Me;
      token: Token;
      /** An administrator set the password; nothing else is open until they have set their own. */
      mustSetPassword?: boolean;
    };

const KEY = 'stepwise.session';

/**
 * Who sits here. Kept in the browser, so that a reload or a second tab goes on; the tabs of one browser share it.
 * Calls that meet an expired sign-in wait for `signedInAgain` instead of failing: nothing typed is lost.
 */
class Session {
  private current: SessionState = readStored();
  private readonly listeners = new Set<() => void>();
  private waiting: ((isIn: boolean) => void)[] = [];

  constructor() {
    window.addEventListener('storage', (event) => {
      if (event.key === KEY) this.become(readStored(), false);
    });
  }

  get state(): SessionState {
    return this.current;
  }

  signIn(answer: Token & { user: Me; passwordChangeRequired: boolean }): void {
    const { accessToken, expiresAt, user, passwordChangeRequired: mustSetPassword } = answer;
    this.become({ status: 'in', me: user, token: { accessToken, expiresAt }, mustSetPassword });
  }

  /** The server opens nothing else until the person has set a password of their own. */
  requirePassword(): void {
    if (this.current.status === 'in' && !this.current.mustSetPassword)
      this.become({ ...this.current, mustSetPassword: true });
  }

  /** The person changed (name, language); the token stays. */
  update(me: Me): void {
    if (this.current.status !== 'out') this.become({ ...this.current, me });
  }

  /** Another tab may have got a newer token, and this one have slept when it was told. */
  lookAgain(): void {
    const stored = readStored();
    const { current } = this;
    if (stored.status === 'out' || current.status === 'out' || stored.me.id !== current.me.id) return;
    if (stored.token.accessToken !== current.token.accessToken) this.become(stored, false);
  }

  /** With it goes what the person typed here and did not send. */
  signOut(): void {
    this.become({ status: 'out' });
  }

  /** `token`: the one that was refused; a newer one is still good. */
  expire(token: string): void {
    if (this.current.status === 'in' && this.current.token.accessToken === token)
      this.become({ ...this.current, status: 'expired' });
  }

  /** True as soon as the person has signed in again; false when they gave up. */
  signedInAgain(): Promise<boolean> {
    if (this.current.status !== 'expired') return Promise.resolve(this.current.status === 'in');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): SessionState => this.current;

  private become(next: SessionState, isOurs = true): void {
    this.current = next;
    if (isOurs) store(next);
    if (next.status === 'out') forgetPerson();
    if (next.status !== 'expired') {
      const waiting = this.waiting;
      this.waiting = [];
      for (const go of waiting) go(next.status === 'in');
    }
    for (const listener of this.listeners) listener();
  }
}

function readStored(): SessionState {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== null) return JSON.parse(text) as SessionState;
  } catch {
    // Unreadable or forbidden: as if nobody had signed in.
  }
  return { status: 'out' };
}

function store(state: SessionState): void {
  try {
    if (state.status === 'out') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Private windows may forbid it; the session then ends with the tab.
  }
}

export const session = new Session();

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}

/** The person who sits here; only below the sign-in. */
export function useMe(): Me {
  const state = useSession();
  if (state.status === 'out') throw new Error('Nobody is signed in');
  return state.me;
}

export function hasRole(me: Me, ...roles: Role[]): boolean {
  return me.roles.some((role) => role === 'admin' || roles.includes(role));
}
