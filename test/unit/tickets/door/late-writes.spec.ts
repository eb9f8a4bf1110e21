import { describe, expect, it } from '@jest/globals';
import { LateWrites } from '../../../../src/tickets/door/late-writes.js';
import type { Write } from '../../../../src/tickets/door/write/write.js';

const write = (id: string, version: number): Write =>
  ({ change: { ticket: { id, version } }, key: null, commandId: `${id}/${String(version)}` }) as Write;
const nameOf = ({ change: { ticket } }: Write): string => `${ticket.id}/${String(ticket.version)}`;

/** Late writes, and the batches in which they reached the database. */
function open(answer: (name: string) => boolean | Error = () => true) {
  const batches: string[][] = [];
  const late = new LateWrites(async (batch) => {
    await Promise.resolve();
    batches.push(batch.map(nameOf));
    return batch.map((one) => {
      const written = answer(nameOf(one));
      if (written instanceof Error) throw written;
      return written;
    });
  });
  return { late, batches };
}

describe('writes that are acknowledged before they are written', () => {
  it('are kept until somebody needs one of them, and go together then, one of each ticket at a time', async () => {
    const { late, batches } = open();
    for (const one of [write('1', 1), write('2', 1), write('1', 2), write('1', 3), write('3', 1)])
      await late.add(one);
    await late.settled(['9']);
    expect(batches).toEqual([]);
    await late.settled(['2']);
    expect(batches).toEqual([['1/1', '2/1', '3/1']]);
    await late.settled();
    expect(batches.slice(1)).toEqual([['1/2'], ['1/3']]);
  });

  it('are written by themselves when they are many, in batches of 128 at most', async () => {
    const { late, batches } = open();
    for (let n = 1; n <= 256; n++) await late.add(write(String(n), 1));
    expect(batches.map((batch) => batch.length)).toEqual([128, 128]);
    for (let n = 1; n < 256; n++) await late.add(write(String(n), 2));
    expect(batches).toHaveLength(2);
  });

  it('are written once when several wait for them', async () => {
    const { late, batches } = open();
    await late.add(write('1', 1));
    await Promise.all([late.settled(['1']), late.settled(), late.settled(['1'])]);
    expect(batches).toEqual([['1/1']]);
  });

  it.each([
    ['is refused', false],
    ['fails', new Error('the disk is full')],
  ])('stop for good when one %s: what follows is neither written nor acknowledged', async (_, answer) => {
    const { late, batches } = open((name) => (name === '1/2' ? answer : true));
    for (const version of [1, 2, 3]) await late.add(write('1', version));
    await expect(late.settled()).rejects.toThrow(/disk is full|refused/);
    await expect(late.settled(['9'])).rejects.toThrow();
    await expect(late.add(write('2', 1))).rejects.toThrow();
    expect(batches.flat()).not.toContain('1/3');
    expect(batches.flat()).not.toContain('2/1');
  });
});
