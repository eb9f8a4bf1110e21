import type { Surroundings } from '../decide/surroundings.js';
import { mustSpeak } from '../decide/decide-message.js';
import { CannotUndo } from '../decide/merge-problems.js';
import type { Ticket } from '../model/model.js';
import { Problem } from '../../problems/problem.js';
import { leadsTicket, mayPrioritise, reachOfActor, standingIn, worksForTicket } from '../rights/rights.js';
import type { Text } from '../../engine/common/text.js';

/** What can be done with a ticket beside the ways out of its SOP. */
export const TICKET_ACTS = [
  'message',
  'transfer',
  'hand-back',
  'release',
  'reopen',
  'priority',
  'merge',
  'undo',
  'cancel',
] as const;
export type TicketActName = (typeof TICKET_ACTS)[number];

/** Whether the door would take a merge back, which depends on the other ticket too; or why a lead of both cannot. */
export type UndoOf = 'open' | 'closed' | CannotUndo;

/** The acts that are open to the person now, by the rules that the door asks; and why they may not write or undo, if so. */
export function openActs(
  ticket: Ticket,
  around: Surroundings,
  undo: UndoOf,
): { acts: TicketActName[]; mayNotWrite: Text | null; mayNotUndo: Text | null } {
  const reach = reachOfActor(around);
  const mayNotWrite = whyNotWrite(ticket, around);
  const isOpen = ticket.status === 'open';
  const human = isOpen ? ticket.openVisits.filter((visit) => visit.kind === 'human') : [];
  const holds = human.some((visit) => visit.holder === reach.userId);
  const leads = leadsTicket(reach, ticket);
  const open: Record<TicketActName, boolean> = {
    message: mayNotWrite === null,
    transfer: holds || human.some((visit) => reach.leads.includes(visit.team)),
    'hand-back': human.some((visit) => visit.cameFrom && standingIn(visit, reach).may),
    release: holds,
    reopen: ticket.status === 'resolved' && worksForTicket(reach, ticket),
    priority: isOpen && mayPrioritise(reach, ticket),
    merge: isOpen && leads,
    undo: ticket.status === 'merged' && undo === 'open',
    cancel: isOpen && leads,
  };
  const mayNotUndo = undo instanceof CannotUndo ? undo.detail : null;
  return { acts: TICKET_ACTS.filter((act) => open[act]), mayNotWrite, mayNotUndo };
}

function whyNotWrite(ticket: Ticket, around: Surroundings): Text | null {
  if (ticket.status === 'cancelled' || ticket.status === 'merged')
    return { en: 'This ticket has ended.', 'zh-CN': '该工单已结束。' };
  try {
    mustSpeak(ticket, around);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.detail;
  }
}
