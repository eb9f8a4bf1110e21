import { describe, expect, it } from '@jest/globals';
import { withoutSlowPatterns } from '../../../src/console/kit/schema-form/model';

const SLOW = '(a+)+$';

describe('a form as a page checks it', () => {
  it('leaves patterns that may take long to the server', () => {
    const properties = { a: { type: 'string', pattern: SLOW }, b: { type: 'string', pattern: '^[a-z]+$' } };
    expect(withoutSlowPatterns({ properties })).toEqual({
      properties: { a: { type: 'string' }, b: { type: 'string', pattern: '^[a-z]+$' } },
    });
  });

  it('leaves such patterns of names to the server too, and with them which names there may be', () => {
    const names = { [SLOW]: { type: 'string' }, '^b$': { type: 'string' } };
    expect(
      withoutSlowPatterns({ patternProperties: names, additionalProperties: false, minProperties: 1 }),
    ).toEqual({ minProperties: 1 });
    const quick = { patternProperties: { '^b$': { type: 'string' } }, additionalProperties: false };
    expect(withoutSlowPatterns(quick)).toEqual(quick);
  });
});
