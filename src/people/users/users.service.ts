import { Injectable } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import { Database } from '../../database/database.service.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Lang } from '../../engine/common/text.js';
import { isUuid } from '../accounts/accounts.service.js';
import { InvalidBody } from '../../problems/http-problems.js';
import type { Membership, Person, Role } from '../common/model.js';
import { readName } from '../names/names.js';
import { skeletonOf } from '../common/skeletons.js';
import { NewPasswords } from '../passwords/new-passwords.service.js';
import { TeamTiers } from '../accounts/team-tiers.service.js';
import { PeopleChanges } from '../accounts/people-changes.service.js';
import {
  DuplicateEmail,
  LastAdmin,
  UnknownUser,
  invalidCursor,
  noSuchTier,
} from '../common/people-problems.js';

/** Whoever takes roles away, or people out, takes turns with others who do. */
const TURN = 7_370_001;

/** A person as administrators see them. */
export interface User extends Person {
  /** A user who is not active cannot sign in and gets no tickets. */
  active: boolean;
  createdAt: Date;
}

export interface NewUser {
  email: string;
  name: string;
  password: string;
  roles: Role[];
  skills?: string[];
  lang?: Lang;
  teams?: Membership[];
}

/** What is absent stays as it is. */
export interface UserChange {
  name?: string;
  email?: string;
  roles?: Role[];
  skills?: string[];
  lang?: Lang;
  teams?: Membership[];
  active?: boolean;
}

export interface UserFilter {
  team?: string;
  role?: Role;
  active?: boolean;
  /** Part of the name or the e-mail. */
  q?: string;
  cursor?: string;
  limit: number;
}

const withTeams = { members: { select: { teamId: true, tier: true }, orderBy: { teamId: 'asc' } } } as const;
type Row = Prisma.UserGetPayload<{ include: typeof withTeams }>;

