import { Injectable } from '@nestjs/common';
import { noteBefore } from '../audit/before.service.js';
import type { CalendarDef } from '../calendar/index.js';
import { checkCalendar, coverageWarning } from '../calendar/index.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { Prisma } from '../database/generated/client.js';
import type { Text } from '../engine/text.js';
import { InvalidBody } from '../problems/http-problems.js';
import { PeopleChanges } from './people-changes.service.js';
import { DuplicateTeam, UnknownTeam, invalidCalendar } from './people-problems.js';
import { TeamCalendars } from './team-calendars.service.js';
import { codeOf } from './users.service.js';

export interface Team {
  id: string;
  title: Text;
  /** Null: always open. */
  calendar: CalendarDef | null;
  /** An escalation may go there although the tier is not higher. */
  specialist: boolean;
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
  members?: { userId: string; tier: number }[];
}
/** What is absent stays as it is; `members` replaces them all. */
export type TeamChange = Partial<Omit<NewTeam, 'id'>>;

/** Calendars are warned about this long before they run out. */
const AHEAD_MS = 60 * 86_400_000;
const withMembers = {
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
    private readonly changes: PeopleChanges,
    private readonly clock: Clock,
  ) {}

  /** All of them (there are few), by id. */
  async list(): Promise<Team[]> {
    const rows = await this.database.prisma.team.findMany({ orderBy: { id: 'asc' } });
    return rows.map((row) => this.teamOf(row));
  }

  /** @throws UnknownTeam */
  async read(id: string): Promise<TeamWithMembers> {
    const row = await this.database.prisma.team.findUnique({ where: { id }, include: withMembers });
    if (!row) throw new UnknownTeam(id);
    return this.withMembersOf(row);
  }

  /** @throws DuplicateTeam, InvalidBody for its calendar or members. */
  async create(team: NewTeam): Promise<TeamWithMembers> {
    checkHours(team.calendar);
    const members = team.members ?? [];
    await this.checkUsers(members);
    try {
      const row = await this.database.prisma.team.create({
        data: {
          id: team.id,
          title: { ...team.title },
          calendar: storedCalendar(team.calendar),
          specialist: team.specialist ?? false,
          members: { create: members },
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
   * What members who left, or came down a tier, hold and may not serve any more is given back when this ends.
   * @throws UnknownTeam, InvalidBody for its calendar or members.
   */
  async change(id: string, change: TeamChange): Promise<TeamWithMembers> {
    const { title, calendar, specialist, members } = change;
    checkHours(calendar);
    if (members) await this.checkUsers(members);
    const before = await this.database.prisma.team.findUnique({ where: { id }, include: withMembers });
    if (!before) throw new UnknownTeam(id);
    const { calendar: hours, specialist: was, title: called } = before;
    const people = before.members.map(({ userId, tier }) => ({ userId, tier }));
    noteBefore({ title: called, calendar: hours, specialist: was, members: people });
    const row = await this.database.prisma.team.update({
      where: { id },
      data: {
        ...(title === undefined ? {} : { title: { ...title } }),
        ...(calendar === undefined ? {} : { calendar: storedCalendar(calendar) }),
        ...(specialist === undefined ? {} : { specialist }),
        ...(members === undefined ? {} : { members: { deleteMany: {}, create: members } }),
      },
      include: withMembers,
    });
    await this.tell(...(members ? [before, row] : []));
    return this.withMembersOf(row);
  }

  /** Creates the team unless it exists. @throws InvalidBody for its calendar. */
  async ensure(team: NewTeam): Promise<void> {
    checkHours(team.calendar);
    const { id, title, specialist = false } = team;
    const row = { id, title: { ...title }, calendar: storedCalendar(team.calendar), specialist };
    await this.database.prisma.team.createMany({ data: [row], skipDuplicates: true });
    this.calendars.forget();
  }

  /** Gives back what the person holds and may not serve any more. */
  async ensureMember(userId: string, teamId: string, tier: number): Promise<void> {
    await this.database.prisma.member.upsert({
      where: { userId_teamId: { userId, teamId } },
      create: { userId, teamId, tier },
      update: { tier },
    });
    await this.changes.tell(userId);
  }

  private async checkUsers(members: { userId: string }[]): Promise<void> {
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
    if (errors.length > 0) throw new InvalidBody(errors);
  }

  /** The team was changed, and its members as they were and are with it. */
  private async tell(...rows: Row[]): Promise<void> {
    this.calendars.forget();
    await this.changes.tell(...new Set(rows.flatMap((row) => row.members.map(({ userId }) => userId))));
  }

  private withMembersOf(row: Row): TeamWithMembers {
    const members = row.members.map(({ userId, tier, user }) => ({ userId, name: user.name, tier }));
    return { ...this.teamOf(row), members };
  }

  private teamOf(row: Omit<Row, 'members'>): Team {
    const calendar = row.calendar as CalendarDef | null;
    const now = this.clock.now();
    const warning = coverageWarning(calendar, now, now + AHEAD_MS);
    const { id, specialist } = row;
    return { id, title: row.title as Text, calendar, specialist, warnings: warning ? [warning] : [] };
  }
}

const unknownUser: Text = { en: 'there is no such user', 'zh-CN': '没有这个用户' };
const namedTwice: Text = { en: 'names the same person a second time', 'zh-CN': '重复填写了同一个人' };

function checkHours(calendar: unknown): void {
  if (calendar === undefined || calendar === null) return;
  const errors = checkCalendar(calendar);
  if (errors.length > 0) throw invalidCalendar(errors);
}

function storedCalendar(
  calendar: CalendarDef | null | undefined,
): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return calendar ? (calendar as unknown as Prisma.InputJsonValue) : Prisma.DbNull;
}
