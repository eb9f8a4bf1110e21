import type { Me } from '../../api/session';
import type { GuideStep } from '../common/ticket-cache';

/** May the person work on this step: a step for people, of a team of theirs, at their tier or below? */
export function servesStep(me: Pick<Me, 'teams'>, step: Pick<GuideStep, 'kind' | 'team' | 'tier'>): boolean {
  return step.kind === 'human' && me.teams.some(({ team, tier }) => team === step.team && tier >= step.tier);
}
