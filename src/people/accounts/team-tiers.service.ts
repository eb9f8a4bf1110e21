import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { tiersAbove } from '../../engine/check/tiers.js';
import type { SopDefinition } from '../../engine/common/model.js';
import { MOST_TIERS } from '../../engine/common/tiers.js';
import { InvalidBody } from '../../problems/http-problems.js';
import type { ProblemError } from '../../problems/problem.js';
import { NAMES_TOLD, TiersInUse, noSuchTier, type Uses } from '../common/people-problems.js';

/** A number of tiers that a team can have. @throws InvalidBody */
export function checkTiers(tiers: number | undefined): void {
  if (tiers === undefined || (Number.isInteger(tiers) && tiers >= 1 && tiers <= MOST_TIERS)) return;
  const message = {
    en: `must be a whole number from 1 to ${MOST_TIERS}`,
    'zh-CN': `须为 1 到 ${MOST_TIERS} 的整数`,
  };
  throw new InvalidBody([{ pointer: '/tiers', message }]);
}

/** Members that a team with so many tiers has no place for. */
export function membersAbove(members: readonly { tier: number }[], tiers: number): ProblemError[] {
  return members.flatMap(({ tier }, i) =>
    tier > tiers ? [{ pointer: `/members/${i}/tier`, message: noSuchTier(tiers) }] : [],
  );
}

/** How many tiers teams have, for those who change people and teams: read in the transaction of the change. */
@Injectable()
export class TeamTiers {
  constructor(private readonly database: Database) {}

  /** By id, for the teams that exist; nobody lowers them before this transaction has ended. */
  async of(teams: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.prisma.$queryRaw<{ id: string; tiers: number }[]>`
      select id, tiers from teams where id = any(${[...teams]}) order by id for share`;
    return new Map(rows.map(({ id, tiers }) => [id, tiers]));
  }

  /** Nobody changes the team, or its members, before this transaction has ended. */
  async lock(team: string): Promise<void> {
    await this.database.prisma.$queryRaw`select id from teams where id = ${team} for update`;
  }

  /**
   * Asked after the team was given fewer tiers, in the same transaction: what lies above them keeps them from it.
   * @throws TiersInUse
   */
  async mustNotBeInUse(team: string, tiers: number): Promise<void> {
    const uses = {
      members: await this.membersAbove(team, tiers),
      sops: await this.sopsAbove(team),
      tickets: await this.ticketsAbove(team, tiers),
    };
    if (Object.values(uses).some(({ count }) => count > 0)) throw new TiersInUse(tiers, uses);
  }

  private async membersAbove(team: string, tiers: number): Promise<Uses> {
    const rows = await this.database.prisma.member.findMany({
      where: { teamId: team, tier: { gt: tiers } },
      select: { user: { select: { name: true } } },
      orderBy: { user: { email: 'asc' } },
    });
    return { names: rows.map(({ user }) => user.name), count: rows.length };
  }

  /** SOPs that new tickets begin with, or open ones run on: looked at one by one, since each may be long. */
  private async sopsAbove(team: string): Promise<Uses> {
    const { prisma } = this.database;
    const teams = await prisma.team.findMany({ select: { id: true, tiers: true } });
    const tiers = Object.fromEntries(teams.map(({ id, tiers: count }) => [id, count]));
    const versions = await prisma.$queryRaw<{ sopId: string; version: number }[]>`
      select v.sop_id as "sopId", v.version from sop_versions v
      where v.version = (select max(newest.version) from sop_versions newest where newest.sop_id = v.sop_id)
         or exists (select from tickets t
                    where t.status = 'open' and t.sop_id = v.sop_id and t.sop_version = v.version)
      order by v.sop_id, v.version`;
    const names: string[] = [];
    for (const { sopId, version } of versions) {
      const { definition } = await prisma.sopVersion.findUniqueOrThrow({
        where: { sopId_version: { sopId, version } },
        select: { definition: true },
      });
      const above = tiersAbove(definition as unknown as SopDefinition, tiers);
      if (above.some(({ teams: of }) => of.includes(team))) names.push(`${sopId} v${version}`);
    }
    return { names, count: names.length };
  }

  /** Open tickets with work of a person at a higher tier. */
  private async ticketsAbove(team: string, tiers: number): Promise<Uses> {
    const rows = await this.database.prisma.$queryRaw<{ id: string; count: number }[]>`
      select t.id::text as id, (count(*) over ())::int as count from tickets t
      where t.status = 'open' and exists (
        select from jsonb_array_elements(t.open_visits) visit
        where visit->>'kind' = 'human' and visit->>'team' = ${team} and (visit->>'tier')::int > ${tiers})
      order by t.id limit ${NAMES_TOLD}`;
    return { names: rows.map(({ id }) => `#${id}`), count: rows[0]?.count ?? 0 };
  }
}
