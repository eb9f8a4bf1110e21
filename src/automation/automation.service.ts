import { Injectable, Logger } from '@nestjs/common';
import { SKEW_MS } from '../clock.js';
import { Database } from '../database/database.service.js';
import { isHeldAt } from '../queues/held-calls.js';
import { toDatabaseUnavailable } from '../database/unavailable.js';
import { aboutTicket } from '../log/context.js';
import { outcomeOf } from '../tickets/decide/apply-advance.js';
import type { CallEffect, CallOutcome } from '../tickets/decide/change.js';
import { Limits } from '../tickets/door/limits.service.js';
import type { Command } from '../tickets/model/model.js';
import { TicketsService } from '../tickets/door/tickets.service.js';
import type { CallFailure } from '../engine/common/model.js';
import { wordFailure } from './failure-words.js';
import { HttpActor } from './http-actor.service.js';
import type { CallResult } from './http-actor.service.js';
import { isRefusedAnswer, isSettled } from './outcomes.js';

/**
 * `obsolete`: nobody waits for the effect any more; it was not acted on, or its result was dropped.
 * `paused`: the ticket is on the brake, or could not take its result the last time; it is tried again later.
 */
export type EffectOutcome = 'done' | 'done-before' | 'obsolete' | 'paused';

interface Effect {
  ticketId: string;
  seq: number;
  n: number;
  kind: string;
  payload: CallEffect;
  done: boolean;
  /** The ticket still waits for it. */
  awaited: boolean;
  /** The ticket is on the brake, and it is too soon. */
  held: boolean;
}

const ACTOR = { kind: 'system', id: 'automation' } as const;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Acts on the effects of advances: calls other systems and brings their answers back through the one door. */
@Injectable()
export class AutomationService {
  private readonly log = new Logger(AutomationService.name);
  /** Effects whose result a ticket refused, and when each may be tried again. */
  private readonly paused = new Map<string, { failures: number; since: number; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly limits: Limits,
    private readonly actor: HttpActor,
  ) {}

  /**
   * Acts on one effect of the outbox unless that was done before. `now`: ms, or how to ask for it after the call.
   * Throws when `stop` was aborted or the result could not be applied; the effect stays open then and comes again,
   * after a pause that doubles from a minute to an hour when it was the ticket that refused it.
   */
  async run(outboxId: string, now: number | (() => number), stop?: AbortSignal): Promise<EffectOutcome> {
    const time = typeof now === 'number' ? (): number => now : now;
    const paused = this.paused.get(outboxId);
    // A clock that was set back must not make the pause longer.
    if (paused && paused.since - SKEW_MS <= time() && time() < paused.until) return 'paused';
    try {
      const outcome = await this.act(outboxId, time, stop);
      this.paused.delete(outboxId);
      return outcome;
    } catch (error) {
      // A stop, or a database that is away, is not the effect's fault.
      if (!stop?.aborted && !toDatabaseUnavailable(error)) this.pause(outboxId, time(), error);
      throw error;
    }
  }

  private pause(outboxId: string, now: number, error: unknown): void {
    const failures = (this.paused.get(outboxId)?.failures ?? 0) + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    this.paused.set(outboxId, { failures, since: now, until: now + pause });
    this.log.error(`Effect ${outboxId} failed (${failures}), again in ${pause / 1000} s: ${String(error)}`);
  }

  private async act(outboxId: string, time: () => number, stop?: AbortSignal): Promise<EffectOutcome> {
    const effect = await this.read(outboxId, time());
    if (!effect || effect.done) return 'done-before';
    return aboutTicket(effect.ticketId, () => this.actOn(effect, outboxId, time, stop));
  }

