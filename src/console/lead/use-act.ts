import { useState } from 'react';
import { refresh } from '../api/queries';

/** Does something, one at a time. Afterwards the board is fetched anew, whatever came of it. */
export function useAct(run: () => Promise<void>) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await run();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };
  return { act, error, isBusy };
}
