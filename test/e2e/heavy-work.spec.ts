import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '../../src/database/database.service.js';
import { PeopleService } from '../../src/people/people.service.js';
import { SopsService } from '../../src/sops/sops.service.js';
import { Threads } from '../../src/threads/threads.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { parallelRegions, stepsInARow } from '../support/large-sops.js';

describe('heavy work', () => {
  let test: TestApp;
  let token = '';

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.listen(0, '127.0.0.1');
    const people = test.app.get(PeopleService, { strict: false });
    await people.createUser({ email: 'd@test', name: 'D', password: 'long-enough', roles: ['designer'] });
    const signedIn = await test.http
      .post('/api/auth/login')
      .send({ email: 'd@test', password: 'long-enough' })
      .expect(200);
    token = (signedIn.body as { accessToken: string }).accessToken;
  });
  afterAll(() => test.close());

  const check = async (sop: object): Promise<{ status: number; codes: string[] }> => {
    const { status, body } = await test.http
      .post('/api/sops/check')
      .set('Authorization', `Bearer ${token}`)
      .send({ source: JSON.stringify(sop), format: 'json' });
    const { findings } = body as { findings: { code: string }[] };
    return { status, codes: findings.map(({ code }) => code) };
  };

  it('lets others be answered before it is done, and says the same as ever', async () => {
    // The thread is there and has read what it needs.
    expect(await check(stepsInARow(2))).toEqual({ status: 200, codes: [] });
    const order: string[] = [];
    const heavy = check(parallelRegions(12, 5)).then((answer) => {
      order.push('heavy');
      return answer;
    });
    for (let i = 0; i < 3; i += 1) {
      await test.http.get('/health/live').expect(200);
      order.push('live');
    }
    expect(await heavy).toEqual({ status: 200, codes: ['incomplete'] });
    expect(order).toEqual(['live', 'live', 'live', 'heavy']);
  });

  it('is not done again for an SOP that is stored: it is read, listed and run without a thread', async () => {
    const call = async (method: 'get' | 'put' | 'post', path: string, body?: object): Promise<unknown> => {
      const answer = await test.http[method](`/api/sops${path}`)
        .set('Authorization', `Bearer ${token}`)
        .set('Accept', 'application/json')
        .send(body);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.body;
    };
    const [published, draft] = [stepsInARow(40), { ...stepsInARow(41), id: 'only-a-draft' }];
    const envelope = (sop: object): object => ({ source: JSON.stringify(sop), format: 'json' });
    await call('put', '/large/draft', envelope(published));
    await call('post', '/large/publish', {});
    await call('put', '/only-a-draft/draft', envelope(draft));
    const run = jest.spyOn(test.app.get(Threads, { strict: false }), 'run');
    try {
      const read = await call('get', '/large/versions/newest');
      expect(JSON.stringify(read)).toBe(JSON.stringify(published));
      expect(JSON.stringify(await call('get', '/only-a-draft/versions/draft'))).toBe(JSON.stringify(draft));
      const { items } = (await call('get', '')) as { items: { id: string; version: number | null }[] };
      expect(items.map(({ id, version }) => [id, version])).toEqual(
        expect.arrayContaining([
          ['large', 1],
          ['only-a-draft', null],
        ]),
      );
      const sop = await test.app.get(SopsService, { strict: false }).newest('large');
      expect(sop?.steps.size).toBe(40);
      expect(run).not.toHaveBeenCalled();
      // What was stored before definitions kept their order is read once.
      const database = test.app.get(Database, { strict: false });
      await database.pool.query('update sop_versions set ordered = false');
      await database.pool.query('update sop_drafts set definition = null');
      for (let i = 0; i < 2; i += 1) {
        await call('get', '');
        expect(JSON.stringify(await call('get', '/large/versions/1'))).toBe(JSON.stringify(published));
      }
      expect(run).toHaveBeenCalledTimes(items.length);
    } finally {
      run.mockRestore();
    }
  });

  it('is called off when the caller leaves, and makes room for the next', async () => {
    const url = await test.app.getUrl();
    const gone = new AbortController();
    const left = fetch(`${url}/api/sops/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ source: JSON.stringify(parallelRegions(13, 5)), format: 'json' }),
      signal: gone.signal,
    });
    await test.http.get('/health/live').expect(200);
    gone.abort();
    await expect(left).rejects.toThrow();
    expect(await check(stepsInARow(3))).toEqual({ status: 200, codes: [] });
  });
});
