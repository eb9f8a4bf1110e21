import { useEffect, useRef } from 'react';
import { $api, api, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { lastSignIn, onWaking } from './signs-of-life';

export type HeldTicket = Schemas['HeldTicket'];

/** A lease lasts two minutes; two renewals may be lost before it ends. */
const RENEW_MS = 40_000;

/** The server's clock minus that of this page, as far as a renewal has shown it (ms). */
let clockAhead = 0;

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
    const endWaking = onWaking((id) => {
      if (ids.current.includes(id)) void renewLease(id);
    });
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', renew);
      endWaking();
    };
  }, []);
}

async function renewLease(ticketId: string): Promise<void> {
  const sign = lastSignIn(ticketId);
  try {
    await tellRenewal(ticketId, sign === null ? undefined : new Date(sign + clockAhead).toISOString());
  } catch (error) {
    const problem = toProblem(error);
    // This clock is wrong: the answer to a renewal that tells of no sign says by how much.
    if (problem.status === 422) return void tellRenewal(ticketId, undefined).catch(() => undefined);
    // While the server is away it is tried again; a lost lease is said on the ticket's page.
    if (!problem.isPassing) void refresh('/api/desk', '/api/tickets');
  }
}

async function tellRenewal(ticketId: string, lastActiveAt: string | undefined): Promise<void> {
  const { data } = await api.POST('/api/desk/{ticketId}/renew', {
    params: { path: { ticketId } },
    body: lastActiveAt === undefined ? {} : { lastActiveAt },
  });
  if (data) clockAhead = Date.parse(data.at) - Date.now();
}
