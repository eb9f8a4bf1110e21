import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { AuditAct } from './acts.js';

export const AUDIT_RULE = 'stepwise:audit';

/** What of a call goes into the record. */
export interface AuditRule {
  act: AuditAct;
  /** What it is about; its id stands in this parameter of the path, else in the answer. */
  about?: { kind: string; param?: string };
  /** Values of the body that name nobody; of all others only that they were given. */
  values?: readonly string[];
  /**
   * Of an act about customers: where its tickets stand. `:id` is a parameter of the path, anything else a place in the
   * answer, through lists: `people.held.ticketId`.
   */
  tickets?: readonly string[];
  /** `refused`: what is done stands elsewhere, in the history of the ticket. `csv`: only when a table is taken out. */
  only?: 'refused' | 'csv';
}

type More = Omit<AuditRule, 'act' | 'tickets'>;
/** What is about customers says which tickets; it does not compile without. */
type AboutCustomers = 'customer.read' | 'ticket.acted';

/**
 * Calls of the endpoint are recorded, done or refused. In the OpenAPI document: `x-audit: {act}`. A table of tickets is
 * recorded as `customer.exported`; an act that answers a ticket and has changed nothing as `customer.read`.
 */
export function Audited(
  act: AboutCustomers,
  more: More & { tickets: readonly [string, ...string[]] },
): MethodDecorator & ClassDecorator;
export function Audited(
  act: Exclude<AuditAct, AboutCustomers | 'customer.exported'>,
  more?: More,
): MethodDecorator & ClassDecorator;
export function Audited(act: AuditAct, more: Omit<AuditRule, 'act'> = {}): MethodDecorator & ClassDecorator {
  const rule: AuditRule = { act, ...more };
  return applyDecorators(SetMetadata(AUDIT_RULE, rule), ApiExtension('x-audit', { act }));
}

/** Calls of the endpoint are not recorded, for a reason. In the OpenAPI document: `x-audit: {exempt}`. */
export function NotAudited(reason: string): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(AUDIT_RULE, null), ApiExtension('x-audit', { exempt: reason }));
}
