import { randomUUID } from 'node:crypto';
import { Writes } from '../../../src/writes/writes.service.js';
import type { Identity } from '../../../src/writes/identity.js';
import type pg from 'pg';
import { Clock } from '../../../src/clock.js';
import { Config } from '../../../src/config.js';
import { Database } from '../../../src/database/database.service.js';
import { Accounts } from '../../../src/people/accounts/accounts.service.js';
import { NewPasswords } from '../../../src/people/passwords/new-passwords.service.js';
import { PeopleChanges } from '../../../src/people/accounts/people-changes.service.js';
import { PeopleService } from '../../../src/people/people.service.js';
import { SessionRows } from '../../../src/people/sessions/session-rows.service.js';
import type { Origin } from '../../../src/people/access/session.js';
import { Sessions } from '../../../src/people/sessions/sessions.service.js';
import { Tokens } from '../../../src/people/sessions/tokens.service.js';
import { SetupService } from '../../../src/people/sign-in/setup.service.js';
import { SignInThrottle } from '../../../src/people/throttle/sign-in-throttle.service.js';
import { SignInService } from '../../../src/people/sign-in/sign-in.service.js';
import { TeamCalendars } from '../../../src/people/teams/team-calendars.service.js';
import { TeamTiers } from '../../../src/people/accounts/team-tiers.service.js';
import { TeamsService } from '../../../src/people/teams/teams.service.js';
import { Skills } from '../../../src/people/users/skills.service.js';
import type { NewUser } from '../../../src/people/users/users.service.js';
import { UsersService } from '../../../src/people/users/users.service.js';
import { openTestDatabase } from '../../support/database.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const TTL = 30 * MINUTE;
export const REAUTH = 10 * MINUTE;

/** A clock that stands still until it is told. */
export class SetClock extends Clock {
  constructor(private at = Date.parse('2026-11-22T08:00:00Z')) {
    super();
  }
  override now(): number {
    return this.at;
  }
  pass(ms: number): void {
    this.at += ms;
  }
}

export type PeopleProcess = ReturnType<typeof startProcess>;

/** What one process of Stepwise knows of people; several on one database and one clock. */
function startProcess(database: Database, clock: Clock) {
  const accounts = new Accounts(database, clock);
  const calendars = new TeamCalendars(database, clock);
  const changes = new PeopleChanges(accounts, database);
  const passwords = new NewPasswords(database);
  const tiers = new TeamTiers(database);
  const users = new UsersService(database, changes, passwords, tiers);
  const teams = new TeamsService(database, calendars, tiers, changes, clock);
  const skills = new Skills(database, clock);
  const setup = new SetupService(database, clock, passwords, new Writes(database, clock));
  const tokens = new Tokens(database, clock);
  const rows = new SessionRows(database, clock);
  const config = { tokenTtlMs: TTL, reauthMs: REAUTH } as Config;
  const sessions = new Sessions(database, config, clock, tokens, rows, changes);
  const throttle = new SignInThrottle(database, clock);
  const signIns = new SignInService(database, accounts, sessions, throttle, setup, users);
  const people = new PeopleService(database, accounts, calendars, users, teams, skills, setup);
  return {
    accounts,
    calendars,
    changes,
    users,
    teams,
    skills,
    setup,
    tokens,
    sessions,
    throttle,
    signIns,
    people,
  };
}

export interface PeopleRig {
  clock: SetClock;
  pool: pg.Pool;
  here: PeopleProcess;
  /** Another process on the same database. */
  there: PeopleProcess;
  close(): Promise<void>;
}

export async function openPeople(): Promise<PeopleRig> {
  const testDatabase = await openTestDatabase();
  const database = new Database(new Config({ databaseUrl: testDatabase.url }));
  const clock = new SetClock();
  return {
    clock,
    pool: database.pool,
    here: startProcess(database, clock),
    there: startProcess(database, clock),
    close: async () => {
      await database.onApplicationShutdown();
      await testDatabase.close();
    },
  };
}

/** Somebody calls from this address. */
export function at(ip: string): Origin {
  return { ip, device: 'Firefox 140, Windows' };
}

/** A user to create; say only what matters. */
export function newUser(email: string, more: Partial<NewUser> = {}): NewUser {
  return { email, name: email, password: 'long-enough', roles: ['agent'], ...more };
}

/** The identity of a request that comes once. */
export const once = (): Identity => ({ scope: 'nobody', key: randomUUID(), bodyHash: '' });
