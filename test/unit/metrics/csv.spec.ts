import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Table } from '../../../src/metrics/csv.js';
import { column, renderCsv } from '../../../src/metrics/csv.js';

const TABLE: Table<Cell> = { name: 'cells', columns: [column<Cell>('Cell', '单元格', (cell) => cell)] };
const render = (...cells: Cell[]): string => renderCsv(TABLE, cells, 'en', 'Asia/Shanghai');

/** A reader as RFC 4180 describes it, written without looking at the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') field += c;
      else if (text.charAt(i + 1) === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\r' && text.charAt(i + 1) === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      i++;
    } else field += c;
  }
  return rows;
}

describe('a list as CSV', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(render('a', 'b')).toBe('\uFEFFCell\r\na\r\nb\r\n');
  });

  it('has its headers in the language of the caller', () => {
    expect(renderCsv(TABLE, [], 'zh-CN', 'UTC')).toBe('\uFEFF单元格\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('makes %j no formula', (text) => {
    expect(parse(render(text).slice(1))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers, also negative ones, what they are', () => {
    expect(render(-1.5, 0, null, true)).toBe('\uFEFFCell\r\n-1.5\r\n0\r\n\r\nyes\r\n');
  });

  it('shows instants on the clock of the zone asked for', () => {
    expect(render(new Date('2026-11-21T20:00:00.123Z'))).toContain('2026-11-22 04:00:00\r\n');
  });

  it('is read back as it was written, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const [, ...rows] = parse(render(...texts).slice(1));
        const expected = texts.map((text) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text));
        expect(rows).toEqual(expected.map((text) => [text]));
      }),
    );
  });
});
