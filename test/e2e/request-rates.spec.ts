import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/clock.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeSmallWorld } from '../support/small-world.js';
import { until } from '../support/until.js';

class StillClock extends Clock {
  constructor(public at: number) {
    super();
  }
  override now(): number {
    return this.at;
  }
}

describe('callers who ask too often', () => {
  const clock = new StillClock(Date.parse('2026-03-02T09:00:00Z'));
  let stepwise: TestApp;
  const tokens: string[] = [];

  beforeAll(async () => {
    stepwise = await startTestApp({ clock, requestsPerMinute: 60 });
    await makeSmallWorld(stepwise.app);
    for (const email of ['ann@test', 'sue@test']) {
      const { body } = await stepwise.http.post('/api/auth/login').send({ email, password: 'long-enough' });
      tokens.push((body as { accessToken: string }).accessToken);
    }
  });
  afterAll(() => stepwise.close());

  const me = (token: string | undefined) =>
    stepwise.http.get('/api/me').set({ authorization: `Bearer ${token ?? ''}`, 'accept-language': 'zh-CN' });
  const statusesOf = async (token: string | undefined, times: number): Promise<Record<number, number>> => {
    const counts: Record<number, number> = {};
    for (let n = 0; n < times; n += 1) {
      const { status } = await me(token);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  };

  it('are told when to come again, in their language, and others are not held up', async () => {
    expect(await statusesOf(tokens[0], 25)).toEqual({ 200: 20, 429: 5 });
    const { status, body, headers } = await me(tokens[0]);
    expect({ status, type: body.type, title: body.title, after: headers['retry-after'] }).toEqual({
      status: 429,
      type: 'urn:stepwise:problem:too-many-requests',
      title: '请求过于频繁',
      after: '1',
    });
    expect((await me(tokens[1])).status).toBe(200);
    clock.at += 1_000;
    expect(await statusesOf(tokens[0], 2)).toEqual({ 200: 1, 429: 1 });
  });

  it('are counted by their place where nobody knows them, whatever token they make up', async () => {
    clock.at += 60_000;
    for (let n = 0; n < 20; n += 1) expect((await me(`made.up.${String(n)}`)).status).toBe(401);
    expect((await me('made.up.again')).status).toBe(429);
    expect((await stepwise.http.post('/api/auth/login').send({})).status).toBe(429);
    expect((await me(tokens[1])).status).toBe(200);
  });

  it('are counted however the address is written', async () => {
    expect((await stepwise.http.get('/%61pi/me')).status).toBe(429);
    expect((await stepwise.http.get('/api/no/such/thing')).status).toBe(429);
  });

  it('are counted by the person, from however many sign-ins, and use up nothing of others', async () => {
    clock.at += 60_000;
    const { body } = await stepwise.http
      .post('/api/auth/login')
      .send({ email: 'ann@test', password: 'long-enough' });
    const second = (body as { accessToken: string }).accessToken;
    expect((await statusesOf(second, 25))[429]).toBe(5);
    expect((await me(tokens[0])).status).toBe(429);
    expect((await me(tokens[1])).status).toBe(200);
    while ((await me('none')).status !== 429);
  });

  it('still get health, which is never counted', async () => {
    expect((await me('none')).status).toBe(429);
    for (let n = 0; n < 30; n += 1) expect((await stepwise.http.get('/health/live')).status).toBe(200);
  });
});

describe('requests that never become one', () => {
  let stepwise: TestApp;
  let port = 0;

  beforeAll(async () => {
    stepwise = await startTestApp();
    await stepwise.app.listen(0, '127.0.0.1');
    const { server } = stepwise.app.getHttpAdapter().getInstance();
    port = (server.address() as AddressInfo).port;
    // How long is said elsewhere; here nobody is to wait so long.
    server.requestTimeout = 500;
  });
  afterAll(() => stepwise.close());

  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  const read = (answer: string): object => {
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain('Content-Type: application/problem+json');
    const { type, title } = JSON.parse(body) as { type: string; title: string };
    return { line: head.split('\r\n')[0], type, title };
  };

  it('because their body does not come: they are cut, in the language of the caller', async () => {
    const head =
      'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nAccept-Language: zh-CN\r\nContent-Type: application/json\r\n';
    expect(read(await send(`${head}Content-Length: 100\r\n\r\n{"email":`))).toEqual({
      line: 'HTTP/1.1 408 Request Timeout',
      type: 'urn:stepwise:problem:request-too-slow',
      title: '请求传输过慢',
    });
  });

  it('because they do not come, and nobody closes: the connection ends all the same', async () => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.write('hello\r\n\r\n');
    const { server } = stepwise.app.getHttpAdapter().getInstance();
    const connections = (): Promise<number> =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      );
    await new Promise((resolve) => socket.once('data', resolve));
    await until('the connection ends', async () => (await connections()) === 0);
    socket.destroy();
  });

  it('because they are no HTTP', async () => {
    expect(read(await send('hello\r\n\r\n'))).toMatchObject({
      line: 'HTTP/1.1 400 Bad Request',
      type: 'urn:stepwise:problem:bad-request',
    });
  });

  it('because their headers are too large', async () => {
    expect(read(await send(`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`))).toMatchObject({
      line: 'HTTP/1.1 431 Request Header Fields Too Large',
      type: 'urn:stepwise:problem:headers-too-large',
    });
  });
});
