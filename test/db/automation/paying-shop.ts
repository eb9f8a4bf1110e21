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
