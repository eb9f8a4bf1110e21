const HIGHEST_TIER = 3;

interface Place {
  team: string;
  tier: number;
}

/** `top`: there is nobody above. `not-up`: the target is lower, the same, or a team that is no team of specialists. */
export type EscalationTarget = Place | { refused: 'top' | 'not-up'; to: Place };

/**
 * Where an escalation from a lane goes (definition section 2): up, or to a team of specialists, where it is not lower
 * than before. What is not asked for: one tier up; with specialists the tier it has.
 */
export function resolveEscalation(
  from: Place,
  asked: { team?: string | null; tier?: number | null },
  isSpecialist: (team: string) => boolean,
): EscalationTarget {
  const team = asked.team ?? from.team;
  const toSpecialists = team !== from.team && isSpecialist(team);
  const usual = toSpecialists ? from.tier : from.tier + 1;
  const to = { team, tier: Math.min(HIGHEST_TIER, asked.tier ?? usual) };
  if (to.tier > from.tier || (toSpecialists && to.tier === from.tier)) return to;
  const wantsUp = (asked.tier ?? usual) > from.tier || asked.tier === HIGHEST_TIER;
  return { refused: team === from.team && from.tier >= HIGHEST_TIER && wantsUp ? 'top' : 'not-up', to };
}
