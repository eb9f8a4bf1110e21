import { api } from '../../api/client';
import type { TicketAct } from '../common/act-steps';
import { keepAnswer, type GuideStep, type Schemas, type Ticket } from '../common/ticket-cache';

/** The acts that are asked for in one dialog; merging looks at another ticket too. */
export type AskedAct = Exclude<TicketAct, 'merge'>;

/** The key of an act's name. */
export function labelOf(act: TicketAct) {
  return act === 'cancel' ? 'cancelTicket' : act;
}

/** What somebody filled in for an act; only what the act asks for. */
export interface ActAnswers {
  reason: string;
  team: string;
  priority: Schemas['PriorityDto']['priority'];
  /** Which of several parallel steps is meant. */
  step: string;
}

/** Is all there that the act needs? `step`: undefined for acts on the whole ticket, null when it still has to be chosen. */
export function isComplete(act: AskedAct, answers: ActAnswers, step: GuideStep | null | undefined): boolean {
  if (step === null) return false;
  if (act === 'prioritise') return true;
  const isTargetMissing = act === 'transfer' && (answers.team === '' || answers.team === step?.team);
  return answers.reason.trim() !== '' && !isTargetMissing;
}

/** Does it. Afterwards the page knows how the ticket stands. `key`: the same for each try. */
export async function doTicketAct(
  act: AskedAct,
  ticket: Ticket,
  answers: ActAnswers,
  about: { step: string | undefined; key: string },
): Promise<void> {
  const { step, key } = about;
  const header = { 'If-Match': `"${ticket.version}"`, 'Idempotency-Key': key };
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
