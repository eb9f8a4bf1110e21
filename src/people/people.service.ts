import { Injectable } from '@nestjs/common';
import type { CalendarDef } from '../calendar/index.js';
import { Database } from '../database/database.service.js';
import type { BusinessCalendar } from '../engine/model.js';
import type { Text } from '../engine/text.js';
import { Accounts } from './accounts.service.js';
import type { Person } from './model.js';
import { SetupService } from './setup.service.js';
import { TeamCalendars } from './team-calendars.service.js';
import { TeamsService } from './teams.service.js';
import type { NewUser } from './users.service.js';
import { UsersService, normalEmail } from './users.service.js';

/** What the other rooms may ask about people and teams. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly calendars: TeamCalendars,
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly setup: SetupService,
  ) {}

  /** At most 2 s old. Null when there is no such user, or one who is not active any more. */
  async person(userId: string): Promise<Person | null> {
    const account = await this.accounts.account(userId);
    return account?.active ? account.person : null;
  }

  /** Null when nobody active has this address. */
  async personByEmail(email: string): Promise<Person | null> {
    const found = await this.database.prisma.user.findUnique({
      where: { email: normalEmail(email) },
      select: { id: true },
    });
    return found ? this.person(found.id) : null;
  }

  /** @throws DuplicateEmail, InvalidBody for teams that do not exist. */
  async createUser(user: NewUser): Promise<Person> {
    const { active: _active, createdAt: _createdAt, ...person } = await this.users.create(user);
    return person;
  }

  /** Creates the team unless it exists; one that exists stays as it is. @throws InvalidBody for its calendar. */
  async ensureTeam(team: {
    id: string;
    title: Text;
    calendar?: CalendarDef | null;
    specialist?: boolean;
  }): Promise<void> {
    await this.teams.ensure(team);
  }

  /** Makes the person a member of the team with this tier, whatever it was before. */
  async ensureMember(userId: string, teamId: string, tier: number): Promise<void> {
    await this.teams.ensureMember(userId, teamId, tier);
  }

  /** Business time of a team, at most 2 s old. A team without a calendar, or an unknown one, is always open. */
  calendarOf(teamId: string): Promise<BusinessCalendar> {
    return this.calendars.calendarOf(teamId);
  }

  /** All teams, by id. */
  teamIds(): Promise<string[]> {
    return this.calendars.teamIds();
  }

  /** A new one-time token to create the administrator, valid for 24 h; null when there are users already. */
  setupToken(): Promise<string | null> {
    return this.setup.newToken();
  }
}
