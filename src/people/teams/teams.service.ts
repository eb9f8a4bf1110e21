import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import type { CalendarDef } from '../../calendar/index.js';
import { checkCalendar, coverageWarning } from '../../calendar/index.js';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import { Prisma } from '../../database/generated/client.js';
import type { Text } from '../../engine/common/text.js';
import { USUAL_TIERS } from '../../engine/common/tiers.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { PeopleChanges } from '../accounts/people-changes.service.js';
import { USUAL_IDLE_MINUTES } from '../common/idle.js';
import { DuplicateTeam, UnknownTeam, invalidCalendar, noSuchTier } from '../common/people-problems.js';
import { TeamCalendars } from './team-calendars.service.js';
import { TeamTiers, checkTiers, membersAbove } from '../accounts/team-tiers.service.js';
import { codeOf } from '../users/users.service.js';

export interface Team {
  id: string;
  title: Text;
  /** Null: always open. */
  calendar: CalendarDef | null;
  /** An escalation may go there although the tier is not higher. */
  specialist: boolean;
  /** How many it has: its members, steps and tickets lie at 1 to this. */
  tiers: number;
  /** After so many minutes without a sign of life its members count as idle (definition section 5). */
  idleMinutes: number;
  /** What its administrator should know, e.g. a year whose days off are missing. */
  warnings: Text[];
}
export interface TeamMember {
  userId: string;
  name: string;
  tier: number;
}
export interface TeamWithMembers extends Team {
  members: TeamMember[];
}
export interface NewTeam {
  id: string;
  title: Text;
  calendar?: CalendarDef | null;
  /** Default: false. */
  specialist?: boolean;
  /** Default: `USUAL_TIERS`. */
  tiers?: number;
  /** Default: five. */
  idleMinutes?: number;
  members?: { userId: string; tier: number }[];
}
/** What is absent stays as it is; `members` replaces them all. */
export type TeamChange = Partial<Omit<NewTeam, 'id'>>;

/** Calendars are warned about this long before they run out. */
const AHEAD_MS = 60 * 86_400_000;
const newest = { orderBy: { id: 'desc' }, take: 1 } as const;
const inForce = { calendars: newest, idle: newest } as const;
const withMembers = {
  ...inForce,
  members: {
    select: { userId: true, tier: true, user: { select: { name: true } } },
    orderBy: { user: { email: 'asc' } },
  },
} as const;
type Row = Prisma.TeamGetPayload<{ include: typeof withMembers }>;

