import { describe, expect, it } from '@jest/globals';
import type { Text } from '../../../src/engine/common/text.js';
import { AllowedMethods } from '../../../src/problems/allowed-methods.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import { Problem } from '../../../src/problems/problem.js';
import { langOf } from '../../../src/problems/problem.filter.js';
import { renderProblem } from '../../../src/problems/render.js';
import { findUnstorable } from '../../../src/problems/storable.js';
import { kind } from '../../../src/words/kind.js';

class Closed extends Problem {
  readonly kind = kind('closed', 409, 'Closed', '已关闭');
  readonly detail: Text = { en: 'Not now.', 'zh-CN': '暂时不行。' };
  override readonly hint: Text = { en: 'POST /open first.', 'zh-CN': '请先 POST /open。' };
  override readonly facts = {
    status: 200,
    currentVersion: 4,
    accepted: [{ event: 'PAY', why: { en: 'too much', 'zh-CN': '金额过大' } }],
  };
}

describe('a problem', () => {
  it('is told in one language, the texts among its facts too', () => {
    expect(renderProblem(new Closed(), 'zh-CN')).toEqual({
      type: 'urn:stepwise:problem:closed',
      title: '已关闭',
      status: 409,
      detail: '暂时不行。',
      hint: '请先 POST /open。',
      currentVersion: 4,
      accepted: [{ event: 'PAY', why: '金额过大' }],
    });
  });

  it('carries its errors with pointers', () => {
    const error = { pointer: '/email', message: { en: 'is required', 'zh-CN': '为必填项' } };
    expect(renderProblem(new InvalidBody([error]), 'en').errors).toEqual([
      { pointer: '/email', message: 'is required' },
    ]);
  });
});

describe('the language of a problem', () => {
  const request = { method: 'GET', url: '/', headers: {} };

  it('is what the header asks for, else the person’s own, else English', () => {
    const person = { lang: 'zh-CN' };
    expect(langOf({ ...request, headers: { 'accept-language': 'en-GB' }, person })).toBe('en');
    expect(langOf({ ...request, headers: { 'accept-language': 'fr, *' }, person })).toBe('zh-CN');
    expect(langOf({ ...request, person })).toBe('zh-CN');
    expect(langOf(request)).toBe('en');
  });
});

describe('methods of an address', () => {
  it('are found by its pattern', () => {
    const methods = new AllowedMethods();
    methods.add(['GET', 'HEAD'], '/api/tickets/:id');
    methods.add('POST', '/api/tickets/:id/events');
    expect(methods.of('/api/tickets/7?x=1')).toEqual(['GET', 'HEAD']);
    expect(methods.of('/api/tickets/7/events')).toEqual(['POST']);
    expect(methods.of('/api/tickets/7/nothing')).toEqual([]);
    expect(methods.of('/apixtickets/7')).toEqual([]);
    expect(methods.of('/%61pi/tickets/a%2Fb')).toEqual(['GET', 'HEAD']);
    expect(methods.of('/api/tickets/%zz/events')).toEqual(['POST']);
  });
});

describe('what cannot be stored', () => {
  it('is found wherever it hides, with a pointer', () => {
    const found = findUnstorable({ a: ['fine', 'x\0'], 'b/~': { c: '\ud800' }, d: { 'e\0': 1 } });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/a/1', '/b~1~0/c', '/d']);
  });

  it('does not include whole surrogate pairs and strange but valid text', () => {
    expect(findUnstorable(['😀', '田中さん', '\u202e', "'; drop table tickets", '\u0001'])).toEqual([]);
  });

  it('includes nesting without end, without exhausting the stack', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
    expect(findUnstorable(deep)).toHaveLength(1);
  });
});
