import { Temporal } from 'temporal-polyfill';
import type { Lang, Text } from '../../engine/common/text.js';

/** What stands in a cell; an instant is shown in the zone asked for, a text in the language of the reader. */
export type Cell = string | number | boolean | Date | Text | null;

/** The titles of what rows name by its id. */
export interface Words {
  team: (id: string) => Text;
  sop: (id: string) => Text;
  person: (id: string) => string;
}

export interface Column<Row> {
  title: Text;
  cell: (row: Row, words: Words) => Cell;
}

/** A list as a table for spreadsheets. */
export interface Table<Row> {
  /** Of the file, without its ending. */
  name: string;
  columns: readonly Column<Row>[];
}

const BOM = '\uFEFF';
/** Spreadsheets take a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;
const YES_NO: Record<'true' | 'false', Text> = {
  true: { en: 'yes', 'zh-CN': '是' },
  false: { en: 'no', 'zh-CN': '否' },
};

export function column<Row>(en: string, zh: string, cell: Column<Row>['cell']): Column<Row> {
  return { title: { en, 'zh-CN': zh }, cell };
}

interface Reader {
  lang: Lang;
  tz: string;
  words: Words;
  /** Lines above the table, with an empty one below them. */
  head: readonly (readonly [name: Text, says: Cell])[];
}

/**
 * The rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. Texts that would be taken for
 * formulas begin with an apostrophe. Instants are local times of `tz`, with their offset.
 */
export function renderCsv<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  { lang, tz, words, head }: Reader,
): string {
  const lines = [
    ...head.map(([name, says]) => [renderCell(name, lang, tz), renderCell(says, lang, tz)]),
    ...(head.length > 0 ? [[]] : []),
    table.columns.map(({ title }) => quote(guard(title[lang]))),
    ...rows.map((row) => table.columns.map(({ cell }) => renderCell(cell(row, words), lang, tz))),
  ];
  return BOM + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function renderCell(cell: Cell, lang: Lang, tz: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return YES_NO[cell ? 'true' : 'false'][lang];
  if (cell instanceof Date) return localTime(cell, tz);
  return quote(guard(typeof cell === 'string' ? cell : cell[lang]));
}

function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function localTime(at: Date, tz: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(tz);
  return `${local.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')}${local.offset}`;
}
