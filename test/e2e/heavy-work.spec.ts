import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleService } from '../../src/people/people.service.js';
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
