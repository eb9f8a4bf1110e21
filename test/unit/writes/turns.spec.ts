import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../src/writes/turns.js';

/** Something that runs until it is told to end. */
function task(log: string[], name: string): { run: () => Promise<string>; end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const run = async (): Promise<string> => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

describe('turns', () => {
  it('are taken one after the other on one thing, and at once on others', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const [a, b, other] = [task(log, 'a'), task(log, 'b'), task(log, 'other')];
    const all = [turns.take(['1'], a.run), turns.take(['1', '2'], b.run), turns.take(['3'], other.run)];
    other.end();
    b.end();
    await all[2];
    a.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'other']);
    expect(log).toEqual(['a begins', 'other begins', 'other ends', 'a ends', 'b begins', 'b ends']);
  });

  it('are not waited for too long; who gives up lets nobody pass', async () => {
    const turns = new Turns(30);
    const log: string[] = [];
    const [a, b, c] = [task(log, 'a'), task(log, 'b'), task(log, 'c')];
    const first = turns.take(['1'], a.run);
    await expect(turns.take(['1'], b.run)).rejects.toMatchObject({ slug: 'database-busy' });
    c.end();
    const third = turns.take(['1'], c.run);
    // Room for a wrong one to run.
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['a begins']);
    a.end();
    expect(await Promise.all([first, third])).toEqual(['a', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'c begins', 'c ends']);
  });

  it('go on after one that failed', async () => {
    const turns = new Turns();
    const failed = turns.take(['1'], () => Promise.reject(new Error('no')));
    const next = turns.take(['1'], () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
