import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { seesAllTickets } from '../people/access.js';
import type { Person } from '../people/model.js';
import type { FigureScope } from './cohort-sql.js';
import type { FigureHead } from './figures.dto.js';
import { DEFINITION_VERSION } from './figures.js';
import { FigureQueryInvalid } from './metrics-problems.js';
import { readRange } from './metrics-range.js';

/** The query parameters that all figures share. */
export interface FigureWish {
  from?: string;
  to?: string;
  tz?: string;
  team?: string;
  channel?: string;
  sop?: string;
  version?: number;
}

/** Turns what a caller asks for, and who they are, into the cases that count, and says so in the answer. */
@Injectable()
export class FigureScopes {
  constructor(private readonly clock: Clock) {}

  /**
   * Managers and admins see all teams, others those they belong to; designers see all where there are `onlySums`.
   * A team that the caller does not see has no cases. Throws `FigureQueryInvalid`.
   */
  read(
    wish: FigureWish,
    caller: Person,
    { onlySums = false } = {},
  ): { scope: FigureScope; head: FigureHead } {
    const asOf = this.clock.now();
    const read = readRange(wish, asOf);
    const errors = 'errors' in read ? [...read.errors] : [];
    if (wish.version !== undefined && wish.sop === undefined) {
      const message = { en: 'needs `sop` beside it', 'zh-CN': '需要同时指定 sop' };
      errors.push({ pointer: '/version', message });
    }
    if ('errors' in read || errors.length > 0) throw new FigureQueryInvalid(errors);
    const { from, to, tz } = read.range;
    const reach = onlySums && caller.roles.includes('designer') ? null : reachOf(caller);
    const teams =
      wish.team === undefined ? reach : [wish.team].filter((team) => reach?.includes(team) ?? true);
    const { team = null, channel = null, sop = null, version = null } = wish;
    return {
      scope: { from, to, asOf, teams, channel, sop, version },
      head: {
        definition: DEFINITION_VERSION,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        tz,
        asOf: new Date(asOf).toISOString(),
        filter: { team, channel, sop, version, reach },
      },
    };
  }
}

function reachOf(caller: Person): string[] | null {
  return seesAllTickets(caller) ? null : caller.teams.map(({ team }) => team);
}
