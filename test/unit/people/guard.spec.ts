import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  Access,
  AsksAgain,
  PasswordMayBeExpired,
  Public,
} from '../../../src/people/access/access.decorators.js';
import type { CallerRequest } from '../../../src/people/access/access.decorators.js';
import { AccessGuard } from '../../../src/people/guards/access.guard.js';
import {
  Forbidden,
  NoAccessRule,
  PasswordChangeRequired,
  ReauthenticationRequired,
  Unauthenticated,
} from '../../../src/people/access/access-problems.js';
import type { Account, Accounts } from '../../../src/people/accounts/accounts.service.js';
import type { Role } from '../../../src/people/common/model.js';
import type { Sessions } from '../../../src/people/sessions/sessions.service.js';
import type { Session } from '../../../src/people/access/session.js';

class Endpoints {
  forgotten(): void {}
  @Public()
  open(): void {}
  @Access('tickets.cancel')
  cancel(): void {}
  @Access('tickets.cancel')
  @AsksAgain()
  sensitive(): void {}
  @Access('profile.self')
  @PasswordMayBeExpired()
  own(): void {}
}

@Access('sops.read')
class Closed {
  inherited(): void {}
  @Public()
  open(): void {}
}

const userId = '0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d';
const session: Session = {
  ...{ id: userId, userId, generation: 3, serial: 0 },
  ...{ signedInAt: 5, provedAt: 5, expiresAt: 10 },
};
const account = (roles: Role[], more: Partial<Account> = {}): Account => ({
  person: { id: userId, email: 'lin@demo', name: 'Lin', roles, skills: [], lang: 'en', teams: [] },
  active: true,
  generation: 3,
  passwordExpired: false,
  ...more,
});

type Called = { request: CallerRequest; answer: Promise<boolean> };

function call(
  target: object,
  method: string,
  known: Account | null,
  authorization?: string,
  isProved = true,
): Called {
  const request: CallerRequest = { headers: { authorization }, ip: '127.0.0.1' };
  const sessions = { read: async () => session, isProved: async () => isProved } as unknown as Sessions;
  const accounts = { account: async () => known } as unknown as Accounts;
  const context = {
    getHandler: () => (target as Record<string, unknown>)[method],
    getClass: () => target.constructor,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  return { request, answer: new AccessGuard(new Reflector(), sessions, accounts).canActivate(context) };
}

describe('the guard before every endpoint', () => {
  const endpoints = new Endpoints();

  it('closes an endpoint that declares no rule, to the administrator too', async () => {
    const { answer } = call(endpoints, 'forgotten', account(['admin']), 'Bearer x');
    await expect(answer).rejects.toThrow(NoAccessRule);
  });

  it('lets anybody through to a public one', async () => {
    expect(await call(endpoints, 'open', null).answer).toBe(true);
  });

  it('lets those roles through that the table names, and puts the person into the request', async () => {
    const { request, answer } = call(endpoints, 'cancel', account(['agent', 'lead']), 'bearer x');
    expect(await answer).toBe(true);
    expect(request.person?.id).toBe(userId);
    expect(request.session).toBe(session);
  });

  it('refuses other roles, but knows their language', async () => {
    const { request, answer } = call(endpoints, 'cancel', account(['agent']), 'Bearer x');
    await expect(answer).rejects.toThrow(Forbidden);
    expect(request.person?.lang).toBe('en');
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic eDp4', 'Bearer a b', 'x'])(
    'does not take %j for a token',
    async (header) => {
      await expect(call(endpoints, 'cancel', account(['admin']), header).answer).rejects.toThrow(
        Unauthenticated,
      );
    },
  );

  it('refuses a session that was ended, and users who are deactivated or gone', async () => {
    for (const known of [
      account(['admin'], { generation: 4 }),
      account(['admin'], { active: false }),
      null,
    ]) {
      await expect(call(endpoints, 'cancel', known, 'Bearer x').answer).rejects.toThrow(Unauthenticated);
    }
  });

  it('asks for the password again before a sensitive act, and only of those who may do it', async () => {
    const lead = account(['lead']);
    expect(await call(endpoints, 'sensitive', lead, 'Bearer x').answer).toBe(true);
    await expect(call(endpoints, 'sensitive', lead, 'Bearer x', false).answer).rejects.toThrow(
      ReauthenticationRequired,
    );
    await expect(call(endpoints, 'sensitive', account(['agent']), 'Bearer x', false).answer).rejects.toThrow(
      Forbidden,
    );
    expect(await call(endpoints, 'cancel', lead, 'Bearer x', false).answer).toBe(true);
  });

  it('opens nothing but what sets another password to who has one that others know', async () => {
    const known = account(['lead'], { passwordExpired: true });
    await expect(call(endpoints, 'cancel', known, 'Bearer x').answer).rejects.toThrow(PasswordChangeRequired);
    expect(await call(endpoints, 'own', known, 'Bearer x').answer).toBe(true);
  });

  it('takes the rule of the controller where the endpoint has none of its own', async () => {
    const closed = new Closed();
    await expect(call(closed, 'inherited', account([]), 'Bearer x').answer).rejects.toThrow(Forbidden);
    expect(await call(closed, 'inherited', account(['designer']), 'Bearer x').answer).toBe(true);
    expect(await call(closed, 'open', null).answer).toBe(true);
  });
});
