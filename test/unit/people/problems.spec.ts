import { describe, expect, it } from '@jest/globals';
import {
  ExpiredToken,
  Forbidden,
  NoAccessRule,
  SetupRefused,
  TooManyTries,
  Unauthenticated,
  WrongCredentials,
} from '../../../src/people/access/access-problems.js';
import {
  DuplicateEmail,
  DuplicateTeam,
  LastAdmin,
  UnknownTeam,
  UnknownUser,
} from '../../../src/people/common/people-problems.js';
import type { Problem } from '../../../src/problems/problem.js';

const all: Problem[] = [
  new Unauthenticated(),
  new ExpiredToken(),
  new WrongCredentials(),
  new Forbidden('tickets.cancel'),
  new NoAccessRule(),
  new TooManyTries(61_000),
  new SetupRefused(),
  new UnknownUser('x'),
  new UnknownTeam('x'),
  new DuplicateEmail('lin@shop.example'),
  new DuplicateTeam('after-sales'),
  new LastAdmin(),
];

describe('problems of people', () => {
  it.each(all.map((problem) => [problem.slug, problem] as const))(
    '%s is worded in both languages',
    (_, problem) => {
      for (const text of [problem.title, problem.detail]) {
        expect(text.en).toMatch(/^[\x20-\x7e…]+$/);
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it('a refusal names the act and the roles that may', () => {
    const problem = new Forbidden('tickets.cancel');
    expect(problem.status).toBe(403);
    expect(problem.facts).toEqual({ act: 'tickets.cancel', roles: ['lead', 'admin'] });
    expect(problem.detail.en).toContain('lead, admin');
    expect(problem.detail['zh-CN']).toContain('组长、管理员');
  });

  it('too many tries say in whole seconds how long to wait, at least one', () => {
    expect(new TooManyTries(61_001).headers).toEqual({ 'retry-after': '62' });
    expect(new TooManyTries(0).headers).toEqual({ 'retry-after': '1' });
  });
});
