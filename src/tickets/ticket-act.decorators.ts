import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Access } from '../people/access.decorators.js';
import type { Act } from '../people/access.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from './ticket-examples.js';

const example = { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE };

/** What every act on a ticket declares: who may, its headers, and that it answers `{ticket, guide}` with `status`. */
export function TicketAct(act: Act, summary: string, status = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    Access(act),
    ApiOperation({ summary }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Kept for 24 h' }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The version that the caller saw, in quotes',
    }),
    ApiResponse({ status, schema: { type: 'object', additionalProperties: true, example } }),
  );
}
