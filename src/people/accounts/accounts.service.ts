import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import type { Lang } from '../../engine/common/text.js';
import type { Membership, Person, Role } from '../common/model.js';

/** A person with what decides whether a session of theirs still counts. */
export interface Account {
  person: Person;
  active: boolean;
  /** A token of another generation has ended. */
  generation: number;
  /** Somebody else knows the password: it only serves to set another one. */
  passwordExpired: boolean;
}

interface Row {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  skills: string[];
  lang: Lang;
  active: boolean;
  generation: number;
  passwordExpired: boolean;
  teams: Membership[];
}

/** How long another process may go on with what it knows of a user; a changed user is seen everywhere in 2 s. */
const FRESH_MS = 1_000;
const KEPT = 10_000;

const readAccount = `
  select u.id::text as id, u.email, u.name, u.lang, u.active, u.generation, u.password_expired as "passwordExpired",
    coalesce(u.roles, array[]::text[]) as roles, coalesce(u.skills, array[]::text[]) as skills,
    coalesce((select json_agg(json_build_object('team', m.team_id, 'tier', m.tier) order by m.team_id)
              from members m where m.user_id = u.id), '[]'::json) as teams
  from users u where u.id = $1`;

/** Every request asks who calls: one read a second and user. */
@Injectable()
export class Accounts {
  private readonly known = new Map<string, { at: number; account: Promise<Account | null> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** At most a second old; null when there is no such user. */
  account(userId: string): Promise<Account | null> {
    const now = this.clock.now();
    const known = this.known.get(userId);
    if (known && Math.abs(now - known.at) < FRESH_MS) return known.account;
    if (!isUuid(userId)) return Promise.resolve(null);
    if (this.known.size >= KEPT) this.known.clear();
    const entry = { at: now, account: this.read(userId) };
    this.known.set(userId, entry);
    // What failed is not remembered.
    entry.account.catch(() => this.known.get(userId) === entry && this.known.delete(userId));
    return entry.account;
  }

  /** The next look is fresh. Who changes a user says so to `PeopleChanges`, which calls this. */
  forget(userId: string): void {
    this.known.delete(userId);
  }

  private async read(userId: string): Promise<Account | null> {
    const { rows } = await this.database.pool.query<Row>({
      name: 'people-account',
      text: readAccount,
      values: [userId],
    });
    const row = rows[0];
    if (!row) return null;
    const { active, generation, passwordExpired, ...person } = row;
    return { person, active, generation, passwordExpired };
  }
}

/** Is it written like a user id? (Anything else can be no user's, and PostgreSQL would refuse to compare it.) */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
