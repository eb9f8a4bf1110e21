import { describe, expect, it } from '@jest/globals';
import { ROWS, type BenchName, type Results } from '../../bench/table/results.js';
import { SAMPLES } from './samples.js';

/** What README says of each sample. */
const SAID: Record<BenchName, [figure: string, value: string][]> = {
  advance: [
    [
      'our advance (32 in flight, with history, visit and outbox) ÷ one hand-written statement without an engine',
      '0.51 (1,928/s to 3,375/s)',
    ],
    [
      'the same with waiting lines and targets (a step of a person) ÷ the statement',
      '0.50 (1,881/s); with the relay bringing effects to the queues meanwhile 0.42 (1,410/s)',
    ],
    [
      "with 128 in flight ÷ the statement; alone, how long one takes (p50) to the statement's time",
      '0.60 (2,100/s to 3,500/s); 2.1 times (1.1 / 0.5 ms)',
    ],
    [
      'processor time of one of our advances: this process, by part / PostgreSQL',
      '255 µs (engine 90, decide 20, seal 30, rows 25, door 30, driver 10, socket 20, garbage 25, other 5) / 190 µs',
    ],
    ['our advance ÷ the usual XState + Prisma transaction', '8.0 (1,928/s to 241/s)'],
    [
      'over HTTP, clients in a process of their own; what one request costs the client',
      '749/s, 0.53 of the same work in process, 0.22 of the statement; 41 µs',
    ],
  ],
  claim: [
    [
      'next ticket with 1,000 / 100,000 waiting, PostgreSQL; a claim written by hand (`SKIP LOCKED`)',
      'p50 3.3 / 4.2 ms, by hand 0.42 / 0.51 ms: 7.9 / 8.5 times; growth 1.31, by hand 1.20',
    ],
    [
      'the same with the queues on Redis',
      'p50 2.9 / 2.9 ms, by hand 0.43 / 0.48 ms: 6.7 / 6.0 times; growth 1.00, by hand 1.12',
    ],
  ],
  crash: [
    [
      '`kill -9` under load, 20 times: acknowledged advances lost / effects done twice / ready again',
      '0 of 5,391 / 0 / p50 1.3 s, p99 2.5 s',
    ],
  ],
  lost: [
    [
      "10,000 commands without keys while 1 % of the database's answers to writes get lost: acknowledged and lost / stored twice",
      '0 / 0',
    ],
    [
      '60 s of silent connections under load (76,143 commands): lost / stored twice / works again after',
      '0 / 0 / 6.1 s',
    ],
  ],
  backup: [
    [
      '100,000 tickets (500,002 rows): copied / brought back into another server / back again / tables that differ',
      '1.6 s / 3.5 s / 3.6 s / 0',
    ],
    [
      'copied under load (8,164 writes beside it, p50 1.1 ms, p99 4.8 ms) / brought back',
      '1.8 s / 4.9 s, whole at one instant',
    ],
  ],
  audit: [
    [
      '1,000,000 rows of the record, beside history and messages of 100,000 tickets: written / all of it verified / findings',
      '92 s / 31 s / 0',
    ],
  ],
  console: [
    [
      "first load, gzipped: agent / with a ticket and its map / lead / designer's editor / manager / administrator",
      '436 / 459 / 366 / 687 / 591 / 396 KiB',
    ],
    ['from the click on a way out to the next step on screen (100 clicks, loopback)', 'p50 53 ms, p95 76 ms'],
    ['dragging a diagram of 150 steps', '60 frames a second, longest frame 50 ms; shown after 1.9 s'],
    [
      "heat map of the demo world, from the click to the coloured steps / the server's part",
      '1.1 s / 181 ms',
    ],
    ['serious findings of axe on the first pages of all workspaces, both languages', '0 on 16 pages'],
  ],
  search: [
    [
      'one word among 1,000,000 messages of 200,000 tickets, drawn from what they say: p50 / p95; the plain `ILIKE` scan',
      '12 ms / 1.1 s; 1.9 / 4.1 s, p50 159 times',
    ],
    ['two words of one ticket; the scan', '64 / 512 ms; 3.7 / 5.9 s, p50 58 times'],
    ['size of the index / of its rows; terms of all of them made anew', '190 / 522 MiB; 520 s'],
  ],
  stalls: [
    [
      'worst event-loop delay of 3, aim ≤ 100 ms: an ordinary request / sign-in with 90,000 keys (refused)',
      '3 / 2 ms',
    ],
    ['`/sops/check` of 12 parallel regions / 1,000 guards', '7 / 9 ms'],
    ['walks: lists within lists, all (refused) / 900 states', '15 / 6 ms'],
    ['data of tickets: 48,000 numbers (refused)', '1 ms'],
    ['bodies of up to 1 MiB without an end, at three doors: one / 10 at once', 'at most 6 / 65 ms'],
  ],
  starts: [['first start with the demo world / second start / memory at rest', '54 s / 3.3 s / 270 MiB']],
};

function rowsOf<Name extends BenchName>(name: Name, result: Results[Name]): [string, string][] {
  return ROWS[name](result).map(({ figure, value }) => [figure, value]);
}

describe('what README says of a result', () => {
  it.each(Object.keys(SAID) as BenchName[])('of %s', (name) => {
    expect(rowsOf(name, SAMPLES[name])).toEqual(SAID[name]);
  });

  it('leaves out what was not measured', () => {
    const claim = { ...SAMPLES.claim, redis: { skipped: 'no redis-server found' } };
    expect(rowsOf('claim', claim)).toEqual(SAID.claim.slice(0, 1));
    expect(rowsOf('starts', { ...SAMPLES.starts, npmCiSeconds: 61.2 })[1]).toEqual(['`npm ci`', '61 s']);
  });

  it('does not hide what went wrong', () => {
    const { silence, lostAnswers } = SAMPLES.lost;
    const away = { lostAnswers, silence: { ...silence, acknowledgedLost: 2, secondsToWorkAgain: null } };
    expect(rowsOf('lost', away)[1]?.[1]).toBe('2 / 0 / not while it lasted');
    const writesInCopy = { versions: 4_211, messages: 4_210 };
    const torn = { ...SAMPLES.backup, underLoad: { ...SAMPLES.backup.underLoad, writesInCopy } };
    const differentTables = { moved: ['tickets'], movedBack: ['tickets', 'history'] };
    const [[, moved] = [], [, loaded] = []] = rowsOf('backup', { ...torn, differentTables });
    expect(moved).toMatch(/ \/ 2$/);
    expect(loaded).toBe('1.8 s / 4.9 s, torn');
  });
});
