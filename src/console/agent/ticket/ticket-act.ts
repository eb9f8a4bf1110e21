import { api } from '../../api/client';
import { keepAnswer, type Schemas, type Ticket } from '../common/ticket-cache';

export type TicketAct = 'transfer' | 'release' | 'takeOver' | 'reopen' | 'cancel' | 'prioritise' | 'merge';

/** The key of an act's name. */
export function labelOf(act: TicketAct) {
  return act === 'cancel' ? 'cancelTicket' : act;
}

/** What somebody filled in for an act; only what the act asks for. */
export interface ActAnswers {
  reason: string;
  team: string;
  priority: Schemas['PriorityDto']['priority'];
  into: string;
}

/** Is all there that the act needs? */
export function isComplete(act: TicketAct, answers: ActAnswers): boolean {
  if (act === 'merge') return /^[1-9]\d{0,17}$/.test(answers.into.trim());
  if (act === 'prioritise') return true;
  return answers.reason.trim() !== '' && (act !== 'transfer' || answers.team !== '');
}

/** Does it. Afterwards the page knows how the ticket stands. `key`: the same for each try. */
export async function doTicketAct(
  act: TicketAct,
  ticket: Ticket,
  answers: ActAnswers,
  key: string,
): Promise<void> {
  const header = { 'If-Match': `"${ticket.version}"`, 'Idempotency-Key': key };
  const params = { path: { id: ticket.id }, header };
  const reason = answers.reason.trim();
  const { data } = await (() => {
    switch (act) {
      case 'transfer':
        return api.POST('/api/tickets/{id}/transfer', {
          params,
          body: { reason, to: { team: answers.team } },
        });
      case 'release':
        return api.POST('/api/desk/{ticketId}/release', {
          params: { path: { ticketId: ticket.id }, header },
          body: { reason },
        });
      case 'takeOver':
        return api.POST('/api/desk/{ticketId}/take', {
          params: { path: { ticketId: ticket.id }, header },
          body: { reason },
        });
      case 'reopen':
        return api.POST('/api/tickets/{id}/reopen', { params, body: { reason } });
      case 'cancel':
        return api.POST('/api/tickets/{id}/cancel', { params, body: { reason } });
      case 'prioritise': {
        const { priority } = answers;
        return api.POST('/api/tickets/{id}/priority', {
          params,
          body: reason === '' ? { priority } : { priority, reason },
        });
      }
      case 'merge':
        return api.POST('/api/tickets/{id}/merge', { params, body: { into: answers.into.trim() } });
    }
  })();
  if (data) keepAnswer(data);
}
