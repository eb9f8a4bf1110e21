import type { Machine } from '../shared/machine.js';
import type { Fact } from './fact.js';
import { count } from './format.js';
import { BENCH_NAMES, ROWS, type BenchName, type Results } from './results.js';

interface Measurement {
  /** An instant, or the day alone. */
  date: string;
  machine: Machine;
}

export interface Measured<Name extends BenchName> extends Measurement {
  result: Results[Name];
}

/** Measured before the table was written by the program; the next run of the bench takes its place. */
interface Written extends Measurement {
  rows: Fact[];
}

type Entry<Name extends BenchName> = Measured<Name> | Written;

/** The newest measurement of each bench. */
export type Book = { [Name in BenchName]?: Entry<Name> };

interface Row extends Fact {
  bench: string;
}

/** What is said of a machine, part by part; null what is not known. */
const PARTS: ((machine: Machine) => string | null)[] = [
  ({ cores }) => `${count(cores)} cores`,
  ({ cpu }) => cpu,
  ({ node }) => `Node ${node.replace(/^v/, '').split('.').slice(0, 2).join('.')}`,
];

/** The sentence of what all measurements have in common, and the table. */
export function describe(book: Book): string {
  const common = findCommon(book).join(', ');
  const sentence = `Measured${common === '' ? '' : ` on ${common}`}; beside each name stands the day, and what differed there.`;
  return `${sentence}\n\n${tableOf(book)}`;
}

/** The table alone, in Markdown. */
export function tableOf(book: Book): string {
  const common = findCommon(book);
  const rows = BENCH_NAMES.flatMap((name) => rowsOf(name, book[name], common));
  const cells = [
    ['`npm run bench -- …`', 'figure', 'value'],
    ['---', '---', '---'],
    ...rows.map(({ bench, figure, value }) =>
      [bench, figure, value].map((cell) => cell.replaceAll('|', '\\|')),
    ),
  ];
  return cells.map((row) => `|${row.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`).join('\n');
}

/** Its first row says when it was measured, and what its machine has not in common with the others. */
function rowsOf<Name extends BenchName>(
  name: Name,
  entry: Entry<Name> | undefined,
  common: readonly string[],
): Row[] {
  if (entry === undefined) return [];
  const facts = 'rows' in entry ? entry.rows : ROWS[name](entry.result);
  const own = partsOf(entry.machine).filter((part) => part !== null && !common.includes(part));
  const when = [entry.date.slice(0, 10), ...own].join(', ');
  return facts.map((fact, n) => ({ bench: n === 0 ? `\`${name}\` (${when})` : '', ...fact }));
}

function findCommon(book: Book): string[] {
  const [first = [], ...others] = Object.values(book).map(({ machine }) => partsOf(machine));
  return first.filter((part) => part !== null && others.every((parts) => parts.includes(part))) as string[];
}

function partsOf(machine: Machine): (string | null)[] {
  return PARTS.map((part) => part(machine));
}
