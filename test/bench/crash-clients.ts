import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 25;
const AWAY_MS = 50;
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

/** A server that is killed and comes back at the same address. */
export class ShakyServer {
  /** Requests that had to be sent again because nobody answered. */
  repeated = 0;
  token = '';

  constructor(readonly url: string) {}

  /** One request, sent again under the same key until somebody answers. Throws for answers that are no 2xx. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const request = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const began = Date.now();
    for (;;) {
      const answer = await this.send(path, request);
      if (answer && answer.status < 300) return JSON.parse(answer.text) as T;
      if (answer && answer.status < 500) {
        throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.text}`);
      }
      if (Date.now() - began > PATIENCE_MS) throw new Error(`${method} ${path}: nobody answers`);
      this.repeated += 1;
      await sleep(AWAY_MS);
    }
  }

  private async send(path: string, request: RequestInit): Promise<{ status: number; text: string } | null> {
    try {
      const answer = await fetch(`${this.url}${path}`, { ...request, signal: AbortSignal.timeout(30_000) });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  }
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
