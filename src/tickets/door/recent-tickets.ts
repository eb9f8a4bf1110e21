import type { Ticket } from '../model/model.js';

/**
 * Open tickets as this process wrote them last, so that the next command need not read them. What is remembered may
 * be out of date; that is harmless, because a write names the version it was decided on.
 */
export class RecentTickets {
  private readonly tickets = new Map<string, Ticket>();

  constructor(private readonly kept: number) {}

  /** The ticket as it was written last; undefined when that was elsewhere or long ago. */
  recall(id: string): Ticket | undefined {
    return this.tickets.get(id);
  }

  remember(ticket: Ticket): void {
    this.tickets.delete(ticket.id);
    if (ticket.status !== 'open') return;
    this.tickets.set(ticket.id, ticket);
    if (this.tickets.size <= this.kept) return;
    const [oldest] = this.tickets.keys();
    if (oldest !== undefined) this.tickets.delete(oldest);
  }

  forget(id: string): void {
    this.tickets.delete(id);
  }
}
