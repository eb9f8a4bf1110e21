import type { Report } from './report.js';

/** Reports every id that another item of the list has already; `at` points to the item. */
export function reportDuplicates(
  items: { id: string; at: string }[],
  what: string,
  whatZh: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { id, at } of items) {
    if (seen.has(id)) {
      report.error(
        'duplicate-id',
        `${at}/id`,
        `There is another ${what} with the id \`${id}\`. Give this one a name of its own.`,
        `已有 id 为 \`${id}\` 的${whatZh}，请换一个 id。`,
      );
    }
    seen.add(id);
  }
}
