import { useTexts } from '../../i18n/texts';
import { useTeamName } from '../../kit/common/team-names';
import { aroundTexts } from '../common/texts-around';
import type { Guide, Ticket } from '../common/ticket-cache';
import { useWhose } from './whose';

/** Why this person may not write to the customer, in the names that they know; null: they may, or it is not known yet. */
export function useWhyNotWrite(ticket: Ticket | undefined, guide: Guide | undefined): string | null {
  const say = useTexts(aroundTexts);
  const teamOf = useTeamName();
  const whose = useWhose();
  if (!ticket || !guide || guide.mayNotWrite === null) return null;
  if (ticket.status !== 'open') return say('notWrite_team', { team: teamOf(ticket.team) });
  const others = guide.steps.filter(({ mayAct }) => !mayAct);
  const first = others.find(({ kind }) => kind === 'human') ?? others[0];
  // Nothing of it is anybody's, such as while another system is asked: the server says why.
  return first ? say('notWrite_step', { why: whose(first) }) : guide.mayNotWrite;
}
