import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { putInto } from '../../bench/table/readme.js';
import { tableOf, describe as say, type Book } from '../../bench/table/table.js';
import { SAMPLES } from './samples.js';

const ROOT = new URL('../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, ROOT), 'utf8');
const machine = { cores: 2, cpu: 'Some CPU', node: 'v20.20.1' };

describe("README's figures", () => {
  it('are what docs/bench.json yields: npm run bench -- readme', () => {
    expect(putInto(read('README.md'), JSON.parse(read('docs/bench.json')) as Book)).toBe(read('README.md'));
  });

  it('stand between two marks; nothing else is touched', () => {
    const book: Book = { crash: { date: '2026-12-01T08:00:00.000Z', machine, result: SAMPLES.crash } };
    const marked = 'before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n';
    const written = putInto(marked, book);
    expect(written).toBe(`before\n<!-- bench:begin -->\n\n${say(book)}\n\n<!-- bench:end -->\nafter\n`);
    expect(putInto(written, book)).toBe(written);
    expect(() => putInto('no marks', book)).toThrow('no place for the table');
  });

  it('keep the day of each measurement, and say on which machine', () => {
    const rows = [
      { figure: 'a | b', value: '1' },
      { figure: 'c', value: '2' },
    ];
    const book: Book = {
      crash: { date: '2026-12-01T08:00:00.000Z', machine, result: SAMPLES.crash },
      lost: { date: '2026-11-27', machine: { ...machine, node: 'v20.20.4' }, rows },
    };
    expect(tableOf(book).split('\n')).toEqual([
      '| `npm run bench -- …` | figure | value |',
      '| --- | --- | --- |',
      expect.stringMatching(/^\| `crash` \(2026-12-01\) \| `kill -9` .* \| 0 of 5,391 .* \|$/),
      '| `lost` (2026-11-27) | a \\| b | 1 |',
      '| | c | 2 |',
    ]);
    expect(say(book)).toMatch(/^Measured on 2 cores, Some CPU, Node 20\.20; /);
  });

  it('name beside a bench what its machine has not in common with the others', () => {
    const book: Book = {
      crash: { date: '2026-12-01', machine: { cores: 8, cpu: 'Other CPU', node: 'v20.20.1' }, rows: [] },
      lost: { date: '2026-11-27', machine: { ...machine, cpu: null }, rows: [{ figure: 'c', value: '2' }] },
      starts: { date: '2026-11-28', machine, rows: [{ figure: 'd', value: '3' }] },
    };
    expect(say(book)).toMatch(/^Measured on Node 20\.20; /);
    expect(tableOf(book).split('\n').slice(2)).toEqual([
      '| `lost` (2026-11-27, 2 cores) | c | 2 |',
      '| `starts` (2026-11-28, 2 cores, Some CPU) | d | 3 |',
    ]);
  });
});
