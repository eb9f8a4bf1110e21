import { useEffect } from 'react';
import { $api, type Schemas } from '../../api/client';
import { queries } from '../../api/queries';
import { setServerTime } from '../../kit/common/now';

export type { Schemas };
export type Ticket = Schemas['Ticket'];
export type Guide = Schemas['Guide'];
export type GuideStep = Schemas['GuideStep'];
export type GuideAction = Schemas['GuideAction'];
export type HistoryEntry = Schemas['HistoryEntry'];

const at = (ticketId: string) => ({ params: { path: { id: ticketId } } });

/** An answer that was on its way while somebody acted is older than what is known already; it is left out. */
function keepNewer(known: unknown, arrived: unknown): unknown {
  return versionOf(known) > versionOf(arrived) ? known : arrived;
}

function versionOf(answer: unknown): number {
  return (answer as { version?: number } | undefined)?.version ?? -1;
}

/** The ticket as the server last told it. */
export function useTicket(ticketId: string) {
  return $api.useQuery('get', '/api/tickets/{id}', at(ticketId), { structuralSharing: keepNewer });
}

/** What is to be done on it now. The clocks of the page follow the time that it brings. */
export function useGuide(ticketId: string) {
  const guide = $api.useQuery('get', '/api/tickets/{id}/guide', at(ticketId), {
    structuralSharing: keepNewer,
  });
  const now = guide.data?.clocks.now;
  const { dataUpdatedAt } = guide;
  useEffect(() => {
    if (now !== undefined && Date.now() - dataUpdatedAt < 1_000) setServerTime(now);
  }, [now, dataUpdatedAt]);
  return guide;
}

/** Puts the answer of an act where the page looks: the next step is there without another call. */
export function keepAnswer(answer: { ticket: Ticket; guide: Guide }): void {
  const { ticket, guide } = answer;
  queries.setQueryData<Ticket>(ticketKey(ticket.id), (known) => keepNewer(known, ticket) as Ticket);
  queries.setQueryData<Guide>(guideKey(ticket.id), (known) => keepNewer(known, guide) as Guide);
}

/** What the page knows of the ticket's steps at this moment. */
export function knownGuide(ticketId: string): Guide | undefined {
  return queries.getQueryData<Guide>(guideKey(ticketId));
}

function ticketKey(ticketId: string) {
  return $api.queryOptions('get', '/api/tickets/{id}', at(ticketId)).queryKey;
}
function guideKey(ticketId: string) {
  return $api.queryOptions('get', '/api/tickets/{id}/guide', at(ticketId)).queryKey;
}
