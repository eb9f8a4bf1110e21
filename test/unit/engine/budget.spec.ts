import { describe, expect, it } from '@jest/globals';
import { spend, TooCostly, withBudget, withinBudget } from '../../../src/engine/common/budget.js';

const work = (steps: number) => () => {
  for (let n = 0; n < steps; n += 1) spend(1);
  return steps;
};

describe('budgets of steps', () => {
  it('let through what stays within them, and say what does not', () => {
    expect(withBudget('this', 10, work(10))).toBe(10);
    expect(() => withBudget('this', 10, work(11))).toThrow('this takes more than 10 steps');
    expect(() => withBudget('this', 10, work(11))).toThrow(TooCostly);
  });

  it('are not fooled by work that swallows the error', () => {
    const swallowing = (): string => {
      try {
        return String(work(100)());
      } catch {
        return 'went on';
      }
    };
    expect(() => withBudget('this', 10, swallowing)).toThrow(TooCostly);
    expect(withinBudget(10, swallowing)).toBe('went on');
  });

  it('leave an error of the work as it is', () => {
    const failing = (): never => {
      throw new RangeError('of the work');
    };
    expect(() => withBudget('this', 10, failing)).toThrow('of the work');
  });

  it('are paid for by what lies around them', () => {
    const three = (): number => withBudget('a part', 10, work(8)) + withBudget('a part', 10, work(8));
    expect(withBudget('the whole', 16, three)).toBe(16);
    expect(() => withBudget('the whole', 15, three)).toThrow('the whole takes');
  });

  it('break the whole when a part finds it used up, even where the part is forgiven', () => {
    const forgiving = (): number => {
      for (let n = 0; n < 5; n += 1) {
        try {
          withBudget('a part', 10, work(8));
        } catch {
          // As a guard that cannot be evaluated is closed.
        }
      }
      return 1;
    };
    expect(() => withBudget('the whole', 20, forgiving)).toThrow('the whole takes');
    expect(withBudget('the whole', 40, forgiving)).toBe(1);
  });

  it('do not break the whole by a part that used up its own', () => {
    const forgiving = (): number => {
      try {
        return withBudget('a part', 10, () => {
          spend(1_000_000);
          return 0;
        });
      } catch {
        return 1;
      }
    };
    expect(withBudget('the whole', 20, forgiving)).toBe(1);
  });

  it('outside of them nothing is counted', () => {
    expect(withinBudget(1, () => 'over')).toBe('over');
    expect(work(1_000)()).toBe(1_000);
  });
});
