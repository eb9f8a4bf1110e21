import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApp } from '../../src/app.js';
import { Config } from '../../src/config.js';
import { Database } from '../../src/database/database.service.js';
import { openLog } from '../../src/log/log.js';
import { NestLogger } from '../../src/log/nest-logger.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { makeSmallWorld, type SmallWorld } from '../support/small-world.js';

let test: TestDatabase;
let app: NestFastifyApplication;
let w: SmallWorld;
let text = '';

const lines = (): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  test = await openTestDatabase();
  const out = { write: (line: string): void => void (text += line) };
  const logger = new NestLogger(openLog({ level: 'debug', readable: false, out }));
  app = await createApp(new Config({ databaseUrl: test.url }), { logger });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  w = await makeSmallWorld(app);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

describe('the log of the server', () => {
  it('says who asked what about which ticket, and nothing that anybody said', async () => {
    const http = supertest(app.getHttpAdapter().getInstance().server);
    const signedIn = await http
      .post('/api/auth/login')
      .send({ email: 'ann@test', password: 'long-enough' })
      .expect(200);
    const { accessToken, user } = signedIn.body as { accessToken: string; user: { id: string } };
    const { ticket } = await w.open();
    const { pool } = app.get(Database);
    await pool.query('alter table messages rename column body to text');
    const { status, body } = await http
      .post(`/api/tickets/${ticket.id}/messages`)
      .set('authorization', `Bearer ${accessToken}`)
      .send({ from: 'agent', body: 'Dear Kim, call 13812345678' });
    await pool.query('alter table messages rename column text to body');
    expect(status).toBe(500);
    const { id: requestId } = body as { id: string };
    const about = { requestId, personId: user.id, ticketId: ticket.id };
    const mine = lines().filter((line) => line['requestId'] === requestId);
    expect(mine).toEqual([
      expect.objectContaining({
        ...about,
        level: 'error',
        room: 'Problems',
        msg: expect.stringContaining(requestId),
        stack: expect.stringContaining('    at '),
      }),
      expect.objectContaining({
        ...about,
        level: 'debug',
        msg: expect.stringMatching(/^POST \/api\/tickets\/:id\/messages 500 after \d+ ms$/),
      }),
    ]);
    for (const secret of ['Dear Kim', '13812345678', 'ann@test', 'long-enough', accessToken])
      expect(text).not.toContain(secret);
  });
});
