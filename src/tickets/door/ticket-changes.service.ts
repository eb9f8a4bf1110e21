import { Injectable } from '@nestjs/common';
import type { Ticket } from '../model/model.js';

/** Hears of a change once it is committed; `before` is null for a ticket that was opened. */
export type ChangeListener = (before: Ticket | null, after: Ticket) => void;

/** Tells other rooms of this process what was committed, without the door knowing them. */
@Injectable()
export class TicketChanges {
  private readonly listeners: ChangeListener[] = [];

  /** The listener stands in the way of every advance: it takes note, and does its work later. It must not throw. */
  listen(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  tell(before: Ticket | null, after: Ticket): void {
    for (const listener of this.listeners) listener(before, after);
  }
}
