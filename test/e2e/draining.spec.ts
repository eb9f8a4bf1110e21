import { Agent, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { drainingOf } from '../../src/app.js';
import { startTestApp } from '../support/app.js';

/** Asks over the agent's kept connections. */
function ask(
  url: string,
  agent: Agent,
): Promise<{ status: number | undefined; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (answer: IncomingMessage) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }));
    });
    request.on('error', reject);
  });
}

it('a server that ends answers what comes on kept connections, asks to close them, and resets none', async () => {
  const test = await startTestApp({ role: 'api' });
  await test.app.listen(0, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  for (const agent of agents) expect((await ask(`${url}/health/live`, agent)).connection).toBe('keep-alive');
  const ended = drainingOf(test.app).begin();
  const answers = await Promise.all(agents.map((agent) => ask(`${url}/api/about`, agent)));
  for (const answer of answers) expect(answer).toEqual({ status: 200, connection: 'close' });
  // Nobody new is to come; who comes all the same is served.
  expect(await ask(`${url}/health/ready`, new Agent())).toEqual({ status: 503, connection: 'close' });
  await ended;
  await test.close();
});
