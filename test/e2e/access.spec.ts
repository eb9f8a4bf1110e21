import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE } from '../../src/people/access/access.decorators.js';
import { ACTS, rolesFor } from '../../src/people/access/access.js';
import type { Act } from '../../src/people/access/access.js';
import { Accounts } from '../../src/people/accounts/accounts.service.js';
import type { Person, Role } from '../../src/people/common/model.js';
import { ROLES } from '../../src/people/common/model.js';
import { PeopleService } from '../../src/people/people.service.js';
import { Sessions } from '../../src/people/sessions/sessions.service.js';
import { startTestApp, type TestApp } from '../support/app.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];
type Rule = { public: true } | { act: Act; roles: Role[] };
interface Operation {
  'x-access'?: Rule;
  'x-asks-again'?: true;
  security?: Record<string, unknown>[];
  summary?: string;
  responses: Record<string, unknown>;
}
interface Endpoint {
  name: string;
  method: Method;
  path: string;
  operation: Operation;
}

const HOUR = 3_600_000;
let app: TestApp;
let endpoints: Endpoint[];
const people = new Map<Role, Person>();

beforeAll(async () => {
  app = await startTestApp();
  for (const role of ROLES) {
    const user = { email: `${role}@walk`, name: `${role} on a walk`, password: 'long-enough', roles: [role] };
    people.set(role, await app.app.get(PeopleService).createUser(user));
  }
  const { body } = await app.http.get('/api/openapi.json').expect(200);
  const paths = body.paths as Record<string, Partial<Record<Method, Operation>>>;
  endpoints = Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      return operation ? [{ name: `${method.toUpperCase()} ${path}`, method, path, operation }] : [];
    }),
  );
});
afterAll(() => app.close());

interface Answer {
  name: string;
  status: number;
  type: string | undefined;
}

/** Sends a body as it is to an endpoint; parameters of the path are filled with something that does not exist. */
async function send(
  endpoint: Endpoint,
  token: string | null,
  body?: string,
  parameter = '0',
): Promise<Answer> {
  const { name, method, path } = endpoint;
  const url = path.replace(/\{[^}]+\}/g, parameter);
  let call = app.http[method](url);
  if (token !== null) call = call.set('Authorization', `Bearer ${token}`);
  if (body !== undefined && method !== 'get') call = call.set('Content-Type', 'application/json').send(body);
  const { status, body: answer } = await call;
  return { name, status, type: (answer as { type?: string } | null)?.type };
}

/** A token for the session as it is now; one of the endpoints ends all sessions. */
async function tokenOf(role: Role, signedInAt = app.clock.now()): Promise<string> {
  const id = people.get(role)?.id ?? '';
  const account = await app.app.get(Accounts).account(id);
  const from = { ip: '127.0.0.1', device: '' };
  const { accessToken } = await app.app.get(Sessions).begin(id, account?.generation ?? -1, from, signedInAt);
  return accessToken;
}

const ruleOf = ({ operation }: Endpoint): Rule | undefined => operation['x-access'];
const isPublic = (endpoint: Endpoint): boolean => {
  const rule = ruleOf(endpoint);
  return rule !== undefined && 'public' in rule;
};

