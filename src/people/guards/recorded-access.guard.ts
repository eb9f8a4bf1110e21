import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AUDIT_RULE, type AuditRule } from '../../audit/audited.decorators.js';
import { describeCall, type AuditedRequest } from '../../audit/describe-call.js';
import { Refusals } from '../../audit/refusals.service.js';
import { Forbidden } from '../access/access-problems.js';
import { AccessGuard } from './access.guard.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Problem } from '../../problems/problem.js';
import { Sessions } from '../sessions/sessions.service.js';

/** The guard, whose refusals are in the record: who was turned away, and from what. */
@Injectable()
export class RecordedAccessGuard extends AccessGuard {
  constructor(
    private readonly rules: Reflector,
    sessions: Sessions,
    accounts: Accounts,
    private readonly refusals: Refusals,
  ) {
    super(rules, sessions, accounts);
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      return await super.canActivate(context);
    } catch (error) {
      const isRefusal = error instanceof Forbidden || (error instanceof Problem && error.status === 401);
      if (isRefusal) await this.record(context, error);
      throw error;
    }
  }

  private async record(context: ExecutionContext, { slug, status }: Problem): Promise<void> {
    const request = context.switchToHttp().getRequest<AuditedRequest>();
    const rule = this.rules.getAllAndOverride<AuditRule | null | undefined>(AUDIT_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    // A stranger is not told apart by what they wanted: one who comes without a token may want everything.
    const entry = describeCall(
      request.person && rule ? { ...rule, values: undefined } : { act: 'access.refused' },
      { ...request, body: undefined, id: request.id, ip: request.ip, headers: request.headers },
      undefined,
    );
    const route = request.person ? { route: `${request.method} ${request.routeOptions?.url ?? ''}` } : {};
    await this.refusals.note({ ...entry, outcome: 'refused', data: { problem: slug, status, ...route } });
  }
}
