import type { TicketAct } from '../common/act-steps';
import type { GuideStep, Schemas } from '../common/ticket-cache';
import { isBlank } from '../../kit/common/blank';

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
  return !isBlank(answers.reason) && !isTargetMissing;
}
