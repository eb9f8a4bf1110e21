import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { PeopleService } from '../../src/people/people.service.js';
import type { WalkAnswerDto } from '../../src/tickets/walk/sop-walk-answer.dto.js';
import { startTestApp, type TestApp } from '../support/app.js';

const SOURCE = readFileSync(new URL('../../workflows/refund-only.yaml', import.meta.url), 'utf8');
const DATA = { orderId: 'ORD-100001', reason: 'damaged' };

describe('a walk through an SOP over HTTP', () => {
  let test: TestApp;
  let token = '';

  beforeAll(async () => {
    test = await startTestApp();
    const people = test.app.get(PeopleService, { strict: false });
    await people.ensureTeam({ id: 'after-sales', title: { en: 'After-sales', 'zh-CN': '售后' } });
    await people.createUser({ email: 'd@test', name: 'D', password: 'long-enough', roles: ['designer'] });
    const signedIn = await test.http
      .post('/api/auth/login')
      .send({ email: 'd@test', password: 'long-enough' })
      .expect(200);
    token = (signedIn.body as { accessToken: string }).accessToken;
  });
  afterAll(() => test.close());

  const simulate = (body: object, id = 'refund-only', lang = 'en'): Promise<Response> =>
    test.http
      .post(`/api/sops/${id}/simulate`)
      .set('Authorization', `Bearer ${token}`)
      .set('Accept-Language', lang)
      .send(body);
  const walked = async (body: object, id?: string, lang?: string): Promise<WalkAnswerDto> => {
    const { status, body: answer } = await simulate(body, id, lang);
    expect({ status, answer: answer as object }).toMatchObject({ status: 200 });
    return answer as WalkAnswerDto;
  };
  const putDraft = (text: string): Promise<Response> =>
    test.http
      .put('/api/sops/refund-only/draft')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/yaml')
      .send(text)
      .expect(200);
  const publish = (): Promise<Response> =>
    test.http.post('/api/sops/refund-only/publish').set('Authorization', `Bearer ${token}`).expect(200);

  it('needs nothing but the text that is being written, and stores nothing', async () => {
    const answer = await walked({ source: SOURCE, data: DATA, acts: [{ type: 'result', id: 'order' }] });
    expect(answer).toMatchObject({ version: null, refused: null, place: [{ step: 'checking.assess' }] });
    expect(answer.steps[0]?.actions.length).toBeGreaterThan(2);
    const { rows } = await test.db.pool.query('select 1 from sops union all select 1 from tickets');
    expect(rows).toEqual([]);
  });

  it('answers in the language of the caller', async () => {
    const { place } = await walked({ source: SOURCE, data: DATA }, 'refund-only', 'zh-CN');
    expect(place[0]?.title).toMatch(/\p{Script=Han}/u);
  });

  it('takes the draft, else the newest version, or the version that is asked for', async () => {
    expect((await simulate({ data: DATA })).status).toBe(404);
    await putDraft(SOURCE);
    expect(await walked({ data: DATA })).toMatchObject({ version: null });
    await publish();
    expect(await walked({ data: DATA })).toMatchObject({ version: 1 });
    const renamed = SOURCE.replace('en: Refund only,', 'en: Refunds only,');
    await putDraft(renamed);
    expect(await walked({ data: DATA })).toMatchObject({ version: null });
    expect(await walked({ data: DATA, version: 1 })).toMatchObject({ version: 1 });
    expect((await simulate({ data: DATA, version: 2 })).status).toBe(404);
  });

  it('starts when it is told to', async () => {
    const start = '2026-03-02T01:00:00+08:00';
    const acts = [{ type: 'wait', for: 'PT2H' }];
    expect(await walked({ source: SOURCE, data: DATA, start, acts })).toMatchObject({
      now: '2026-03-01T19:00:00.000Z',
    });
  });

  it.each<[string, object, number, string]>([
    ['intake data that do not fit', { source: SOURCE, data: { orderId: 'x' } }, 422, 'invalid-form'],
    ['a text that is no SOP', { source: 'id: 7' }, 422, 'sop-unreadable'],
    [
      'a text with another id',
      { source: SOURCE.replace('id: refund-only', 'id: other') },
      422,
      'sop-id-mismatch',
    ],
    ['an act without what it needs', { source: SOURCE, acts: [{ type: 'event' }] }, 422, 'invalid-body'],
    ['an act of no known type', { source: SOURCE, acts: [{ type: 'jump' }] }, 422, 'invalid-body'],
    ['acts that are none', { source: SOURCE, acts: ['x', null] }, 422, 'invalid-body'],
    ['a start that is no moment', { source: SOURCE, start: 'tomorrow' }, 422, 'invalid-body'],
  ])('refuses %s', async (_, body, status, slug) => {
    const answer = await simulate(body);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([
      status,
      `urn:stepwise:problem:${slug}`,
    ]);
  });

  it('refuses a text that can be read but not run, with the reason', async () => {
    const broken = SOURCE.replace('actor.id != context.requestedBy', "'1 +'");
    const { status, body } = await simulate({ source: broken, data: DATA });
    expect([status, (body as { type: string }).type]).toEqual([422, 'urn:stepwise:problem:sop-not-runnable']);
  });
});
