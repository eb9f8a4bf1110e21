import type { Comparison } from './comparison.js';
import type { Column } from './csv.js';
import { column } from './csv.js';
import { resultWord, testWord } from './csv-words.js';

/** A figure against the period before: what came out of which test, by how much, and of how many cases. */
export function comparedColumns<Row>(
  en: string,
  zh: string,
  read: (row: Row) => Comparison | null | undefined,
): Column<Row>[] {
  return [
    column(`${en} against before`, `${zh}较上期`, (row) => resultWord(read(row)?.result ?? null)),
    column(`${en}, change`, `${zh}变化`, (row) => read(row)?.change ?? null),
    column(`${en}, test`, `${zh}检验方法`, (row) => testWord(read(row)?.test ?? null)),
    column(`${en} (n)`, `${zh}样本（n）`, (row) => read(row)?.n ?? null),
    column(`${en}, before (n)`, `${zh}上期样本（n）`, (row) => read(row)?.nBefore ?? null),
  ];
}
