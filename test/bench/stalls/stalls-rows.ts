import type { Fact } from '../table/fact.js';
import { count, durations } from '../table/format.js';
import type { AttackFigures, StallsResult } from './stalls.js';

type Family = AttackFigures['family'];

/** What README says of it: each attack by its name, but for the endless bodies, of which the worst stand for all. */
export function stallsRows({ repeats, attacks }: StallsResult): Fact[] {
  const titles: Record<Exclude<Family, 'endless'>, string> = {
    request: `worst event-loop delay of ${count(repeats)}, aim ≤ 100 ms: `,
    check: '`/sops/check` of ',
    walk: 'walks: ',
    data: 'data of tickets: ',
  };
  const of = (family: string): AttackFigures[] => attacks.filter((one) => one.family === family);
  const alone = of('endless').filter(({ times }) => times === 1);
  const atOnce = of('endless').filter(({ times }) => times > 1);
  return [
    ...Object.entries(titles).map(([family, title]) => ({
      figure: title + of(family).map(nameOf).join(' / '),
      value: durations(...of(family).map(({ worstLoopDelayMs }) => worstLoopDelayMs)),
    })),
    {
      figure: `bodies of up to 1 MiB without an end, at three doors: one / ${count(atOnce[0]?.times ?? null)} at once`,
      value: `at most ${durations(worst(alone), worst(atOnce))}`,
    },
  ];
}

function nameOf({ attack, answer }: AttackFigures): string {
  return answer.startsWith('4') || answer.startsWith('cut off') ? `${attack} (refused)` : attack;
}

function worst(attacks: AttackFigures[]): number {
  return Math.max(...attacks.map(({ worstLoopDelayMs }) => worstLoopDelayMs));
}
