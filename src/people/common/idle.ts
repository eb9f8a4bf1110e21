/** After how many minutes without a sign of life somebody counts as idle where their team says nothing else (definition section 5). */
export const USUAL_IDLE_MINUTES = 5;
/** The cut-offs that a team can have: the least is longer than what can lie between two renewals that tell of signs. */
export const LEAST_IDLE_MINUTES = 3;
export const MOST_IDLE_MINUTES = 60;
