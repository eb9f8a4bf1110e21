import { describe, expect, it } from '@jest/globals';
import { benchAll, runInTurn } from '../../bench/all.js';
import { thisMachine } from '../../bench/shared/machine.js';
import { BENCH_NAMES } from '../../bench/table/results.js';
import { SAMPLES } from './samples.js';

describe('all benches', () => {
  it('go on when one fails, and say so', async () => {
    const begun: string[] = [];
    const { results, failed } = await runInTurn(BENCH_NAMES, async (name) => {
      begun.push(name);
      if (name === 'lost') throw new Error('no room left');
      return { date: '2026-12-01', machine: thisMachine(), result: SAMPLES[name] };
    });
    expect(begun).toEqual(BENCH_NAMES);
    expect(failed).toEqual(['lost']);
    expect(Object.keys(results)).toEqual(BENCH_NAMES.filter((name) => name !== 'lost'));
  });

  it('refuse a name that is none before anything is run', async () => {
    expect(await benchAll(['--only=crash,crush'])).toBe(2);
  });
});
