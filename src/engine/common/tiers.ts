/* How many tiers a team has is said by each team; these are the only two numbers of the program itself. */

/** No team has more: the upper bound of the SOP format, of what is asked for, and of the pages. */
export const MOST_TIERS = 9;
/** What a team has while nobody says otherwise, and what an unknown one is taken to have: agent, senior, supervisor. */
export const USUAL_TIERS = 3;
