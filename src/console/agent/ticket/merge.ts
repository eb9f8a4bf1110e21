import type { ApiProblem } from '../../api/problem';
import type { Ticket } from '../common/ticket-cache';
import { confirmMerge } from '../../../words/problem-kinds';

/** What is looked at of the other ticket before the two become one. */
export interface OtherTicket {
  id: string;
  number: number;
  subject: string;
  customer: { id: string; name: string };
  status: Ticket['status'];
  /** Where it is, or how it ended. */
  place: string;
}

/** The ticket that somebody names: `1560`, `#1560`, with spaces or full-width signs; null as long as it is no number. */
export function readTicketNumber(text: string): string | null {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '');
  return /^#?([1-9]\d{0,17})$/.exec(plain)?.[1] ?? null;
}

export function otherOf({ id, number, subject, customer, status, ...rest }: Ticket): OtherTicket {
  const place = rest.stepTitles.join(' / ') || (rest.outcomeTitle ?? '');
  return { ...{ id, number, subject, customer, status }, place };
}

/** The other ticket as the server shows it when it asks for the second yes; null when it asks for something else. */
export function otherOfProblem({ slug, facts }: ApiProblem, lang: 'en' | 'zh-CN'): OtherTicket | null {
  const other = facts['other'];
  if (slug !== confirmMerge.slug || typeof other !== 'object' || other === null) return null;
  const { steps, ...told } = other as Omit<OtherTicket, 'place'> & {
    steps: { step: string; title: Record<'en' | 'zh-CN', string> | null }[];
  };
  return { ...told, place: steps.map(({ step, title }) => title?.[lang] ?? step).join(' / ') };
}

/** What stands in the way of a merge; null: nothing, or only the yes to differing customers. */
export function whyNotMerge(ticket: Ticket, other: OtherTicket): 'self' | 'ended' | null {
  if (other.id === ticket.id) return 'self';
  return other.status === 'open' ? null : 'ended';
}

/** The two tickets are of different customers: somebody has to say that they looked. */
export function customersDiffer(ticket: Ticket, other: OtherTicket): boolean {
  return other.id !== ticket.id && other.customer.id !== ticket.customer.id;
}
