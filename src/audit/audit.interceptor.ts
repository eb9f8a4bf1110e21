import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { Problem } from '../problems/problem.js';
import { Writes } from '../writes/writes.service.js';
import { Audit } from './audit.service.js';
import { withBefore } from './before.service.js';
import { AUDIT_RULE, type AuditRule } from './audited.decorators.js';
import { asksForCsv, describeCall, type AuditedRequest } from './describe-call.js';
import { Refusals } from './refusals.service.js';

/** Of calls about tickets these are attempts at what is not one's own; the others are work as usual. */
const TELLING = [403, 404];
/** Mistakes in what was sent; nobody was kept from anything. */
const isMistake = ({ status, slug }: Problem): boolean =>
  [400, 412, 413, 415, 422].includes(status) && slug !== 'wrong-password';

/** The one place at which calls are recorded: before they are answered, changes in the transaction of the change. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly writes: Writes,
    private readonly audit: Audit,
    private readonly refusals: Refusals,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const rule = this.reflector.getAllAndOverride<AuditRule | null | undefined>(AUDIT_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) return next.handle();
    const request = context.switchToHttp().getRequest<AuditedRequest>();
    if (rule.only === 'csv' && !asksForCsv(request)) return next.handle();
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    try {
      return of(await this.record(rule, request, work));
    } catch (error) {
      await this.recordRefusal(rule, request, error);
      throw error;
    }
  }

  private async record(
    rule: AuditRule,
    request: AuditedRequest,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const { answer, isRecorded } = await withBefore((found) =>
      this.writes.recorded((made) => this.audit.write(describeCall(rule, request, made, found.values)), work),
    );
    if (isRecorded) return answer;
    if (rule.only !== 'refused') await this.audit.note(describeCall(rule, request, answer));
    return answer;
  }

  private async recordRefusal(rule: AuditRule, request: AuditedRequest, error: unknown): Promise<void> {
    if (!(error instanceof Problem) || error.status >= 500) return;
    const isAboutTickets = rule.act === 'customer.read' || rule.act === 'ticket.acted';
    if (isAboutTickets ? !TELLING.includes(error.status) : isMistake(error)) return;
    await this.refusals.note({
      ...describeCall(rule, request, undefined),
      outcome: 'refused',
      // What was sent may be anything.
      data: { problem: error.slug, status: error.status },
    });
  }
}
