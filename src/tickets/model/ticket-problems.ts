import { Problem, type ProblemError } from '../../problems/problem.js';
import type { Refusal } from '../../engine/common/model.js';
import type { Text } from '../../engine/common/text.js';
import type { Ticket, TicketStatus } from './model.js';
import * as kinds from '../../words/problem-kinds.js';

const list = (names: readonly string[]): string => (names.length === 0 ? '–' : names.join(', '));

/** No such ticket, or one of another team. */
export class TicketNotFound extends Problem {
  readonly kind = kinds.ticketNotFound;
  readonly detail: Text;
  constructor(id: string) {
    super();
    const shown = id.slice(0, 40);
    this.detail = {
      en: `There is no ticket ${shown} that you may see.`,
      'zh-CN': `没有您可以查看的工单 ${shown}。`,
    };
  }
}

/** The event is unknown in this step. */
export class NotAccepted extends Problem {
  readonly kind = kinds.notAccepted;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(event: string, steps: string[], accepted: string[]) {
    super();
    const shown = event.slice(0, 80);
    this.facts = { accepted, steps };
    this.detail = {
      en: `"${shown}" is not accepted in ${list(steps)}. Accepted: ${list(accepted)}.`,
      'zh-CN': `步骤 ${list(steps)} 不接受“${shown}”。可用操作：${list(accepted)}。`,
    };
  }
}

/** The way out exists but is closed. */
export class GuardClosed extends Problem {
  readonly kind = kinds.guardClosed;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(event: string, why: Text[], accepted: string[]) {
    super();
    this.facts = { why: why[0], accepted };
    this.detail = {
      en: `${event}: ${why.map((w) => w.en).join(' ')}`,
      'zh-CN': `${event}：${why.map((w) => w['zh-CN']).join('')}`,
    };
  }
}

/** What was filled in does not fit the form. */
export class InvalidForm extends Problem {
  readonly kind = kinds.invalidForm;
  readonly detail: Text;
  override readonly errors: ProblemError[];
  constructor(errors: ProblemError[]) {
    super();
    this.errors = errors;
    this.detail = {
      en: errors.map((e) => `${e.pointer || '/'}: ${e.message.en}`).join('; '),
      'zh-CN': errors.map((e) => `${e.pointer || '/'}：${e.message['zh-CN']}`).join('；'),
    };
  }
}

/** Somebody or something else was quicker. */
export class StaleVersion extends Problem {
  readonly kind = kinds.staleVersion;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(expected: number, current: number) {
    super();
    this.facts = { currentVersion: current };
    this.detail = {
      en: `You saw version ${expected}; the ticket is at version ${current}. Read it again, then decide.`,
      'zh-CN': `您看到的是版本 ${expected}，工单当前为版本 ${current}。请刷新后再操作。`,
    };
  }
}

/** The ticket is in a state in which this act makes no sense. */
export class NotFittingState extends Problem {
  readonly kind = kinds.notFittingState;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(act: string, status: TicketStatus, wanted: TicketStatus[]) {
    super();
    this.facts = { ticketStatus: status, wanted, accepted: status === 'resolved' ? ['reopen'] : [] };
    this.detail = {
      en: `"${act}" needs a ticket that is ${wanted.join(' or ')}; this one is ${status}.`,
      'zh-CN': `“${act}”要求工单状态为 ${wanted.join(' / ')}，当前为 ${status}。`,
    };
  }
}

/** The ticket does not wait for a person (any more). */
export class NotWaiting extends Problem {
  readonly kind = kinds.notWaiting;
  readonly detail: Text;
  constructor(id: string) {
    super();
    this.detail = {
      en: `Ticket ${id} does not wait for a person any more; take the next one.`,
      'zh-CN': `工单 ${id} 已不在等待处理，请领取下一张工单。`,
    };
  }
}

/** A wake-up or a result that no longer belongs to anything; harmless. */
export class ObsoleteCommand extends Problem {
  readonly kind = kinds.obsolete;
  readonly detail: Text;
  constructor(what: string) {
    super();
    this.detail = { en: `${what}: nothing waits for this any more.`, 'zh-CN': `${what}：已无需处理。` };
  }
}

/** A compliance rule of the SOP would be broken. */
export class RuleBroken extends Problem {
  readonly kind = kinds.ruleBroken;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(rule: string, why: Text) {
    super();
    this.facts = { rule, why };
    this.detail = { en: `${rule}: ${why.en}`, 'zh-CN': `${rule}：${why['zh-CN']}` };
  }
}

/** The SOP itself failed on this event; the ticket is where it was. */
export class SopFailed extends Problem {
  readonly kind = kinds.sopFailed;
  readonly detail: Text;
  constructor(message: string) {
    super();
    this.detail = {
      en: `The SOP could not take this event (${message}); nothing was changed. Tell its designer.`,
      'zh-CN': `SOP 无法处理该事件（${message}），工单未改动。请联系流程设计者。`,
    };
  }
}

/** The request names something that does not exist or cannot be used here. */
export class UnknownReference extends Problem {
  readonly kind = kinds.unknownReference;
  readonly detail: Text;
  override readonly errors: ProblemError[];
  override readonly facts: Record<string, unknown>;
  constructor(pointer: string, message: Text, accepted?: string[]) {
    super();
    this.errors = [{ pointer, message }];
    this.detail = message;
    this.facts = accepted === undefined ? {} : { accepted };
  }
}

/** The Problem for what the engine refused. Pointers of form errors get `prefix` when they are relative. */
export function refuse(refusal: Refusal, ticket: Ticket, event: string, prefix = ''): Problem {
  switch (refusal.refused) {
    case 'unknown-event':
      return new NotAccepted(event, ticket.state.steps, refusal.accepted);
    case 'guard-closed':
      return new GuardClosed(event, refusal.why, refusal.accepted);
    case 'invalid-form':
      return new InvalidForm(
        refusal.errors.map((e) => ({
          ...e,
          pointer: prefix !== '' && !e.pointer.startsWith(prefix) ? `${prefix}${e.pointer}` : e.pointer,
        })),
      );
    case 'ended':
      return new NotFittingState(event, ticket.status, ['open']);
    case 'obsolete':
      return new ObsoleteCommand(event);
    case 'never':
      return new RuleBroken(refusal.rule, refusal.why);
    case 'failed':
      return new SopFailed(refusal.message);
  }
}
