import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { asksForCsv, type AuditedRequest } from '../../audit/describe-call.js';

/** What is needed of Fastify's reply. */
interface Reply {
  header(name: string, value: string): unknown;
}

/** Rows of a list in one file; a longer list goes on at the cursor in `X-Next-Cursor`. */
export const CSV_ROWS = 20_000;

/** The reply when the caller wants a table for spreadsheets (`format=csv`, or `Accept: text/csv`), else null. */
export const CsvReply = createParamDecorator((_: unknown, context: ExecutionContext): CsvReply => {
  const http = context.switchToHttp();
  if (!asksForCsv(http.getRequest<AuditedRequest>())) return null;
  const reply = http.getResponse<Reply>();
  // Never the reply itself: it is a promise of its own end, for which whoever is handed it would wait.
  return { header: (name: string, value: string) => void reply.header(name, value) };
});
export type CsvReply = Reply | null;

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
