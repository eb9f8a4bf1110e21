import { applyDecorators, HttpCode, UseInterceptors, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Access } from '../../people/access/access.decorators.js';
import type { Act } from '../../people/access/access.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { TakesKey } from '../../writes/write-identity.decorators.js';
import { Replays } from './replays.interceptor.js';
import { TicketAndGuideDto } from '../read/ticket-answer.dto.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from '../read/ticket-examples.js';

interface ActAnswer {
  status: number;
  type: Type;
  example: object;
}
const TICKET_AND_GUIDE: ActAnswer = {
  status: 200,
  type: TicketAndGuideDto,
  example: { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE },
};

/** What every act on a ticket declares: who may, its headers, its problems, and what it answers: as a rule `{ticket, guide}`. */
export function TicketAct(act: Act, summary: string, answer: Partial<ActAnswer> = {}): MethodDecorator {
  const { status, type, example } = { ...TICKET_AND_GUIDE, ...answer };
  return applyDecorators(
    HttpCode(status),
    Access(act),
    ApiOperation({ summary }),
    TakesKey(),
    UseInterceptors(Replays),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The version that the caller saw, in quotes',
    }),
    ApiResponse({ status, type, example }),
    ApiProblems(400, 403, 404, 409, 412, 422),
  );
}
