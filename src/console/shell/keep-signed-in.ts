import { useEffect } from 'react';
import { api } from '../api/client';
import { session } from '../api/session';

/** How long before its end a token is replaced, and how often that is looked at. */
const EARLY_MS = 15 * 60_000;
const LOOK_MS = 60_000;

/** Renews the token while the page is open, so that a day's work is not interrupted by a sign-in. */
export function useKeepSignedIn(): void {
  useEffect(() => {
    const look = (): void => {
      const state = session.state;
      if (state.status !== 'in' || Date.parse(state.token.expiresAt) - Date.now() > EARLY_MS) return;
      api.POST('/api/auth/renew').then(
        ({ data }) => data && session.signIn(data),
        // It is tried again with the next look; an expired one is asked for over the page.
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
}
