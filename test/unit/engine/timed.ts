import { readFileSync } from 'node:fs';
import { parseSop } from '../../../src/engine/format/parse.js';

const ORDINARY = readFileSync(new URL('../../../workflows/complaint.yaml', import.meta.url), 'utf8');
const ROUNDS = 5;

/** What the work costs the processor, in ms: not what other processes are busy with. */
function cost<T>(act: () => T): { result: T; ms: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1_000 };
}

const readOrdinary = (): number => cost(() => parseSop(ORDINARY)).ms;
const usual = Math.min(...Array.from({ length: ROUNDS }, readOrdinary));

/**
 * Does the work, and says whether it costs more than reading that many ordinary SOPs. A machine that is slow for a
 * moment is slow for both: the work is slow only if it is in every round, against what was usual and what is now.
 */
export function timed<T>(sops: number, act: () => T): { result: T; isSlow: boolean } {
  for (let round = 1; ; round += 1) {
    const { result, ms } = cost(act);
    if (ms <= sops * usual || ms <= sops * readOrdinary()) return { result, isSlow: false };
    if (round === ROUNDS) return { result, isSlow: true };
  }
}
