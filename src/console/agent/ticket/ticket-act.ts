import { api } from '../../api/client';
import { keepAnswer, type Ticket } from '../common/ticket-cache';
import type { ActAnswers, AskedAct } from './act-answers';

/** Does it. Afterwards the page knows how the ticket stands. */
export async function doTicketAct(
  act: AskedAct,
  ticket: Ticket,
  answers: ActAnswers,
  step: string | undefined,
): Promise<void> {
  const header = { 'If-Match': `"${ticket.version}"` };
  const params = { path: { id: ticket.id }, header };
  const ofDesk = { path: { ticketId: ticket.id }, header };
  const reason = answers.reason.trim();
  const { data } = await (() => {
    switch (act) {
      case 'transfer':
        return api.POST('/api/tickets/{id}/transfer', {
          params,
          body: { reason, step, to: { team: answers.team } },
        });
      case 'handBack':
        return api.POST('/api/tickets/{id}/hand-back', { params, body: { reason, step } });
      case 'release':
        return api.POST('/api/desk/{ticketId}/release', { params: ofDesk, body: { reason, step } });
      case 'takeOver':
        return api.POST('/api/desk/{ticketId}/take', { params: ofDesk, body: { reason, step } });
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
    }
  })();
  if (data) keepAnswer(data);
}
