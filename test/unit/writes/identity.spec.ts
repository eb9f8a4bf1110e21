import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { identityOf } from '../../../src/writes/identity.js';
import fc from '../../support/fast-check.js';

const hashed = (body: unknown): string =>
  identityOf({ method: 'POST', url: '/api/users', headers: {}, body }, 'lin').bodyHash;

/** Bodies with names of secrets at any depth, as fields and as texts. */
const { body } = fc.letrec((tie) => ({
  body: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>('x', 7, null, '"token":', 'password'),
    tie('fields'),
    tie('list'),
  ),
  fields: fc.dictionary(
    fc.constantFrom('password', 'current', 'token', 'tokens', 'name', '"token'),
    tie('body'),
  ),
  list: fc.array(tie('body'), { maxLength: 3 }),
}));

describe('the hash of a request', () => {
  it('covers everything but the texts of secrets', () => {
    expect(hashed({ name: 'a' })).not.toBe(hashed({ name: 'b' }));
    expect(hashed({ user: { password: 'a' } })).toBe(hashed({ user: { password: 'b' } }));
    expect(hashed({ password: ['a'] })).not.toBe(hashed({ password: ['b'] }));
    expect(hashed({ tokens: 'a' })).not.toBe(hashed({ tokens: 'b' }));
  });

  it('is that of its JSON with the secrets taken out, whatever it holds', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const said = JSON.stringify(['POST', '/api/users', sent ?? null], (name, value: unknown) =>
          ['password', 'current', 'token'].includes(name) && typeof value === 'string' ? null : value,
        );
        expect(hashed(sent)).toBe(createHash('sha256').update(said).digest('hex'));
      }),
    );
  });
});
