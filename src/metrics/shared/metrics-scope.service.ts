import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { may, seesAllTickets, seesOpenedBy } from '../../people/access/access.js';
import { Forbidden } from '../../people/access/access-problems.js';
import type { Person } from '../../people/common/model.js';
import { NotYourTeam } from '../../routing/routing-problems.js';
import type { FigureScope, Sight } from './cohort-sql.js';
import type { FigureHead } from './figures.dto.js';
import { DEFINITION_VERSION } from './figures.js';
import type { NamesWish } from './known-names.service.js';
import { KnownNames } from './known-names.service.js';
import { FigureQueryInvalid } from './metrics-problems.js';
import { readRange } from './metrics-range.js';

/** The query parameters that all figures share. */
export interface FigureWish {
  from?: string;
  to?: string;
  tz?: string;
  team?: string;
  channel?: string;
  agent?: string;
  sop?: string;
  version?: number;
}

/** What of an answer decides whom it is for, and the names in it that the scope does not have. */
interface Asked extends Pick<NamesWish, 'steps'> {
  onlySums?: boolean;
}

/** Turns what a caller asks for, and who they are, into the cases that count, and says so in the answer. */
@Injectable()
export class FigureScopes {
  constructor(
    private readonly clock: Clock,
    private readonly names: KnownNames,
  ) {}

  /**
   * Managers and admins see the figures of all teams, others those of the teams they belong to; designers of all where
   * there are `onlySums`, which those of one person are not. `asked`: further names that have to be known. Throws `FigureQueryInvalid`, `NotYourTeam`,
   * `Forbidden`.
   */
  async read(
    wish: FigureWish,
    caller: Person,
    { onlySums = false, ...asked }: Asked = {},
  ): Promise<{ scope: FigureScope; head: FigureHead }> {
    const asOf = this.clock.now();
    if (wish.agent !== undefined && !may(caller, 'metrics.read')) throw new Forbidden('metrics.read');
    const read = readRange(wish, asOf);
    const errors = 'errors' in read ? [...read.errors] : [];
    if (wish.version !== undefined && wish.sop === undefined) {
      const message = { en: 'needs `sop` beside it', 'zh-CN': '需要同时指定 sop' };
      errors.push({ pointer: '/version', message });
    }
    if ('range' in read)
      errors.push(...(await this.names.unknownZone(read.range.tz, new Date(read.range.to).getUTCFullYear())));
    if (errors.length === 0) errors.push(...(await this.names.unknown({ ...wish, ...asked })));
    if ('errors' in read || errors.length > 0) throw new FigureQueryInvalid(errors);
    const { from, to, tz } = read.range;
    const reach = onlySums && caller.roles.includes('designer') ? null : reachOf(caller);
    if (wish.team !== undefined && reach?.includes(wish.team) === false)
      throw new NotYourTeam('/team', wish.team, reach);
    const teams = wish.team === undefined ? reach : [wish.team];
    const { team = null, channel = null, agent = null, sop = null, version = null } = wish;
    return {
      scope: { from, to, asOf, teams, ...sightOf(caller), channel, agent, sop, version },
      head: {
        definition: DEFINITION_VERSION,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        tz,
        asOf: new Date(asOf).toISOString(),
        filter: { team, agent, channel, sop, version, reach },
      },
    };
  }
}

/** What lists may show somebody who does not see every ticket. */
function sightOf(caller: Person): { sight?: Sight } {
  if (seesAllTickets(caller)) return {};
  return { sight: { teams: caller.teams.map(({ team }) => team), self: seesOpenedBy(caller) } };
}

function reachOf(caller: Person): string[] | null {
  return seesAllTickets(caller) ? null : caller.teams.map(({ team }) => team);
}
