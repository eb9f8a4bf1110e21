import { setTimeout as sleep } from 'node:timers/promises';
import type { ShakyServer } from '../shared/shaky-server.js';

const LOOK_MS = 25;
const PATIENCE_MS = 180_000;

/** An advance that the server said it has made. */
export interface Acknowledged {
  ticketId: string;
  version: number;
  event: string;
}

interface TicketView {
  id: string;
  version: number;
  status: string;
  steps: string[];
}

/** Clients that open tickets and lead them to their end, one after the other, whatever happens to the server. */
export class CrashClients {
  readonly acknowledged: Acknowledged[] = [];
  /** Order id of each ticket, by ticket id. */
  readonly orders = new Map<string, string>();
  private isOpening = true;
  private opened = 0;

  constructor(private readonly server: ShakyServer) {}

  /** Works until `finish` is called and every ticket has ended. */
  async run(clients: number): Promise<void> {
    await Promise.all(Array.from({ length: clients }, () => this.work()));
  }

  /** No more tickets are opened; those under way are led to their end. */
  finish(): void {
    this.isOpening = false;
  }

  private async work(): Promise<void> {
    while (this.isOpening) {
      const orderId = `ORD-${String(100_000 + this.opened++)}`;
      const ticket = await this.server.call<TicketView>('POST', '/api/tickets', {
        sop: 'crash',
        subject: orderId,
        customer: { id: orderId },
        data: { orderId },
      });
      this.orders.set(ticket.id, orderId);
      this.acknowledged.push({ ticketId: ticket.id, version: ticket.version, event: 'opened' });
      await this.advance(ticket.id, 'PAY', { note: 'damaged' });
      await this.waitForStep(ticket.id);
      await this.advance(ticket.id, 'CONFIRM');
    }
  }

  private async advance(id: string, type: string, data?: object): Promise<void> {
    const { ticket } = await this.server.call<{ ticket: TicketView }>('POST', `/api/tickets/${id}/events`, {
      type,
      ...(data ? { data } : {}),
    });
    this.acknowledged.push({ ticketId: id, version: ticket.version, event: type });
  }

  private async waitForStep(id: string): Promise<void> {
    const began = Date.now();
    for (;;) {
      const { steps } = await this.server.call<TicketView>('GET', `/api/tickets/${id}`);
      if (!steps.includes('pay')) return;
      if (Date.now() - began > PATIENCE_MS) throw new Error(`ticket ${id} is stuck in its automatic step`);
      await sleep(LOOK_MS);
    }
  }
}
