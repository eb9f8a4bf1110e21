import { useRef, useState } from 'react';
import { newKey } from '../api/client';
import { refresh } from '../api/queries';

/**
 * Does something once, however often it is tried: the same content is sent under the same key. Afterwards the board
 * is fetched anew, whatever came of it.
 */
export function useAct(run: (key: string) => Promise<void>) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const sent = useRef({ content: '', key: '' });
  const act = async (content: string): Promise<void> => {
    if (isBusy) return;
    if (sent.current.content !== content) sent.current = { content, key: newKey() };
    setBusy(true);
    setError(null);
    try {
      await run(sent.current.key);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };
  return { act, error, isBusy };
}
