import type { Chance } from './chance.js';
import { shopClock, shopMidnight } from './shanghai.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many customers write in each hour of the shop's day: late morning and the evening on the sofa. */
const BY_HOUR = [
  2.4, 1.2, 0.6, 0.4, 0.4, 0.6, 1.2, 2.2, 4.2, 6.5, 9.4, 9, 6.2, 6, 6.6, 6.6, 6, 5.2, 5, 6.4, 9.6, 8.8, 6, 4,
];
/** Sunday first. Monday brings what the weekend left over. */
const BY_WEEKDAY = [1.12, 1.15, 1, 0.96, 0.95, 1, 1.16];

/** How busy the instant is, relative to others. */
export function pressureAt(now: number): number {
  const { hour, weekday } = shopClock(now);
  return (BY_HOUR[Math.floor(hour)] ?? 0) * (BY_WEEKDAY[weekday] ?? 0);
}

/** `count` instants in [from, to), ascending, spread as the customers' days are. */
export function drawArrivals(chance: Chance, count: number, from: number, to: number): number[] {
  const hours: (readonly [number, number])[] = [];
  for (let hour = Math.floor(from / HOUR) * HOUR; hour < to; hour += HOUR) {
    const inside = Math.min(hour + HOUR, to) - Math.max(hour, from);
    hours.push([hour, pressureAt(hour) * inside]);
  }
  return Array.from({ length: count }, () => {
    const hour = chance.weighted(hours);
    return Math.floor(chance.between(Math.max(hour, from), Math.min(hour + HOUR, to)));
  }).sort((a, b) => a - b);
}

/** When a customer who would act at `at` really does: nobody writes to a shop in their sleep. */
export function whenAwake(chance: Chance, at: number): number {
  const { hour } = shopClock(at);
  if (hour >= 7.5 && hour < 23.5) return at;
  const midnight = shopMidnight(at) + (hour >= 23.5 ? DAY : 0);
  return Math.floor(midnight + chance.between(7.5, 10) * HOUR);
}