  private async actOn(
    effect: Effect,
    outboxId: string,
    time: () => number,
    stop?: AbortSignal,
  ): Promise<EffectOutcome> {
    const { ticketId, seq, payload } = effect;
    if (!effect.awaited) return this.drop(effect, outboxId, null, time());
    // Whichever way brought it here.
    if (effect.held) return 'paused';
    const key = payload.key ?? `stepwise-${ticketId}-${seq}-${effect.n}`;
    const result = await this.send(effect, outboxId, key, time(), stop);
    if (result === 'withdrawn') return this.drop(effect, outboxId, null, time());
    const made = outcomeOfCall(result);
    const sent = payload.refused === undefined ? { key, request: payload.request } : undefined;
    const bring = (command: Command): Promise<EffectOutcome> =>
      this.bring(effect, command, outboxId, made, time());
    try {
      return await bring(resultOf(result, payload.id, seq, outboxId, sent));
    } catch (error) {
      if (!result.ok || !isRefusedAnswer(error)) throw error;
      this.log.warn(`Ticket ${ticketId} could not take the answer to "${payload.id}": ${error.message}`);
      const failure = {
        ok: false,
        error: {
          code: 'invalid-answer',
          message: error.message,
          words: wordFailure('invalid-answer', error.message),
        },
        tries: 1,
      } as const;
      return bring(resultOf(failure, payload.id, seq, outboxId, sent));
    }
  }

  /** Makes the call, unless the door has refused it already, or the ticket takes it back in this moment. */
  private async send(
    { ticketId, seq, payload }: Effect,
    outboxId: string,
    key: string,
    now: number,
    stop?: AbortSignal,
  ): Promise<Result | 'withdrawn'> {
    const { refused } = payload;
    if (refused !== undefined) return { ok: false, error: refused, tries: 0 };
    if (!(await this.limits.noteSent(ticketId, payload.id, seq))) return 'withdrawn';
    // A process that died may have sent it, and so may the earlier call whose key this one has.
    const sentBefore = (await this.noteSent(outboxId, now)) || payload.key !== undefined;
    return this.actor.call(payload.request, key, stop, sentBefore);
  }

  /** Notes that the effect goes out now; true when it did before. */
  private async noteSent(outboxId: string, now: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ before: boolean }>({
      name: 'automation-sent',
      text: `update outbox o set sent_at = coalesce(o.sent_at, $2)
        from (select id, sent_at from outbox where id = $1 for update) b
        where o.id = b.id returning b.sent_at is not null as before`,
      values: [outboxId, new Date(now)],
    });
    return rows[0]?.before ?? false;
  }

  /** The door marks the effect done in the statement that writes the ticket. */
  private async bring(
    effect: Effect,
    command: Command,
    outboxId: string,
    made: CallOutcome,
    now: number,
  ): Promise<EffectOutcome> {
    try {
      await this.tickets.apply(effect.ticketId, command, { actor: ACTOR, now });
      return 'done';
    } catch (error) {
      if (isSettled(error)) return this.drop(effect, outboxId, made, now);
      throw error;
    }
  }

  /** Nobody waits for it any more; what it may have used up of a limit is accounted for. `made` null: not this time. */
  private async drop(
    { ticketId, seq, payload }: Effect,
    outboxId: string,
    made: CallOutcome | null,
    now: number,
  ): Promise<EffectOutcome> {
    await this.limits.settle(ticketId, payload.id, seq, made, now);
    await this.database.pool.query('update outbox set done_at = $2 where id = $1 and done_at is null', [
      outboxId,
      new Date(now),
    ]);
    return 'obsolete';
  }

  private async read(outboxId: string, now: number): Promise<Effect | null> {
    const { rows } = await this.database.pool.query<Effect>(
      `select o.ticket_id as "ticketId", o.seq, o.n, o.kind, o.payload, o.done_at is not null as done,
         coalesce(t.state->'calls'->(o.payload->>'id') = to_jsonb(o.seq), false) as awaited,
         ${isHeldAt('$2')} as held
       from outbox o left join tickets t on t.id = o.ticket_id
       where o.id = $1 and o.kind = 'http'`,
      // Those who bring it may be ahead a little.
      [outboxId, new Date(now + SKEW_MS)],
    );
    return rows[0] ?? null;
  }
}

/** A call's result, or why the door did not let it out. */
type Result = CallResult | { ok: false; error: CallFailure; tries: number };

function outcomeOfCall(result: Result): CallOutcome {
  return result.ok ? 'confirmed' : outcomeOf(result.error.code);
}

function resultOf(
  result: Result,
  id: string,
  seq: number,
  outboxId: string,
  sent: Extract<Command, { type: 'call-failed' }>['sent'],
): Command {
  const effect = { outboxId };
  return result.ok
    ? { type: 'call-done', id, seq, output: result.output, effect }
    : { type: 'call-failed', id, seq, error: result.error, effect, sent };
}
