import { Injectable } from '@nestjs/common';
import type { CalendarDef } from '../calendar/index.js';
import { Database } from '../database/database.service.js';
import type { Text } from '../engine/common/text.js';
import { Accounts } from './accounts/accounts.service.js';
import type { Person } from './common/model.js';
import { SetupService } from './sign-in/setup.service.js';
import { TeamCalendars } from './teams/team-calendars.service.js';
import { TeamsService } from './teams/teams.service.js';
import { Skills } from './users/skills.service.js';
import type { NewUser } from './users/users.service.js';
import { UsersService, normalEmail } from './users/users.service.js';

/** What the other rooms may ask about people and teams. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly calendars: TeamCalendars,
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly skills: Skills,
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

  /** `expired`: the first sign-in asks for another password. @throws DuplicateEmail, InvalidBody for teams or tiers that do not exist. */
  async createUser(user: NewUser, { expired = false } = {}): Promise<Person> {
    const { active: _active, createdAt: _createdAt, ...person } = await this.users.create(user, { expired });
    return person;
  }

  /** Creates the team unless it exists; one that exists stays as it is. @throws InvalidBody for its calendar or tiers. */
  async ensureTeam(team: {
    id: string;
    title: Text;
    calendar?: CalendarDef | null;
    specialist?: boolean;
    tiers?: number;
  }): Promise<void> {
    await this.teams.ensure(team);
  }

  /** Makes the person a member of the team with this tier, whatever it was before. @throws InvalidBody for a tier that the team has not. */
  async ensureMember(userId: string, teamId: string, tier: number): Promise<void> {
    await this.teams.ensureMember(userId, teamId, tier);
  }

  /** Gives the skill a title unless it has one. */
  async ensureSkillTitle(skill: string, title: Text): Promise<void> {
    await this.skills.ensureTitle(skill, title);
  }

  /** How a skill is called, at most a second old. */
  skillNaming(): Promise<(skill: string) => Text> {
    return this.skills.naming();
  }

  /** All titles that skills were given, by name. */
  skillTitles(): Promise<ReadonlyMap<string, Text>> {
    return this.skills.titles();
  }

  /** How many tiers each team has, by id. */
  tiers(): Promise<ReadonlyMap<string, number>> {
    return this.calendars.tiers();
  }

  /** All teams, by id. */
  teamIds(): Promise<string[]> {
    return this.calendars.teamIds();
  }

  /** Whether nobody can sign in yet, so that the administrator has to be created. */
  async isSetupNeeded(): Promise<boolean> {
    return !(await this.setup.hasPeople());
  }

  /** A new one-time token to create the administrator, valid for 24 h; null when there are users already. */
  setupToken(): Promise<string | null> {
    return this.setup.newToken();
  }
}
