import type { AutomationService } from '../../../src/automation/automation.service.js';
import type { Database } from '../../../src/database/database.service.js';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop that pays, refuses with words, or breaks, as it is told; it pays once per key. */
export class PayingShop {
  /** Only what is paid for this order is counted: other tests leave theirs behind. */
  order = '';
  answers: 'pays' | 'refuses' | 'breaks' | 'pays-and-breaks' = 'pays';
  readonly asked: string[] = [];
  readonly paid = new Map<string, number>();
  private server: Server | undefined;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const key = String(request.headers['idempotency-key']);
        const { amount, orderId } = JSON.parse(Buffer.concat(chunks).toString()) as {
          amount: number;
          orderId: string;
        };
        this.asked.push(key);
        if (this.answers.startsWith('pays') && orderId === this.order) this.paid.set(key, amount);
        const [status, body] =
          this.answers === 'pays'
            ? [201, { refundId: 'R' }]
            : this.answers === 'refuses'
              ? [422, { message: 'No.' }]
              : [500, {}];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }
  get sum(): number {
    return [...this.paid.values()].reduce((sum, amount) => sum + amount, 0);
  }
  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

/** All effects that wait are acted on, as by a worker. */
export async function actOnEffects(
  { pool }: Database,
  automation: AutomationService,
  now: number,
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from outbox where kind = 'http' and done_at is null order by id",
  );
  for (const { id } of rows) await automation.run(id, now);
}

/** The first call that the ticket ordered. */
export async function effectOf({ pool }: Database, ticketId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from outbox where ticket_id = $1 and kind = 'http' order by id limit 1",
    [ticketId],
  );
  return rows[0]?.id ?? '';
}

/** What calls used up of the limit of an order, the oldest first. */
export async function usesOf({ pool }: Database, order: string): Promise<unknown[]> {
  const { rows } = await pool.query<{ state: string; amount: number }>(
    'select state, amount::float8 as amount from limit_uses where key = $1 order by id',
    [order],
  );
  return rows;
}
