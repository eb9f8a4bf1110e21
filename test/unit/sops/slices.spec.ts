import { describe, expect, it } from '@jest/globals';
import type { InPieces } from '../../../src/engine/index.js';
import { Slices } from '../../../src/sops/slices.js';

function* work(name: string, pieces: number, done: string[]): InPieces<string> {
  for (let i = 0; i < pieces; i += 1) {
    done.push(name);
    yield;
  }
  return name;
}

describe('work in slices', () => {
  it('gives the loop back when a slice is over, and does small pieces in one slice', async () => {
    let ms = 0;
    const slow = new Slices(() => (ms += 10));
    expect(await slow.run(work('a', 5, []))).toBe('a');
    expect(slow.count).toBe(6);
    const quick = new Slices(() => 0);
    expect(await quick.run(work('a', 5, []))).toBe('a');
    expect(quick.count).toBe(1);
  });

  it('works of the same moment take turns, none in the turn of another', async () => {
    let ms = 0;
    const slices = new Slices(() => (ms += 10));
    const done: string[] = [];
    await Promise.all([slices.run(work('a', 3, done)), slices.run(work('b', 3, done))]);
    expect(done).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  it('what fails is told, and the next work goes on', async () => {
    const slices = new Slices();
    const failing = work('a', 1, {
      push: () => {
        throw new Error('broken');
      },
    } as unknown as string[]);
    await expect(slices.run(failing)).rejects.toThrow('broken');
    expect(await slices.run(work('b', 1, []))).toBe('b');
  });
});
