interface Place {
  team: string;
  tier: number;
}

/** What is to be known of the teams. */
export interface Teams {
  /** Whether a team is one of specialists. */
  isSpecialist: (team: string) => boolean;
  /** How many tiers a team has. */
  tiersOf: (team: string) => number;
}

/** `top`: there is nobody above. `not-up`: the target is lower, the same, or a team that is no team of specialists. */
export type EscalationTarget = Place | { refused: 'top' | 'not-up'; to: Place };

/** A place as its team has it: what lies above its highest tier is done by those at the top. */
export function withinTeam<At extends Place>(place: At, { tiersOf }: Pick<Teams, 'tiersOf'>): At {
  const top = tiersOf(place.team);
  return place.tier > top ? { ...place, tier: top } : place;
}

/**
 * Where an escalation from a lane goes (definition section 2): up, as far as the team goes, or to a team of specialists,
 * where it is not lower than before or at their highest tier. What is not asked for: one tier up; with specialists the
 * tier it has.
 */
export function resolveEscalation(
  from: Place,
  asked: { team?: string | null; tier?: number | null },
  teams: Teams,
): EscalationTarget {
  const team = asked.team ?? from.team;
  const top = teams.tiersOf(team);
  const toSpecialists = team !== from.team && teams.isSpecialist(team);
  const usual = toSpecialists ? from.tier : from.tier + 1;
  const to = withinTeam({ team, tier: asked.tier ?? usual }, teams);
  if (to.tier > from.tier || (toSpecialists && to.tier >= Math.min(from.tier, top))) return to;
  const wantsUp = (asked.tier ?? usual) > from.tier || asked.tier === top;
  return { refused: team === from.team && from.tier >= top && wantsUp ? 'top' : 'not-up', to };
}
