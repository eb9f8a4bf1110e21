import {
  GuardClosed,
  NotAccepted,
  NotFittingState,
  ObsoleteCommand,
  RuleBroken,
  SopFailed,
  TicketNotFound,
} from '../tickets/model/ticket-problems.js';

/** True when a wake-up or a result has nothing left to do: the ticket ended, or moved on without it. */
export function isSettled(error: unknown): boolean {
  return [ObsoleteCommand, NotFittingState, TicketNotFound, NotAccepted, GuardClosed].some(
    (kind) => error instanceof kind,
  );
}

/** True when the SOP itself cannot take a call's answer; it may still know what to do about a failure. */
export function isRefusedAnswer(error: unknown): error is RuleBroken | SopFailed {
  return error instanceof RuleBroken || error instanceof SopFailed;
}
