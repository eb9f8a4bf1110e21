import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop over HTTP that counts what it is asked; the id of an order says what it answers. */
export interface CallingShop {
  baseUrl: string;
  keys: string[];
  close(): void;
}

export async function openCallingShop(): Promise<CallingShop> {
  const keys: string[] = [];
  const server = createServer((request, response) => {
    keys.push(String(request.headers['idempotency-key']));
    const orderId = request.url?.split('/').at(-1) ?? '';
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (orderId.startsWith('NONE')) answer(404, {});
    else if (orderId.startsWith('SLOW')) setTimeout(() => answer(200, { amount: 7 }), 300);
    else answer(200, { amount: 42 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
