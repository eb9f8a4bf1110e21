import { expect } from '@jest/globals';

/** A list read to its end, two or three rows a page; every page says the same of all of them. */
export async function readAll<Answer extends { items: unknown[]; nextCursor: string | null }>(
  ask: (cursor: string | null) => Promise<Answer>,
): Promise<Answer> {
  const first = await ask(null);
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await ask(cursor);
    expect({ ...page, items: [], nextCursor: null }).toEqual({ ...first, items: [], nextCursor: null });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items };
}

/** How often it happened to all of them. */
export const sumOf = (items: { times?: number }[]): number =>
  items.reduce((sum, { times }) => sum + (times ?? NaN), 0);
