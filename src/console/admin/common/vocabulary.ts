import type { Role } from '../../api/session';

export const ROLES: readonly Role[] = ['agent', 'lead', 'designer', 'manager', 'admin'];
/** The id of a team or a skill, as the server wants it. */
export const NAME = /^[a-z][a-z0-9-]{0,39}$/;
