import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Around } from '../around.js';
import { Problem } from '../problems/problem.js';
import { wrongPassword } from '../words/problem-kinds.js';
import { Writes } from '../writes/writes.service.js';
import { Audit } from './audit.service.js';
import { AUDIT_RULE, type AuditRule } from './audited.decorators.js';
import {
  asksForCsv,
  describeCall,
  givesCsv,
  type AuditedReply,
  type AuditedRequest,
} from './describe-call.js';
import { Refusals } from './refusals.service.js';
import { hearing, type Told } from './told.service.js';

/** Of calls about tickets these are attempts at what is not one's own; the others are work as usual. */
const TELLING = [403, 404];
/** Mistakes in what was sent; nobody was kept from anything. */
const isMistake = ({ status, slug }: Problem): boolean =>
  [400, 412, 413, 415, 422].includes(status) && slug !== wrongPassword.slug;

/** The one place at which calls are recorded: before they are answered, changes in the transaction of the change. */
@Injectable()
export class AuditInterceptor extends Around {
  constructor(
    private readonly reflector: Reflector,
    private readonly writes: Writes,
    private readonly audit: Audit,
    private readonly refusals: Refusals,
  ) {
    super();
  }

  async around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    const rule = this.reflector.getAllAndOverride<AuditRule | null | undefined>(AUDIT_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) return work();
    const request = context.switchToHttp().getRequest<AuditedRequest>();
    if (rule.only === 'csv' && !asksForCsv(request)) return work();
    try {
      return await this.record(rule, context, work);
    } catch (error) {
      await this.recordRefusal(rule, request, error);
      throw error;
    }
  }

  private async record(
    rule: AuditRule,
    context: ExecutionContext,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AuditedRequest>();
    return hearing(async (told) => {
      const { answer, isRecorded } = await this.writes.recorded(
        (made) => this.audit.write(describeCall(rule, request, made, told)),
        work,
      );
      const noted = noteworthy(rule, told);
      if (isRecorded || noted === null) return answer;
      // Who asks for a table where there is none has taken nothing out.
      if (rule.only === 'csv' && !givesCsv(http.getResponse<AuditedReply>())) return answer;
      await this.audit.note(describeCall(noted, request, answer, told));
      return answer;
    });
  }

  private async recordRefusal(rule: AuditRule, request: AuditedRequest, error: unknown): Promise<void> {
    if (!(error instanceof Problem) || error.status >= 500) return;
    if (rule.tickets ? !TELLING.includes(error.status) : isMistake(error)) return;
    await this.refusals.note({
      ...describeCall(rule, request, undefined),
      outcome: 'refused',
      // What was sent may be anything.
      data: { problem: error.slug, status: error.status },
    });
  }
}

/** What a call that was done is noted as. What changed a ticket stands in its history; who only got it shown has read it. */
function noteworthy(rule: AuditRule, { hasChanged }: Told): AuditRule | null {
  if (rule.only !== 'refused') return rule;
  return hasChanged === true ? null : { ...rule, act: 'customer.read' };
}
