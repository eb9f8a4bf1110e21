import { Injectable } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import { Database } from '../../database/database.service.js';
import type { Lang, Text } from '../../engine/common/text.js';
import type { Table, Words } from './csv.js';
import { renderCsv } from './csv.js';
import { headLines } from './csv-head.js';
import type { CsvReply } from './csv-reply.decorators.js';
import type { FigureHead } from './figures.dto.js';

interface Named {
  id: string;
  title: Partial<Text> | null;
}

/** How an answer becomes a table. `asked`: what beside the filter was asked for, to be told in its first lines. */
interface AsTable<Answer, Row> {
  table: Table<Row>;
  rows: (answer: Answer) => readonly Row[];
  lang: Lang;
  head: FigureHead;
  asked?: Record<string, unknown>;
}

/** Answers with figures as tables for spreadsheets. */
@Injectable()
export class FigureTables {
  constructor(private readonly database: Database) {}

  /** The answer as it is, or its rows as CSV when the caller wants that. */
  async answer<Answer, Row>(
    reply: CsvReply,
    answer: Answer,
    { table, rows, lang, head, asked = {} }: AsTable<Answer, Row>,
  ): Promise<Answer | string> {
    if (reply === null) return answer;
    tellRecord({ table: { file: `${table.name}.csv`, of: answer } });
    reply.header('content-type', 'text/csv; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="${table.name}.csv"`);
    const { nextCursor, hidden } = pageOf(answer);
    if (nextCursor !== null) reply.header('x-next-cursor', nextCursor);
    const words = await this.readWords(head.filter.agent);
    const lines = headLines(head, words, { asked, hidden });
    return renderCsv(table, rows(answer), { lang, tz: head.tz, words, head: lines });
  }

  private async readWords(agent: string | null): Promise<Words> {
    const { rows: teams } = await this.database.pool.query<Named>('select id, title from teams');
    const { rows: sops } = await this.database.pool.query<Named>(
      `select distinct on (sop_id) sop_id as id, definition #> '{meta,title}' as title
       from sop_versions order by sop_id, version desc`,
    );
    const people = agent === null ? [] : await this.readNames(agent);
    const person = (id: string): string => people.find((one) => one.id === id)?.name ?? id;
    return { team: naming(teams), sop: naming(sops), person };
  }

  private async readNames(agent: string): Promise<{ id: string; name: string }[]> {
    const text = 'select id::text, name from users where id = $1';
    return (await this.database.pool.query<{ id: string; name: string }>(text, [agent])).rows;
  }
}

/** The title of what has an id; without one the id. */
function naming(named: readonly Named[]): (id: string) => Text {
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return (id) => {
    const { en, 'zh-CN': zh } = titles.get(id) ?? {};
    return { en: en ?? id, 'zh-CN': zh ?? en ?? id };
  };
}

function pageOf(answer: unknown): { nextCursor: string | null; hidden: number } {
  const page = typeof answer === 'object' && answer !== null ? answer : {};
  const { nextCursor, hidden } = page as { nextCursor?: unknown; hidden?: unknown };
  return {
    nextCursor: typeof nextCursor === 'string' ? nextCursor : null,
    hidden: typeof hidden === 'number' ? hidden : 0,
  };
}