/** Keeps the people: who they are, what they may, and in which teams they work. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly changes: PeopleChanges,
    private readonly passwords: NewPasswords,
    private readonly tiers: TeamTiers,
  ) {}

  /** By e-mail, a page at a time. */
  async list(filter: UserFilter): Promise<{ items: User[]; nextCursor: string | null }> {
    const { team, role, active, cursor, limit } = filter;
    // Prisma hands the pattern signs of SQL through.
    const q = filter.q?.replace(/[\\%_]/g, '\\$&');
    const rows = await this.database.prisma.user.findMany({
      where: {
        ...(active === undefined ? {} : { active }),
        ...(team === undefined ? {} : { members: { some: { teamId: team } } }),
        ...(role === undefined ? {} : { roles: { has: role } }),
        ...(q === undefined
          ? {}
          : {
              OR: [
                { name: { contains: q, mode: 'insensitive' } },
                { email: { contains: q, mode: 'insensitive' } },
              ],
            }),
        ...(cursor === undefined ? {} : { email: { gt: readCursor(cursor) } }),
      },
      include: withTeams,
      orderBy: { email: 'asc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map(userOf);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? Buffer.from(last.email).toString('base64url') : null };
  }

  /** @throws UnknownUser */
  async read(id: string): Promise<User> {
    const row =
      isUuid(id) && (await this.database.prisma.user.findUnique({ where: { id }, include: withTeams }));
    if (!row) throw new UnknownUser(id);
    return userOf(row);
  }

  /**
   * `expired`: whoever creates them knows the password, so it only serves to set another one.
   * @throws DuplicateEmail, InvalidBody for teams or tiers that do not exist and a password that is easily guessed.
   */
  async create(user: NewUser, { expired }: { expired: boolean }): Promise<User> {
    const { password, teams = [], skills = [], ...rest } = user;
    const name = normalName(user.name);
    const email = normalEmail(user.email);
    await this.checkTeams(teams);
    const passwordHash = await this.passwords.hash(password, user);
    try {
      await this.noteNamesakes(name);
      const row = await this.database.prisma.user.create({
        data: {
          ...rest,
          name,
          skills,
          email,
          passwordHash,
          passwordExpired: expired,
          members: { create: membersOf(teams) },
        },
        include: withTeams,
      });
      return userOf(row);
    } catch (error) {
      throw codeOf(error) === 'P2002' ? new DuplicateEmail(email) : error;
    }
  }

  /** Gives back what they may not hold any more. @throws UnknownUser, DuplicateEmail, LastAdmin, InvalidBody for unknown teams. */
  async change(id: string, change: UserChange): Promise<User> {
    if (!isUuid(id)) throw new UnknownUser(id);
    try {
      const row = await this.write(id, change);
      await this.changes.tell(id);
      return userOf(row);
    } catch (error) {
      const isTaken = change.email !== undefined && codeOf(error) === 'P2002';
      throw isTaken ? new DuplicateEmail(normalEmail(change.email ?? '')) : error;
    }
  }

  private async write(id: string, change: UserChange): Promise<Row> {
    const { teams, email, name, ...rest } = change;
    return this.database.together(async () => {
      const { prisma } = this.database;
      // One after the other, or the last two administrators could demote each other.
      if (change.roles || change.active === false)
        await prisma.$queryRaw`select pg_advisory_xact_lock(${this.database.lockNumber(TURN)}::bigint)::text`;
      if (teams) await this.checkTeams(teams);
      const before = await prisma.user.findUnique({ where: { id }, include: withTeams });
      if (!before) throw new UnknownUser(id);
      tellRecord({ before: { ...userOf(before) } });
      const isRenamed = name !== undefined && name !== before.name;
      const own = {
        ...(email === undefined ? {} : { email: normalEmail(email) }),
        ...(isRenamed ? { name: normalName(name) } : {}),
      };
      if (isRenamed) await this.noteNamesakes(normalName(name), id);
      const ends = change.active === false && before.active;
      const members = teams && { deleteMany: {}, create: membersOf(teams) };
      const after = await prisma.user.update({
        where: { id },
        data: {
          ...rest,
          ...own,
          ...(ends ? { generation: { increment: 1 } } : {}),
          ...(members ? { members } : {}),
        },
        include: withTeams,
      });
      const wasAdmin = before.active && before.roles.includes('admin');
      if (wasAdmin && !(await hasAdmin(prisma))) throw new LastAdmin();
      return after;
    });
  }

  /** People of the same name exist; that one of them was named so by somebody is in the record. */
  private async noteNamesakes(name: string, self?: string): Promise<void> {
    const people = await this.database.prisma.user.findMany({
      where: { active: true },
      select: { id: true, name: true },
    });
    const wanted = skeletonOf(name);
    const namesakes = people.filter((one) => one.id !== self && skeletonOf(one.name) === wanted);
    if (namesakes.length > 0) tellRecord({ facts: { namesakes: namesakes.map(({ id }) => id) } });
  }

  /**
   * Ends all sessions of the user. `expired`: somebody else knows it, so it only serves to set another one.
   * @throws UnknownUser, InvalidBody for a password that is easily guessed.
   */
  async setPassword(id: string, password: string, { expired }: { expired: boolean }): Promise<void> {
    const passwordHash = await this.passwords.hash(password, await this.read(id));
    await this.raiseGeneration(id, { passwordHash, passwordExpired: expired });
  }

  /** No token given out so far counts any more, in this process at once and in others within 2 s. @throws UnknownUser */
  async endSessions(id: string): Promise<void> {
    if (!isUuid(id)) throw new UnknownUser(id);
    await this.raiseGeneration(id, {});
  }

  private async raiseGeneration(id: string, more: Prisma.UserUpdateInput): Promise<void> {
    const { count } = await this.database.prisma.user.updateMany({
      where: { id },
      data: { ...more, generation: { increment: 1 } },
    });
    if (count === 0) throw new UnknownUser(id);
    await this.changes.tell(id);
  }

  private async checkTeams(teams: Membership[]): Promise<void> {
    const wanted = teams.map(({ team }) => team);
    const known = await this.tiers.of(wanted);
    const errors = teams.flatMap(({ team, tier }, i) => {
      const pointer = `/teams/${i}/team`;
      const tiers = known.get(team);
      if (tiers === undefined) return [{ pointer, message: unknownTeam(team) }];
      if (wanted.indexOf(team) < i) return [{ pointer, message: namedTwice(team) }];
      return tier > tiers ? [{ pointer: `/teams/${i}/tier`, message: noSuchTier(tiers) }] : [];
    });
    if (errors.length > 0) throw new InvalidBody(errors);
  }
}

/** A name as it is kept. @throws InvalidBody for one that holds what nobody sees. */
export function normalName(text: string): string {
  const read = readName(text);
  if ('fault' in read) throw new InvalidBody([{ pointer: '/name', message: read.fault }]);
  return read.name;
}

/** Addresses differ neither by case nor by blanks around them. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function userOf(row: Row): User {
  const { id, email, name, skills, active, createdAt } = row;
  const teams = row.members.map(({ teamId, tier }) => ({ team: teamId, tier }));
  return {
    id,
    email,
    name,
    roles: row.roles as Role[],
    skills,
    lang: row.lang as Lang,
    teams,
    active,
    createdAt,
  };
}

function membersOf(teams: Membership[]): { teamId: string; tier: number }[] {
  return teams.map(({ team, tier }) => ({ teamId: team, tier }));
}

async function hasAdmin(tx: Prisma.TransactionClient): Promise<boolean> {
  return (await tx.user.count({ where: { active: true, roles: { has: 'admin' } } })) > 0;
}

function readCursor(cursor: string): string {
  const email = Buffer.from(cursor, 'base64url').toString();
  if (email === '' || /[\0\p{Surrogate}\uFFFD]/u.test(email)) throw invalidCursor();
  return email;
}

/** The code of a Prisma error: P2002 = a unique value exists already. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function unknownTeam(team: string): { en: string; 'zh-CN': string } {
  return { en: `there is no team "${team}"`, 'zh-CN': `没有名为“${team}”的团队` };
}

function namedTwice(team: string): { en: string; 'zh-CN': string } {
  return { en: `names the team "${team}" a second time`, 'zh-CN': `重复填写了团队“${team}”` };
}
