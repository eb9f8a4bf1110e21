import { describe, expect, it } from '@jest/globals';
import { cursorAfter, queryTickets, SORTS } from '../../../../src/tickets/read/ticket-filter.js';
import { readWords } from '../../../../src/tickets/search/words.js';

const place = { id: '12', dueAt: new Date(5_000), updatedAt: new Date(9_000) };
const fits = (sort: (typeof SORTS)[number], cursor: string): boolean =>
  queryTickets({ sort, cursor, limit: 10, teams: null }) !== null;

describe('the cursor of a list of tickets', () => {
  it.each(SORTS)('goes on in its own order and no other: %s', (sort) => {
    const cursor = cursorAfter(place, sort);
    expect(fits(sort, cursor)).toBe(true);
    expect(fits('created', cursor)).toBe(sort === 'created');
    expect(fits('due', cursor)).toBe(sort !== 'created');
  });

  it('knows tickets without a due time', () => {
    const cursor = cursorAfter({ ...place, dueAt: null }, 'due');
    expect(cursor).toBe('none.12');
    expect([fits('due', cursor), fits('updated', cursor), fits('created', cursor)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is never part of the statement', () => {
    const query = queryTickets({ sort: 'due', cursor: "5.1'--", limit: 10, teams: null });
    expect(query).toBeNull();
    const found = queryTickets({ wanted: readWords("x' or 1=1"), limit: 10, teams: ['a'] });
    expect(found?.text).not.toContain('1=1');
    expect(found?.values).toEqual([['a'], ['x'], ['or'], ['1'], ['1'], 11]);
  });
});