/** Keeps the teams: their names, hours and members. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly calendars: TeamCalendars,
    private readonly tiers: TeamTiers,
    private readonly changes: PeopleChanges,
    private readonly clock: Clock,
  ) {}

  /** All of them (there are few), by id. */
  async list(): Promise<Team[]> {
    const rows = await this.database.prisma.team.findMany({ include: inForce, orderBy: { id: 'asc' } });
    return rows.map((row) => this.teamOf(row));
  }

  /** @throws UnknownTeam */
  async read(id: string): Promise<TeamWithMembers> {
    const row = await this.database.prisma.team.findUnique({ where: { id }, include: withMembers });
    if (!row) throw new UnknownTeam(id);
    return this.withMembersOf(row);
  }

  /** @throws DuplicateTeam, InvalidBody for its calendar, tiers or members. */
  async create(team: NewTeam): Promise<TeamWithMembers> {
    checkHours(team.calendar);
    checkTiers(team.tiers);
    const { members = [], tiers = USUAL_TIERS } = team;
    await this.checkMembers(members, tiers);
    try {
      const row = await this.database.prisma.team.create({
        data: {
          id: team.id,
          title: { ...team.title },
          specialist: team.specialist ?? false,
          tiers,
          members: { create: members },
          // Since ever: what a new team is asked about lies before it, too.
          calendars: { create: { calendar: storedCalendar(team.calendar) } },
          ...(team.idleMinutes === undefined ? {} : { idle: { create: { minutes: team.idleMinutes } } }),
        },
        include: withMembers,
      });
      await this.tell(row);
      return this.withMembersOf(row);
    } catch (error) {
      throw codeOf(error) === 'P2002' ? new DuplicateTeam(team.id) : error;
    }
  }

  /**
   * Another calendar or idle cut-off is in force from now on; what was measured before stays as it is (definition section 0).
   * What members who left, or came down a tier, hold and may not serve any more is given back when this ends.
   * @throws UnknownTeam, InvalidBody for its calendar, tiers or members, TiersInUse.
   */
  async change(id: string, change: TeamChange): Promise<TeamWithMembers> {
    checkHours(change.calendar);
    checkTiers(change.tiers);
    return this.database.together(() => this.write(id, change));
  }

  private async write(id: string, change: TeamChange): Promise<TeamWithMembers> {
    const { title, calendar, specialist, tiers, idleMinutes, members } = change;
    await this.tiers.lock(id);
    const before = await this.database.prisma.team.findUnique({ where: { id }, include: withMembers });
    if (!before) throw new UnknownTeam(id);
    if (members) await this.checkMembers(members, tiers ?? before.tiers);
    const { specialist: was, tiers: had, title: called } = before;
    const hours = calendarOf(before);
    const changes = calendar !== undefined && !isSame(calendar, hours);
    const people = before.members.map(({ userId, tier }) => ({ userId, tier }));
    const idle = idleOf(before);
    const row = { title: called, calendar: hours, specialist: was, tiers: had };
    tellRecord({ before: { ...row, idleMinutes: idle, members: people } });
    const isOtherIdle = idleMinutes !== undefined && idleMinutes !== idle;
    const after = await this.database.prisma.team.update({
      where: { id },
      data: {
        ...(title === undefined ? {} : { title: { ...title } }),
        ...(changes ? { calendars: { create: this.calendarFromNow(calendar) } } : {}),
        ...(isOtherIdle
          ? { idle: { create: { since: new Date(this.clock.now()), minutes: idleMinutes } } }
          : {}),
        ...(specialist === undefined ? {} : { specialist }),
        ...(tiers === undefined ? {} : { tiers }),
        ...(members === undefined ? {} : { members: { deleteMany: {}, create: members } }),
      },
      include: withMembers,
    });
    if (after.tiers < had) await this.tiers.mustNotBeInUse(id, after.tiers);
    await this.tell(...(members ? [before, after] : []));
    return this.withMembersOf(after);
  }

  /** Creates the team unless it exists. @throws InvalidBody for its calendar or tiers. */
  async ensure(team: NewTeam): Promise<void> {
    checkHours(team.calendar);
    checkTiers(team.tiers);
    const { id, title, specialist = false, tiers = USUAL_TIERS } = team;
    const row = { id, title: { ...title }, specialist, tiers };
    await this.database.together(async () => {
      const { count } = await this.database.prisma.team.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) return;
      const calendar = storedCalendar(team.calendar);
      await this.database.prisma.teamCalendar.create({ data: { teamId: id, calendar } });
      const { idleMinutes: minutes } = team;
      if (minutes !== undefined)
        await this.database.prisma.teamIdle.create({ data: { teamId: id, minutes } });
    });
    await this.database.afterCommit(() => this.calendars.forget());
  }

  /** Gives back what the person holds and may not serve any more. @throws InvalidBody for a tier that the team has not. */
  async ensureMember(userId: string, teamId: string, tier: number): Promise<void> {
    await this.database.together(async () => {
      const tiers = (await this.tiers.of([teamId])).get(teamId);
      if (tiers !== undefined && tier > tiers)
        throw new InvalidBody([{ pointer: '/tier', message: noSuchTier(tiers) }]);
      await this.database.prisma.member.upsert({
        where: { userId_teamId: { userId, teamId } },
        create: { userId, teamId, tier },
        update: { tier },
      });
      await this.changes.tell(userId);
    });
  }

  private calendarFromNow(calendar: CalendarDef | null): Prisma.TeamCalendarCreateWithoutTeamInput {
    return { since: new Date(this.clock.now()), calendar: storedCalendar(calendar) };
  }

  private async checkMembers(members: { userId: string; tier: number }[], tiers: number): Promise<void> {
    const wanted = members.map(({ userId }) => userId);
    const found = await this.database.prisma.user.findMany({
      where: { id: { in: wanted } },
      select: { id: true },
    });
    const known = new Set(found.map(({ id }) => id));
    const errors = wanted.flatMap((id, i) => {
      const pointer = `/members/${i}/userId`;
      if (!known.has(id)) return [{ pointer, message: unknownUser }];
      return wanted.indexOf(id) < i ? [{ pointer, message: namedTwice }] : [];
    });
    errors.push(...membersAbove(members, tiers));
    if (errors.length > 0) throw new InvalidBody(errors);
  }

  /** The team was changed, and its members as they were and are with it. */
  private async tell(...rows: Row[]): Promise<void> {
    await this.database.afterCommit(() => this.calendars.forget());
    await this.changes.tell(...new Set(rows.flatMap((row) => row.members.map(({ userId }) => userId))));
  }

  private withMembersOf(row: Row): TeamWithMembers {
    const members = row.members.map(({ userId, tier, user }) => ({ userId, name: user.name, tier }));
    return { ...this.teamOf(row), members };
  }

  private teamOf(row: Omit<Row, 'members'>): Team {
    const calendar = calendarOf(row);
    const now = this.clock.now();
    const warning = coverageWarning(calendar, now, now + AHEAD_MS);
    const { id, specialist, tiers } = row;
    return {
      ...{ id, title: row.title as Text, calendar, specialist, tiers, idleMinutes: idleOf(row) },
      warnings: warning ? [warning] : [],
    };
  }
}

const unknownUser: Text = { en: 'there is no such user', 'zh-CN': '没有这个用户' };
const namedTwice: Text = { en: 'names the same person a second time', 'zh-CN': '重复填写了同一个人' };

function checkHours(calendar: unknown): void {
  if (calendar === undefined || calendar === null) return;
  const errors = checkCalendar(calendar);
  if (errors.length > 0) throw invalidCalendar(errors);
}

/** The calendar in force. */
function calendarOf({ calendars: [newest] }: Pick<Row, 'calendars'>): CalendarDef | null {
  return (newest?.calendar ?? null) as CalendarDef | null;
}

/** The idle cut-off in force, in minutes. */
function idleOf({ idle: [newest] }: Pick<Row, 'idle'>): number {
  return newest?.minutes ?? USUAL_IDLE_MINUTES;
}

/** Whatever the order of its fields. */
function isSame(one: CalendarDef | null, other: CalendarDef | null): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

function storedCalendar(
  calendar: CalendarDef | null | undefined,
): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return calendar ? (calendar as unknown as Prisma.InputJsonValue) : Prisma.DbNull;
}
