import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { Cell, Table, Words } from '../../../src/metrics/shared/csv.js';
import { headLines } from '../../../src/metrics/shared/csv-head.js';
import { column, renderCsv } from '../../../src/metrics/shared/csv.js';

const TABLE: Table<Cell> = { name: 'cells', columns: [column<Cell>('Cell', '单元格', (cell) => cell)] };
const WORDS: Words = {
  team: (id) => ({ en: id, 'zh-CN': id }),
  sop: (id) => ({ en: id, 'zh-CN': id }),
  person: (id) => id,
};
const READER = { lang: 'en', tz: 'Asia/Shanghai', words: WORDS, head: [] } as const;
const render = (...cells: Cell[]): string => renderCsv(TABLE, cells, READER);

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
    expect(renderCsv(TABLE, [], { ...READER, lang: 'zh-CN' })).toBe('\uFEFF单元格\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('makes %j no formula', (text) => {
    expect(parse(render(text).slice(1))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers, also negative ones, what they are', () => {
    expect(render(-1.5, 0, null, true)).toBe('\uFEFFCell\r\n-1.5\r\n0\r\n\r\nyes\r\n');
  });

  it('shows instants on the clock of the zone asked for', () => {
    expect(render(new Date('2026-11-21T20:00:00.123Z'))).toContain('2026-11-22 04:00:00+08:00\r\n');
    // An hour that comes twice when clocks are set back.
    const berlin = { ...READER, tz: 'Europe/Berlin' };
    const at = (text: string) => renderCsv(TABLE, [new Date(text)], berlin);
    expect(at('2026-10-25T00:30:00Z')).toContain('2026-10-25 02:30:00+02:00');
    expect(at('2026-10-25T01:30:00Z')).toContain('2026-10-25 02:30:00+01:00');
  });

  it('says texts in the language of the reader', () => {
    const yours = { en: 'Yours', 'zh-CN': '您的' };
    expect(renderCsv(TABLE, [yours], { ...READER, lang: 'zh-CN' })).toBe('\uFEFF单元格\r\n您的\r\n');
  });

  it('begins with what it is of, and an empty line below that', () => {
    const head = {
      ...{ definition: '1.1', tz: 'Asia/Shanghai', asOf: '2026-11-22T10:00:00.000Z' },
      ...{ from: '2026-11-15T16:00:00.000Z', to: '2026-11-21T16:00:00.000Z' },
      filter: {
        team: 'desk',
        channel: 'chat',
        agent: 'ann',
        sop: null,
        version: null,
        reach: ['desk', 'lab'],
      },
    };
    const asked = { figure: 'reopen', part: undefined, way: ['a~B~c'] };
    const lines = headLines(head, WORDS, { asked, hidden: 2 });
    expect(parse(renderCsv(TABLE, ['a'], { ...READER, head: lines }).slice(1))).toEqual([
      ['Definition', '1.1'],
      ['As of', '2026-11-22 18:00:00+08:00'],
      ['From', '2026-11-16 00:00:00+08:00'],
      ['To (not included)', '2026-11-22 00:00:00+08:00'],
      ['Time zone', 'Asia/Shanghai'],
      ['SOP', 'all'],
      ['Version', 'all'],
      ['Team', 'desk'],
      ['Person', 'ann'],
      ['Channel', 'Chat'],
      ['Limited to your teams', 'desk, lab'],
      ['Asked for', 'figure = reopen; way = a~B~c'],
      ['Counted, not shown (other teams)', '2'],
      [''],
      ['Cell'],
      ['a'],
    ]);
    const chinese = renderCsv(TABLE, [], { ...READER, lang: 'zh-CN', head: headLines(head, WORDS, {}) });
    expect(chinese).toContain('时区,Asia/Shanghai\r\n流程,全部\r\n');
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
