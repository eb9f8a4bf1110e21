import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Act } from './access.js';
import { rolesFor } from './access.js';
import type { Person } from '../common/model.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { deviceOf } from './device.js';
import type { Origin, Session } from './session.js';

export const ACCESS_RULE = 'stepwise:access';
/** What an endpoint declares; an endpoint without a rule is closed. */
export type AccessRule = { public: true } | { act: Act };

/** The request as the guard leaves it. */
export interface CallerRequest {
  headers: Record<string, string | string[] | undefined>;
  ip: string;
  person?: Person;
  /** What their token proves; for what outlives the request. */
  session?: Session;
}

/** Only people whose role may do `act` reach the endpoint. In the OpenAPI document: `x-access: {act, roles}`. */
export function Access(act: Act): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ACCESS_RULE, { act } satisfies AccessRule),
    ApiBearerAuth(),
    ApiExtension('x-access', { act, roles: rolesFor(act) }),
    ApiProblems(401, 403),
  );
}

/** Anybody reaches the endpoint. In the OpenAPI document: `x-access: {public: true}`. */
export function Public(): MethodDecorator & ClassDecorator {
  const rule: AccessRule = { public: true };
  return applyDecorators(SetMetadata(ACCESS_RULE, rule), ApiExtension('x-access', rule));
}

export const PASSWORD_MAY_BE_EXPIRED = 'stepwise:password-may-be-expired';

/** Whoever has to set their own password first gets in here all the same. */
export function PasswordMayBeExpired(): MethodDecorator {
  return SetMetadata(PASSWORD_MAY_BE_EXPIRED, true);
}

export const COMES_AGAIN = 'stepwise:comes-again';

/**
 * The act ends the session by which it is asked for. Asked for once more, because its answer was lost, it is let in by
 * that session all the same, and has to look whether it is done already.
 */
export function ComesAgain(): MethodDecorator {
  return SetMetadata(COMES_AGAIN, true);
}

export const ASKS_AGAIN = 'stepwise:asks-again';

/**
 * A sensitive act: it wants a session whose password was given a moment ago. In the OpenAPI document:
 * `x-asks-again: true`.
 */
export function AsksAgain(): MethodDecorator {
  return applyDecorators(SetMetadata(ASKS_AGAIN, true), ApiExtension('x-asks-again', true));
}

/** From where a call comes, and with what. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Origin => {
  const { ip, headers } = context.switchToHttp().getRequest<CallerRequest>();
  const agent = headers['user-agent'];
  return { ip, device: deviceOf(typeof agent === 'string' ? agent : undefined) };
});

/** The person who calls; only on endpoints with `@Access`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<CallerRequest>();
  if (!person) throw new Error('@Caller() stands on an endpoint without @Access(…)');
  return person;
});
