import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { ExpiredToken, Unauthenticated, WrongCredentials, WrongPassword } from '../access/access-problems.js';
import { tellRecord } from '../../audit/told.service.js';
import { InvalidBody } from '../../problems/http-problems.js';
import type { Account } from '../accounts/accounts.service.js';
import { Accounts } from '../accounts/accounts.service.js';
import type { Person } from '../common/model.js';
import { checkPassword } from '../passwords/hashes.js';
import type { IssuedToken } from '../sessions/sessions.service.js';
import type { Origin, Session } from '../access/session.js';
import { Sessions } from '../sessions/sessions.service.js';
import { SetupService } from './setup.service.js';
import type { Identity } from '../../writes/identity.js';
import { answerWritten } from '../../writes/sure-write.js';
import { SignInThrottle } from '../throttle/sign-in-throttle.service.js';
import { UsersService, normalEmail } from '../users/users.service.js';

export interface SignedIn extends IssuedToken {
  user: Person;
  passwordChangeRequired: boolean;
}

/** Lets people in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly setup: SetupService,
    private readonly users: UsersService,
  ) {}

  /** @throws WrongCredentials, TooManyTries */
  async signIn(email: string, password: string, from: Origin): Promise<SignedIn> {
    const address = normalEmail(email);
    const userId = await this.throttle.guard(address, from.ip, () => this.proveUser(address, password));
    if (userId === null) throw new WrongCredentials();
    return this.begin(userId, from);
  }

  /** A fresh token for a session that goes on. @throws ExpiredToken when the user is gone meanwhile, Unauthenticated */
  async renew(session: Session): Promise<SignedIn> {
    return this.answer(session.userId, () => this.sessions.renew(session));
  }

  /**
   * The person gave their password again, in a session that goes on. Until when that counts, ms.
   * @throws WrongPassword, TooManyTries
   */
  async prove(person: Person, session: Session, password: string, { ip }: Origin): Promise<number> {
    await this.provePerson(person, password, ip, '/password');
    return this.sessions.notePassword(session);
  }

  /**
   * Another password for somebody who knows the one they have; all their sessions end, and a new one begins. By a session
   * that has ended so it is done already, if the new password is the one that counts; then it changes nothing.
   * @throws WrongPassword, TooManyTries, InvalidBody, Unauthenticated
   */
  async changePassword(
    person: Person,
    session: Session | undefined,
    { current, password }: { current: string; password: string },
    from: Origin,
  ): Promise<SignedIn> {
    const account = await this.accounts.account(person.id);
    if (session?.generation !== account?.generation) return this.changedBefore(person, password, from);
    await this.provePerson(person, current, from.ip, '/current');
    if (password === current) throw new InvalidBody([{ pointer: '/password', message: sameAsBefore }]);
    await this.users.setPassword(person.id, password, { expired: false });
    return this.begin(person.id, from);
  }

  private async changedBefore(person: Person, password: string, from: Origin): Promise<SignedIn> {
    const address = normalEmail(person.email);
    const proved = await this.throttle.guard(address, from.ip, () => this.proveUser(address, password));
    if (proved !== person.id) throw new Unauthenticated();
    tellRecord({ facts: { repeated: true } });
    return this.begin(person.id, from);
  }

  /** Ends this session. */
  async signOut({ userId, id }: Session): Promise<void> {
    await this.sessions.end(userId, id);
  }

  /**
   * Creates the first administrator and signs them in, also when this comes once more: by their password, for an
   * identity says nothing of it. @throws SetupRefused, WrongCredentials, TooManyTries
   */
  async setUp(
    token: string,
    admin: { email: string; name: string; password: string },
    from: Origin,
    identity: Identity,
  ): Promise<SignedIn> {
    await this.setup.createAdmin(token, admin, identity);
    return answerWritten(identity.key, () => this.signIn(admin.email, admin.password, from));
  }

  private begin(userId: string, from: Origin): Promise<SignedIn> {
    return this.answer(userId, ({ generation }) => this.sessions.begin(userId, generation, from));
  }

  private async answer(userId: string, issue: (account: Account) => Promise<IssuedToken>): Promise<SignedIn> {
    const account = await this.accounts.account(userId);
    if (!account?.active) throw new ExpiredToken();
    const token = await issue(account);
    return { ...token, user: account.person, passwordChangeRequired: account.passwordExpired };
  }

  private async provePerson(person: Person, password: string, ip: string, pointer: string): Promise<void> {
    const address = normalEmail(person.email);
    const proved = await this.throttle.guard(address, ip, () => this.proveUser(address, password));
    if (proved !== person.id) throw new WrongPassword(pointer);
  }

  /** The user's id; null when the address, the password or the state of the user is wrong, all after the same time. */
  private async proveUser(email: string, password: string): Promise<string | null> {
    const user = await this.database.prisma.user.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, active: true },
    });
    const fits = await checkPassword(user?.passwordHash ?? null, password);
    if (!user?.active || !fits) return null;
    // Another process may have raised the generation a moment ago; the new token must carry the newest.
    this.accounts.forget(user.id);
    return user.id;
  }
}

const sameAsBefore = { en: 'is the one that you have already', 'zh-CN': '与当前密码相同' };
