import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the edge of the server', () => {
  let stepwise: TestApp;

  beforeAll(async () => {
    stepwise = await startTestApp({ bodyLimitBytes: 64 * 1024 });
  });

  afterAll(() => stepwise.close());

  const login = '/api/auth/login';

  it('is alive and ready once database, migrations and queue are there', async () => {
    expect((await stepwise.http.get('/health/live')).status).toBe(200);
    const { status, body } = await stepwise.http.get('/health/ready');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        status: 'ready',
        checks: { database: true, migrations: true, storage: true, queue: true },
        warnings: [],
      },
    });
  });

  it('gives Prometheus its figures, counted by route pattern', async () => {
    await stepwise.http.get('/health/live');
    const { text } = await stepwise.http.get('/metrics');
    expect(text).toContain('stepwise_outbox_unqueued 0');
    expect(text).toMatch(/stepwise_http_request_seconds_count\{.*route="\/health\/live".*\} [1-9]/);
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const { body } = await stepwise.http.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/health/ready', login]));
    const docs = await stepwise.http.get('/api/docs');
    expect(docs.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('lets no script from elsewhere run', async () => {
    const { headers } = await stepwise.http.get('/api/docs');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['an unknown address', 'get', '/api/nothing', 404, 'unknown-route'],
    ['an unknown address outside of the API', 'get', '/nothing', 404, 'unknown-route'],
    ['another method', 'delete', login, 405, 'method-not-allowed'],
    ['an address that cannot be decoded', 'get', '/api/%zz', 400, 'bad-request'],
  ] as const)('answers %s with a problem', async (_, method, path, status, slug) => {
    const answer = await stepwise.http[method](path);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect({ status: answer.status, type: answer.body.type, inBody: answer.body.status }).toEqual({
      status,
      type: `urn:stepwise:problem:${slug}`,
      inBody: status,
    });
  });

  it('names the methods that an address takes', async () => {
    const { headers, body } = await stepwise.http.delete(login);
    expect(headers['allow']).toBe('POST');
    expect(body.accepted).toEqual(['POST']);
  });

  it.each([
    ['broken JSON', 'application/json', '{"email": "a@b.example",', 400, 'malformed-body'],
    ['no JSON at all', 'application/json', 'hello', 400, 'malformed-body'],
    ['an empty body', 'application/json', '', 422, 'invalid-body'],
    ['a field named __proto__', 'application/json', '{"__proto__": {"a": 1}}', 400, 'malformed-body'],
    ['XML', 'application/xml', '<a/>', 415, 'unsupported-media-type'],
    ['too much', 'application/json', JSON.stringify({ email: 'x'.repeat(70_000) }), 413, 'body-too-large'],
    ['a NUL character', 'application/json', '{"email":"a\\u0000","password":"b"}', 422, 'invalid-body'],
    ['half a surrogate pair', 'application/json', '{"email":"\\ud800","password":"b"}', 422, 'invalid-body'],
    [
      'nesting without end',
      'application/json',
      `{"email":${'['.repeat(7_000)}${']'.repeat(7_000)}}`,
      422,
      'invalid-body',
    ],
    ['an unknown field', 'application/json', '{"email":"a@b.c","password":"b","x":1}', 422, 'invalid-body'],
  ])('refuses %s and says what is wrong', async (_, type, body, status, slug) => {
    const answer = await stepwise.http.post(login).set('Content-Type', type).send(body);
    expect({ status: answer.status, type: answer.body.type }).toEqual({
      status,
      type: `urn:stepwise:problem:${slug}`,
    });
    expect(answer.body.detail).toEqual(expect.any(String));
  });

  it('says in the language asked for where the data does not fit', async () => {
    const answer = await stepwise.http
      .post(login)
      .set('Accept-Language', 'zh-CN')
      .send({ email: 'a@b.example', password: 'b', '~/x': 1 });
    expect(answer.headers['content-language']).toBe('zh-CN');
    expect(answer.body.title).toBe('提交的数据有误');
    expect(answer.body.errors).toEqual([{ pointer: '/~0~1x', message: '该请求没有此字段' }]);
  });
});
