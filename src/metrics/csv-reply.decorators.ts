import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import type { Lang } from '../engine/text.js';
import type { Table } from './csv.js';
import { renderCsv } from './csv.js';

/** What is needed of Fastify's reply. */
interface Reply {
  header(name: string, value: string): unknown;
}
interface Request {
  headers: Record<string, string | string[] | undefined>;
  query: Record<string, unknown>;
}

/** Rows of a list in one file; a longer list goes on at the cursor in `X-Next-Cursor`. */
export const CSV_ROWS = 20_000;

/** The reply when the caller wants a table for spreadsheets (`format=csv`, or `Accept: text/csv`), else null. */
export const CsvReply = createParamDecorator((_: unknown, context: ExecutionContext): CsvReply => {
  const http = context.switchToHttp();
  const { query, headers } = http.getRequest<Request>();
  const { format } = query;
  const accepts = String(headers['accept'] ?? '').trim();
  const wanted = format === undefined ? /^text\/csv\b/iu.test(accepts) : format === 'csv';
  if (!wanted) return null;
  const reply = http.getResponse<Reply>();
  // Never the reply itself: it is a promise of its own end, for which whoever is handed it would wait.
  return { header: (name: string, value: string) => void reply.header(name, value) };
});
export type CsvReply = Reply | null;

/** The answer as it is, or its rows as CSV when the caller wants that. */
export function answerAs<Answer, Row>(
  reply: CsvReply,
  answer: Answer,
  {
    table,
    rows,
    lang,
    tz,
  }: { table: Table<Row>; rows: (answer: Answer) => readonly Row[]; lang: Lang; tz: string },
): Answer | string {
  if (reply === null) return answer;
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${table.name}.csv"`);
  const next =
    typeof answer === 'object' && answer !== null && 'nextCursor' in answer ? answer.nextCursor : null;
  if (typeof next === 'string') reply.header('x-next-cursor', next);
  return renderCsv(table, rows(answer), lang, tz);
}

/** In the OpenAPI document: the answer, and that it can be had as CSV. */
export function ApiListAnswer(answer: Type): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(answer),
    ApiQuery({
      name: 'format',
      required: false,
      enum: ['json', 'csv'],
      description:
        'csv: a table for spreadsheets, as for `Accept: text/csv`; texts in the language of the caller',
    }),
    ApiOkResponse({
      content: {
        'application/json': { schema: { $ref: getSchemaPath(answer) } },
        'text/csv': { schema: { type: 'string' } },
      },
    }),
  );
}
