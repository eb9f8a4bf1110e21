import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  ACCESS_RULE,
  ASKS_AGAIN,
  COMES_AGAIN,
  PASSWORD_MAY_BE_EXPIRED,
} from '../access/access.decorators.js';
import type { AccessRule, CallerRequest } from '../access/access.decorators.js';
import {
  Forbidden,
  NoAccessRule,
  PasswordChangeRequired,
  ReauthenticationRequired,
  Unauthenticated,
} from '../access/access-problems.js';
import { may } from '../access/access.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Sessions } from '../sessions/sessions.service.js';

/** Stands before every endpoint: whom no rule lets in stays outside. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new NoAccessRule();
    if ('public' in rule) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const token = bearerToken(request.headers['authorization']);
    if (token === null) throw new Unauthenticated();
    const session = await this.sessions.read(token);
    const account = await this.accounts.account(session.userId);
    const comesAgain = this.reflector.get<boolean | undefined>(COMES_AGAIN, context.getHandler()) === true;
    // One generation ago: what raised it may be this very act, whose answer was lost.
    const oldest = (account?.generation ?? 0) - (comesAgain ? 1 : 0);
    if (!account?.active || session.generation < oldest || session.generation > account.generation)
      throw new Unauthenticated();
    request.person = account.person;
    request.session = session;
    if (account.passwordExpired && !this.reflector.get(PASSWORD_MAY_BE_EXPIRED, context.getHandler()))
      throw new PasswordChangeRequired();
    if (!may(account.person, rule.act)) throw new Forbidden(rule.act);
    if (this.reflector.get(ASKS_AGAIN, context.getHandler()) && !(await this.sessions.isProved(session)))
      throw new ReauthenticationRequired();
    return true;
  }
}

/** The token that a request brings; null where it brings none, or something else. */
export function bearerToken(authorization: string | string[] | undefined): string | null {
  return typeof authorization === 'string'
    ? (/^bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? null)
    : null;
}
