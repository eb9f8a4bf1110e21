import { useSyncExternalStore } from 'react';
import { session } from './session';

/**
 * Sensitive acts want the password given a moment ago. A call that the server refuses for that waits here until the
 * person has given it, or has thought better of it.
 */
class Prove {
  private waiting: ((isProved: boolean) => void)[] = [];
  private readonly listeners = new Set<() => void>();

  constructor() {
    // Who is signed out, or has to sign in again, is asked for nothing else.
    session.subscribe(() => session.state.status === 'in' || this.settle(false));
  }

  /** True as soon as the password was given; false when it will not be. */
  ask(): Promise<boolean> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.tell();
    });
  }

  settle(isProved: boolean): void {
    const { waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    for (const go of waiting) go(isProved);
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): boolean => this.waiting.length > 0;

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const prove = new Prove();

/** Does a call wait for the password? */
export function useIsProofWanted(): boolean {
  return useSyncExternalStore(prove.subscribe, prove.snapshot);
}
