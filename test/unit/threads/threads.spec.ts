import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Problem } from '../../../src/problems/problem.js';
import { taskOf } from '../../../src/threads/task.js';
import type { Task } from '../../../src/threads/task.js';
import { PLACES_EACH, Threads } from '../../../src/threads/threads.service.js';

const task = (name: string): Task<unknown, unknown> => taskOf(import.meta.url, 'endless.thread', name);
const facts = async (work: Promise<unknown>): Promise<Record<string, unknown>> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem: ${String(error)}`);
  const { slug, status, headers, facts: more, title } = error;
  expect(title['zh-CN']).toMatch(/\p{Script=Han}/u);
  return { slug, status, headers, ...more };
};

describe('the threads of heavy work', () => {
  let threads: Threads;
  beforeAll(() => {
    threads = new Threads({ threads: 1 });
  });
  afterAll(() => threads.onApplicationShutdown());

  it('answer what the work says', async () => {
    const value = { text: '文字', list: [1, null, { a: true }] };
    expect(await threads.run(task('echo'), value)).toEqual(value);
  });

  it('pass on the problem that the work found, and what it broke down of', async () => {
    expect(await facts(threads.run(task('refuse'), 'gone'))).toMatchObject({
      slug: 'unknown-sop',
      status: 404,
    });
    await expect(threads.run(task('breakDown'), 'a screw is loose')).rejects.toThrow('a screw is loose');
  });

  it('know none of the settings of the process', async () => {
    process.env['STEPWISE_TEST_SECRET'] = 'secret';
    expect(await threads.run(task('environment'), null)).not.toContain('STEPWISE_TEST_SECRET');
    delete process.env['STEPWISE_TEST_SECRET'];
  });

  it('leave the process free, and end work that nobody wants any more', async () => {
    const gone = new AbortController();
    const spinning = facts(threads.run(task('spin'), null, { signal: gone.signal }));
    // The only thread is held up; this line is not.
    const waiting = threads.run(task('echo'), 'next');
    gone.abort();
    expect(await spinning).toEqual({
      slug: 'broken-off',
      status: 503,
      reason: 'stopped',
      headers: { 'Retry-After': '5' },
    });
    expect(await waiting).toBe('next');
  });

  it('say nothing of what takes longer than anybody waits, only that there is no answer', async () => {
    expect(await facts(threads.run(task('spin'), null, { ms: 5 }))).toMatchObject({
      slug: 'broken-off',
      status: 503,
      reason: 'time',
    });
  });

  it('begin nothing for a caller who has gone already', async () => {
    const work = threads.run(task('spin'), null, { signal: AbortSignal.abort() });
    expect(await facts(work)).toMatchObject({ slug: 'broken-off', reason: 'stopped' });
  });

  it('refuse more than may wait', async () => {
    const gone = new AbortController();
    const { signal } = gone;
    const works = Array.from({ length: 40 }, () => facts(threads.run(task('spin'), null, { signal })));
    const first = await Promise.race(works);
    expect(first).toEqual({ slug: 'busy', status: 503, headers: { 'Retry-After': '2' } });
    gone.abort();
    const all = (await Promise.all(works)).map(({ slug }) => slug);
    // One at work, sixteen that wait for it.
    expect(all.filter((slug) => slug === 'broken-off')).toHaveLength(17);
    expect(all.filter((slug) => slug === 'busy')).toHaveLength(23);
  });

  it('give one person a few places, and the others to others', async () => {
    const gone = new AbortController();
    const ask = (by: string): Promise<Record<string, unknown>> =>
      facts(threads.run(task('spin'), null, { signal: gone.signal, by }));
    const mine = Array.from({ length: PLACES_EACH + 2 }, () => ask('ann'));
    expect(await Promise.race(mine)).toMatchObject({ slug: 'busy', status: 503, yours: PLACES_EACH });
    const theirs = ask('bob');
    gone.abort();
    expect((await Promise.all(mine)).filter(({ slug }) => slug === 'busy')).toHaveLength(2);
    expect(await theirs).toMatchObject({ slug: 'broken-off' });
    // What is over takes no place.
    expect(await threads.run(task('echo'), 'mine', { by: 'ann' })).toBe('mine');
  });

  it('have so much memory and no more; the process and the next work live on', async () => {
    expect(await facts(threads.run(task('hoard'), null))).toMatchObject({
      slug: 'broken-off',
      status: 503,
      reason: 'memory',
    });
    expect(await threads.run(task('echo'), 'next')).toBe('next');
  });

  it('rest when nothing is under way, and begin again with the next work', async () => {
    const under = threads.run(task('echo'), 1);
    await threads.rest();
    expect(await under).toBe(1);
    await threads.rest();
    expect(await threads.run(task('echo'), 2)).toBe(2);
  });

  it('are closed with the process, whatever is under way', async () => {
    const closing = new Threads({ threads: 1 });
    const spinning = facts(closing.run(task('spin'), null));
    await closing.onApplicationShutdown();
    expect(await spinning).toMatchObject({ slug: 'broken-off', reason: 'stopped' });
    expect(await facts(closing.run(task('echo'), 1))).toMatchObject({ reason: 'stopped' });
  });
});
