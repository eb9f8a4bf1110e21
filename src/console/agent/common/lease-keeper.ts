import { useEffect, useRef } from 'react';
import { $api, api, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';

export type HeldTicket = Schemas['HeldTicket'];

/** A lease lasts two minutes; two renewals may be lost before it ends. */
const RENEW_MS = 40_000;

/** The tickets that the person holds and the lanes that wait for them. */
export function useDesk() {
  return $api.useQuery('get', '/api/desk', {}, { refetchInterval: 60_000 });
}

/** Keeps what the person holds as long as a page is open; also right after the machine wakes up or is online again. */
export function useLeaseKeeper(held: readonly HeldTicket[]): void {
  const ids = useRef<string[]>([]);
  useEffect(() => {
    ids.current = held.map(({ ticket }) => ticket.id);
  }, [held]);
  useEffect(() => {
    const renew = (): void => void Promise.all(ids.current.map(renewLease));
    const wake = (): void => {
      if (document.visibilityState === 'visible') renew();
    };
    const timer = setInterval(renew, RENEW_MS);
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', renew);
    };
  }, []);
}

async function renewLease(ticketId: string): Promise<void> {
  try {
    await api.POST('/api/desk/{ticketId}/renew', { params: { path: { ticketId } } });
  } catch (error) {
    // While the server is away it is tried again; a lost lease is said on the ticket's page.
    if (!toProblem(error).isPassing) void refresh('/api/desk', '/api/tickets');
  }
}
