import { describe, expect, it } from '@jest/globals';
import { Chance } from '../../../src/demo/chance.js';
import { drawArrivals, whenAwake } from '../../../src/demo/rhythm.js';
import { shopClock } from '../../../src/demo/shanghai.js';
import { planStories } from '../../../src/demo/stories.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TO = Date.parse('2026-11-22T03:00:00Z');

describe('chance', () => {
  it('the same seed and name give the same draws, another name gives others', () => {
    const draw = (seed: number, name: string) => {
      const chance = new Chance(seed, name);
      return Array.from({ length: 20 }, () => chance.unit());
    };
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
  });

  it('half of the log-normal draws are below the median', () => {
    const chance = new Chance(1, 'median');
    const below = Array.from({ length: 4000 }, () => chance.around(10, 0.8)).filter((x) => x < 10).length;
    expect(below / 4000).toBeGreaterThan(0.46);
    expect(below / 4000).toBeLessThan(0.54);
  });
});

describe('the rhythm of the shop', () => {
  const arrivals = drawArrivals(new Chance(1, 'test'), 8000, TO - 14 * DAY, TO);

  it('arrivals lie in the asked range, in order', () => {
    expect(arrivals).toHaveLength(8000);
    expect(arrivals[0]).toBeGreaterThanOrEqual(TO - 14 * DAY);
    expect(arrivals.at(-1)).toBeLessThan(TO);
    expect([...arrivals].sort((a, b) => a - b)).toEqual(arrivals);
  });

  it('late morning and evening are the busiest, the night is quiet', () => {
    const share = (from: number, to: number) =>
      arrivals.filter((at) => shopClock(at).hour >= from && shopClock(at).hour < to).length / (to - from);
    expect(share(10, 12)).toBeGreaterThan(share(13, 18) * 1.3);
    expect(share(20, 22)).toBeGreaterThan(share(13, 18) * 1.3);
    expect(share(2, 6)).toBeLessThan(share(13, 18) * 0.2);
  });

  it('nobody writes in their sleep', () => {
    const chance = new Chance(1, 'sleep');
    for (let at = TO; at < TO + 2 * DAY; at += HOUR / 2) {
      const awake = whenAwake(chance, at);
      expect(awake).toBeGreaterThanOrEqual(at);
      expect(awake - at).toBeLessThan(12 * HOUR);
      expect(shopClock(awake).hour).toBeGreaterThanOrEqual(7.5);
      expect(shopClock(awake).hour).toBeLessThan(23.5);
    }
  });
});

describe('stories', () => {
  const stories = planStories(7, 1500, TO - 14 * DAY, TO, 45);

  it('the same seed tells the same stories', () => {
    expect(planStories(7, 1500, TO - 14 * DAY, TO, 45)).toEqual(stories);
    expect(planStories(8, 1500, TO - 14 * DAY, TO, 45)).not.toEqual(stories);
  });

  it('most customers write Chinese, and every procedure has its share', () => {
    const chinese = stories.filter(({ customer }) => customer.lang === 'zh-CN').length / stories.length;
    expect(chinese).toBeGreaterThan(0.75);
    expect(chinese).toBeLessThan(0.85);
    for (const sop of ['refund-only', 'return-refund', 'exchange', 'complaint', 'parcel-late'])
      expect(stories.filter((s) => s.sop === sop).length).toBeGreaterThan(60);
  });

  it('so many of them begin in the last hours that something waits at the end', () => {
    expect(stories.filter(({ at }) => at > TO - 5 * HOUR).length).toBeGreaterThanOrEqual(45);
  });
});
