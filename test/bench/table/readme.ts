import { readFileSync, writeFileSync } from 'node:fs';
import { BENCH_NAMES, type BenchName } from './results.js';
import { describe, type Book, type Measured } from './table.js';

const README = new URL('../../../README.md', import.meta.url);
const BOOK = new URL('../../../docs/bench.json', import.meta.url);
const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** Keeps what a bench has found out, in the place of what it found out before, and writes README's table anew. */
export function keep<Name extends BenchName>(name: Name, measured: Measured<Name>): void {
  const book = { ...readBook(), [name]: measured };
  const ordered = Object.fromEntries(BENCH_NAMES.flatMap((one) => (book[one] ? [[one, book[one]]] : [])));
  // The raw rounds are for whoever looks at one run.
  const text = JSON.stringify(ordered, (key, value: unknown) => (key === 'rounds' ? undefined : value), 2);
  writeFileSync(BOOK, `${text}\n`);
  writeReadme();
}

/** Writes README's table from what was kept. */
export function writeReadme(): void {
  writeFileSync(README, putInto(readFileSync(README, 'utf8'), readBook()));
}

/** A text with the sentence and the table between its two marks. */
export function putInto(text: string, book: Book): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`no place for the table: ${BEGIN} and ${END} are missing`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${describe(book)}\n\n${text.slice(end)}`;
}

function readBook(): Book {
  return JSON.parse(readFileSync(BOOK, 'utf8')) as Book;
}
