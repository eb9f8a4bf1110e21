import { contextOf } from '../../../engine/index.js';
import type { Change } from '../../decide/change.js';
import { messageTerms, ticketTerms } from '../../search/terms.js';

export interface TermRow {
  /** 0: the ticket itself; else the event whose messages they are of. */
  seq: number;
  terms: string[];
}

/** What a ticket is found by after a change, as far as the change has a part in it. */
export function termRows({ before, ticket, facts, messages }: Change): TermRow[] {
  const { id, subject, customer, version } = ticket;
  const rows: TermRow[] = [];
  if (before === null || facts.some(({ type }) => type === 'stored')) {
    const terms = ticketTerms({ id, subject, customer, data: contextOf(ticket.state) });
    rows.push({ seq: 0, terms });
  }
  if (messages.length > 0) {
    const bodies = messages.map(({ body }) => body);
    rows.push({ seq: version, terms: messageTerms(id, bodies) });
  }
  return rows;
}
