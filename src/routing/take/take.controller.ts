import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import type { WriteRequest } from '../../writes/identity.js';
import { TakesKey } from '../../writes/write-identity.decorators.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from '../../tickets/read/ticket-examples.js';
import { HeldDto } from '../desk/desk.dto.js';
import { TakeDto } from './take.dto.js';
import { TakeService } from './take.service.js';

const EXAMPLE = {
  ticket: TICKET_EXAMPLE,
  guide: GUIDE_EXAMPLE,
  lease: { expiresAt: '2026-11-22T08:34:00.000Z' },
};

/** Taking the ticket that one has in mind, instead of the next one. */
@Audited('customer.read', { tickets: [':ticketId'] })
@ApiTags('desk')
@Controller('desk')
export class TakeController {
  constructor(private readonly takes: TakeService) {}

  @Post(':ticketId/take')
  @HttpCode(200)
  @Access('desk.take')
  @ApiOperation({
    summary: 'Takes a named ticket that waits in a lane of the caller’s',
    description:
      'What the caller holds already stays theirs. What somebody else holds: 409 with `holder`, `holderName` and `mayTakeOver`; leads take it over with a `reason`. 409 too when it does not wait for a person; 403 when it is for others: another team, tier or skill, or a decision that four eyes keep from the caller.',
  })
  @TakesKey()
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that the caller saw, in quotes' })
  @ApiOkResponse({ type: HeldDto, example: EXAMPLE })
  @ApiProblems(400, 403, 404, 409, 412, 422)
  take(
    @Param('ticketId') ticketId: string,
    @Body() body: TakeDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<HeldDto> {
    const { reason, step } = body;
    return this.takes.take(request, ticketId, { reason: reason?.trim() ?? null, step }, person, lang);
  }
}
