import { describe, expect, it } from '@jest/globals';
import { renderProblem } from '../../../src/problems/render.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import { findUnstorable } from '../../../src/problems/storable.js';

const many = (n: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${String(i)}`, i]));

describe('what a body may hold', () => {
  it('has a thousand fields at most, each object', () => {
    expect(findUnstorable(many(1_000))).toEqual([]);
    expect(findUnstorable(many(90_000))).toEqual([
      { pointer: '', message: expect.objectContaining({ en: 'has more than 1000 fields' }) },
    ]);
    expect(findUnstorable({ customer: many(1_001) })).toMatchObject([{ pointer: '/customer' }]);
  });

  it('has twenty thousand values at most', () => {
    expect(findUnstorable({ data: Array.from({ length: 19_000 }, () => 1) })).toEqual([]);
    expect(findUnstorable({ data: Array.from({ length: 400_000 }, () => 1) })).toMatchObject([
      { pointer: '', message: { en: 'holds more than 20000 values in all' } },
    ]);
  });

  it('is told about with fifty errors at most, and how many more there are', () => {
    const errors = Array.from({ length: 120 }, (_, n) => ({
      pointer: `/${String(n)}`,
      message: { en: 'wrong', 'zh-CN': '错误' },
    }));
    const body = renderProblem(new InvalidBody(errors), 'en');
    expect(body.errors).toHaveLength(50);
    expect(body.moreErrors).toBe(70);
    expect(renderProblem(new InvalidBody(errors.slice(0, 50)), 'en')).not.toHaveProperty('moreErrors');
  });
});
