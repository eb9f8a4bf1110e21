import { Injectable } from '@nestjs/common';
import type { Json } from '../../engine/common/model.js';
import type { Applied, CommandOptions } from '../model/model.js';
import { ObsoleteCommand, TicketNotFound } from '../model/ticket-problems.js';
import { KeyReused } from '../../writes/write-problems.js';
import { Problem } from '../../problems/problem.js';
import { TicketStore } from './ticket-store.service.js';

/** Sees to it that a command with a key happens once, however often it comes, and is answered the same each time. */
@Injectable()
export class CommandKeys {
  private readonly underWay = new Map<string, { bodyHash: string; applied: Promise<Applied> }>();

  constructor(private readonly store: TicketStore) {}

  /**
   * Runs a command at most once under its key: copies that come while it runs, or later, get the same answer, as long
   * as the caller may still see the ticket. `run` answers null when the key turned out to be taken.
   */
  async once(opts: CommandOptions, run: () => Promise<Applied | null>): Promise<Applied> {
    const id = opts.idempotency;
    if (id === undefined) {
      const applied = await run();
      if (applied === null) throw new Error('a command without a key cannot be a repetition');
      return applied;
    }
    const name = `${id.scope} ${id.key}`;
    const running = this.underWay.get(name);
    if (running !== undefined) {
      if (running.bodyHash !== id.bodyHash) throw new KeyReused();
      return shown({ ...(await running.applied), replayed: true }, opts);
    }
    const applied = this.runOnce(opts, run);
    this.underWay.set(name, { bodyHash: id.bodyHash, applied });
    try {
      return await applied;
    } finally {
      this.underWay.delete(name);
    }
  }

  private async runOnce(opts: CommandOptions, run: () => Promise<Applied | null>): Promise<Applied> {
    const before = await this.replay(opts);
    if (before !== null) return before;
    try {
      return (await run()) ?? (await this.replayTaken(opts));
    } catch (error) {
      // The copy that another process took first has moved the ticket: what it answered is answered here too.
      const taken = error instanceof Problem ? await this.replay(opts) : null;
      if (taken !== null) return taken;
      throw error;
    }
  }

  /** What was answered to an earlier command with this key; null when there was none. */
  async replay(opts: CommandOptions): Promise<Applied | null> {
    const id = opts.idempotency;
    const stored = id === undefined || id.isMade ? null : await this.store.readKey(id.scope, id.key);
    if (stored === null) return null;
    if (stored.bodyHash !== id?.bodyHash) throw new KeyReused();
    const { ticketId, answer } = stored.answer as { ticketId: string; answer: Json };
    const ticket = await this.store.read(ticketId);
    if (ticket === null) throw new TicketNotFound(ticketId);
    return shown({ ticket, advanced: null, facts: [], answer, replayed: true }, opts);
  }

  private async replayTaken(opts: CommandOptions): Promise<Applied> {
    const stored = await this.replay(opts);
    if (stored === null) throw new ObsoleteCommand(opts.idempotency?.key ?? '');
    return stored;
  }
}

/** What was seen once is not shown again to somebody who may not see it now. */
function shown(applied: Applied, { visible }: CommandOptions): Applied {
  if (visible?.(applied.ticket) === false) throw new TicketNotFound(applied.ticket.id);
  return applied;
}
