import type { Lang } from '../../engine/common/text.js';

export const ROLES = ['agent', 'lead', 'designer', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person's place in a team: takes its tickets up to this tier (1 = first line; how many there are, the team says). */
export interface Membership {
  team: string;
  tier: number;
}

/** Somebody who works with Stepwise, as the other rooms see them. */
export interface Person {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  skills: string[];
  lang: Lang;
  teams: Membership[];
}
