import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../../src/engine/check/check.js';
import type { SopDefinition, TransitionDef } from '../../../src/engine/common/model.js';
import { Truths } from '../../../src/engine/cel/truths.js';
import { end, go, guard, sopOf, step } from '../../support/large-sops.js';

describe('what follows from what is known', () => {
  const follows = (known: Record<string, boolean>, asked: string): boolean | null => {
    const truths = new Truths();
    for (const [expr, value] of Object.entries(known)) truths.learn(expr, value);
    return truths.judge(asked);
  };

  it.each<[known: Record<string, boolean>, asked: string, answer: boolean | null]>([
    [{ 'context.a': true }, '!context.a', false],
    [{ '!(context.a)': true }, 'context.a', false],
    [{ 'context.n > 5': true }, 'context.n<=5', false],
    [{ 'context.n == 1': false }, 'context.n != 1', true],
    // Neither holds for what is no number.
    [{ 'context.n > 5': false }, 'context.n <= 5', null],
    [{ 'context.n > 5': true }, 'context.n > 6', null],
    [{ 'context.a && context.b': true }, 'context.b', true],
    [{ 'context.a && context.b': false }, 'context.b', null],
    [{ 'context.a || context.b': false }, 'context.a && context.c', false],
    [{ 'context.a': true }, 'context.b || context.a', true],
    [{ 'context.a': true }, 'context.b && context.a', null],
    [{ 'context.s == "1"': true }, 'context.s != 1', null],
    [{}, '!false', true],
    [{ 'context.a ==': true }, 'context.a ==', null],
  ])('from %o for %s: %s', (known, asked, answer) => {
    expect(follows(known, asked)).toBe(answer);
  });
});

describe('a round of transitions that are taken by themselves', () => {
  const set = (value: string): TransitionDef['actions'] => ({
    type: 'assign',
    params: { set: { n: value } },
  });
  const round = (there: string, back: string, actions?: TransitionDef['actions']): SopDefinition =>
    sopOf('a', {
      a: step({ GO: go('there') }),
      there: { always: [{ target: 'back', guard: guard(there) }, { target: 'a' }] },
      back: {
        always: [{ target: 'there', guard: guard(back), ...(actions && { actions }) }, { target: 'end' }],
      },
      end,
    });
  const found = (sop: SopDefinition): string[] =>
    checkDefinition(sop).flatMap(({ code, severity }) => (code === 'endless-always' ? [severity] : []));

  it.each([
    ['context.n > 5', '!(context.n > 5)'],
    ['context.n > 5', 'context.n <= 5'],
    ['context.n == 5', 'context.n != 5 && ticket.tier == 1'],
    ['context.n == 5 && ticket.tier == 1', 'ticket.tier != 1'],
  ])('is none when %s leads there and %s leads back', (there, back) => {
    expect(found(round(there, back))).toEqual([]);
  });

  it.each([
    ['context.n > 5', 'context.n > 5'],
    ['context.n > 5', 'context.n <= 7'],
    ['context.n == 5 || ticket.tier == 1', 'context.n != 5'],
  ])('is one when %s leads there and %s leads back', (there, back) => {
    expect(found(round(there, back))).toEqual(['error']);
  });

  it('may be one when something on it changes what is asked', () => {
    expect(found(round('context.n > 5', 'context.n <= 5', set('10 - context.n')))).toEqual(['warning']);
  });

  it('is none by what must have failed before', () => {
    const sop = round('context.n > 5', 'true');
    const back = sop.states['back'];
    if (back) back.always = [{ target: 'end', guard: guard('context.n > 5') }, { target: 'there' }];
    expect(found(sop)).toEqual([]);
  });
});