describe('every endpoint declares who may use it', () => {
  it('in the OpenAPI document, with an act of the table and the roles that the table names', () => {
    expect(endpoints.length).toBeGreaterThan(20);
    const wrong = endpoints.filter((endpoint) => {
      const rule = ruleOf(endpoint);
      if (!rule) return true;
      if ('public' in rule) return false;
      return !ACTS.includes(rule.act) || JSON.stringify(rule.roles) !== JSON.stringify(rolesFor(rule.act));
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('and names the bearer token there unless it is public', () => {
    const wrong = endpoints.filter((endpoint) => {
      const bearer = (endpoint.operation.security ?? []).some((one) => 'bearer' in one);
      return bearer === isPublic(endpoint);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('those that the document leaves out too', () => {
    const without: string[] = [];
    let found = 0;
    for (const module of app.app.get(ModulesContainer).values()) {
      for (const { metatype } of module.controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const prototype = metatype.prototype as Record<string, unknown>;
        for (const key of Object.getOwnPropertyNames(prototype)) {
          const handler = prototype[key];
          if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
          found += 1;
          const ruled =
            Reflect.hasMetadata(ACCESS_RULE, handler) || Reflect.hasMetadata(ACCESS_RULE, metatype);
          if (!ruled) without.push(`${metatype.name}.${key}`);
        }
      }
    }
    expect(found).toBeGreaterThanOrEqual(endpoints.length);
    expect(without).toEqual([]);
  });

  it('only signing in, set-up, what this is, the format of SOPs, health and metrics are public', () => {
    const known =
      /^(POST \/api\/auth\/(login|setup)|GET \/(api\/(about|sop\.schema\.json)|health\/(live|ready)|metrics))$/;
    const surprising = endpoints.filter((endpoint) => isPublic(endpoint) && !known.test(endpoint.name));
    expect(surprising.map(({ name }) => name)).toEqual([]);
  });
});

describe('every endpoint keeps to what it declares', () => {
  it.each(ROLES)('for the role %s', async (role) => {
    const wrong: (Answer & { expected: string })[] = [];
    for (const endpoint of endpoints) {
      const rule = ruleOf(endpoint);
      const allowed = rule !== undefined && ('public' in rule || rule.roles.includes(role));
      const answer = await send(endpoint, await tokenOf(role), '{}');
      const refused = answer.status === 401 || answer.status === 403;
      const asExpected = allowed
        ? !refused
        : answer.status === 403 && answer.type === 'urn:stepwise:problem:forbidden';
      if (!asExpected || answer.status >= 500)
        wrong.push({ ...answer, expected: allowed ? 'let in' : '403' });
    }
    expect(wrong).toEqual([]);
  });

  it('and asks for the password again before sensitive acts, which are all that change people', async () => {
    const isSensitive = (endpoint: Endpoint): boolean => {
      const rule = ruleOf(endpoint);
      return rule !== undefined && 'act' in rule && rule.act === 'people.manage' && endpoint.method !== 'get';
    };
    const marked = endpoints.filter(({ operation }) => operation['x-asks-again']);
    expect(marked).toEqual(endpoints.filter(isSensitive));
    expect(marked.length).toBeGreaterThanOrEqual(7);
    const wrong: unknown[] = [];
    for (const endpoint of endpoints) {
      const answer = await send(endpoint, await tokenOf('admin', app.clock.now() - 11 * 60_000), '{}');
      const asked = answer.type === 'urn:stepwise:problem:reauthentication-required';
      if (asked !== isSensitive(endpoint) || (asked && answer.status !== 403)) wrong.push(answer);
    }
    expect(wrong).toEqual([]);
  });

  it('for nobody, for garbage, and for an expired token', async () => {
    const expired = await tokenOf('admin', app.clock.now() - 13 * HOUR);
    const tokens: [string, string | null, string][] = [
      ['nobody', null, 'unauthenticated'],
      ['garbage', 'garbage', 'unauthenticated'],
      ['an unsigned token', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"admin"}')}.`, 'unauthenticated'],
      ['a cut token', (await tokenOf('admin')).slice(0, -3), 'unauthenticated'],
      ['an expired token', expired, 'expired-token'],
    ];
    const wrong: unknown[] = [];
    for (const endpoint of endpoints) {
      for (const [who, token, slug] of tokens) {
        const answer = await send(endpoint, token, '{}');
        const refused = answer.status === 401 || answer.status === 403;
        const asExpected = isPublic(endpoint)
          ? !refused
          : answer.status === 401 && answer.type === `urn:stepwise:problem:${slug}`;
        if (!asExpected || answer.status >= 500) wrong.push({ ...answer, who });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('no empty or strange request makes the server fail', () => {
  it.each([
    undefined,
    '',
    '{}',
    '[]',
    'null',
    '""',
    '0',
    '{',
    '{"__proto__":{}}',
    '{"constructor":{"prototype":{}}}',
  ])('body %j', async (body) => {
    const failed: Answer[] = [];
    for (const endpoint of endpoints) {
      const answer = await send(endpoint, await tokenOf('admin'), body);
      if (answer.status >= 500) failed.push(answer);
    }
    expect(failed).toEqual([]);
  });

  it.each([
    '-1',
    'x',
    '%00',
    '%ED%A0%80',
    '%E0',
    '9'.repeat(40),
    'a'.repeat(300),
    '..%2f..',
    "'",
    '%F0%9F%98%80',
    '1e9',
  ])('path parameter %j', async (parameter) => {
    const failed: Answer[] = [];
    for (const endpoint of endpoints) {
      if (!endpoint.path.includes('{')) continue;
      const answer = await send(endpoint, await tokenOf('admin'), '{}', parameter);
      if (answer.status >= 500) failed.push(answer);
    }
    expect(failed).toEqual([]);
  });
});
