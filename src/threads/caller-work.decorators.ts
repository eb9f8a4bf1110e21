import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import type { RunOptions } from './threads.service.js';

/** For whom heavy work is done, and a signal for when they have gone before the answer came: nobody wants the rest. */
export const CallerWork = createParamDecorator((_data: unknown, context: ExecutionContext): RunOptions => {
  const http = context.switchToHttp();
  const { raw } = http.getResponse<{ raw: ServerResponse }>();
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return { signal: gone.signal, by: http.getRequest<{ person?: { id: string } }>().person?.id };
});
