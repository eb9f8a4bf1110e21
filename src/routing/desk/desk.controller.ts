import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import { Clock } from '../../clock.js';
import type { Json } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { CommandOptionsService } from '../../tickets/http/command-options.service.js';
import type { WriteRequest } from '../../writes/identity.js';
import { TakesKey } from '../../writes/write-identity.decorators.js';
import { Replays } from '../../tickets/http/replays.interceptor.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from '../../tickets/read/ticket-examples.js';
import { TicketAndGuideDto } from '../../tickets/read/ticket-answer.dto.js';
import { DeskDto, HeldDto, NextDto, ReleaseDto, RenewDto, RenewedDto } from './desk.dto.js';
import { DeskService } from './desk.service.js';

const LEASE_EXAMPLE = { expiresAt: '2026-11-22T08:34:00.000Z' };
const DESK_EXAMPLE = {
  held: [{ ticket: TICKET_EXAMPLE, lease: LEASE_EXAMPLE }],
  lanes: [
    {
      team: 'after-sales',
      tier: 1,
      skills: ['refunds'],
      waiting: 12,
      firstDueAt: '2026-11-22T09:00:00.000Z',
    },
  ],
};

interface Reply {
  status(code: number): unknown;
}

/** Taking work and giving it back. */
@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(
    private readonly desks: DeskService,
    private readonly options: CommandOptionsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Audited('customer.read', { tickets: ['held.ticket.id'] })
  @Access('desk.hold')
  @ApiOperation({ summary: 'The tickets that the caller holds, and what waits in the lanes they may serve' })
  @ApiOkResponse({ type: DeskDto, example: DESK_EXAMPLE })
  desk(@Caller() person: Person, @CallerLang() lang: Lang): Promise<DeskDto> {
    return this.desks.desk(person, lang);
  }

  @Post('next')
  @Audited('customer.read', { tickets: ['ticket.id'] })
  @HttpCode(200)
  @Access('desk.next')
  @ApiOperation({
    summary: 'Takes the ticket that is due first among those that wait for the caller',
    description:
      'The caller holds it until the lease ends. A caller who holds tickets already gets one more.',
  })
  @ApiOkResponse({
    type: HeldDto,
    example: { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE, lease: LEASE_EXAMPLE },
  })
  @ApiNoContentResponse({ description: 'Nothing waits for the caller; nothing is kept under the key.' })
  @TakesKey()
  @ApiProblems(400, 422)
  async next(
    @Body() body: NextDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<HeldDto | undefined> {
    const { idempotency, now } = this.options.optionsFor(request, person, lang);
    const held = await this.desks.next(person, body.teams ?? null, now, lang, idempotency);
    if (held) return held;
    reply.status(204);
    return undefined;
  }

  @Post(':ticketId/renew')
  @Audited('ticket.acted', { only: 'refused', tickets: [':ticketId'] })
  @HttpCode(200)
  @Access('desk.hold')
  @ApiOperation({
    summary: 'Keeps a held ticket for another lease; to be called well before the lease ends',
    description:
      '409 lease-lost with `reason`: `ended` (not renewed in time, given back or taken over) or `out-of-reach` (the caller does not serve its lane any more).',
  })
  @ApiOkResponse({ type: RenewedDto, example: { lease: LEASE_EXAMPLE, at: '2026-11-22T08:32:00.000Z' } })
  @ApiProblems(400, 404, 409, 422)
  renew(
    @Param('ticketId') ticketId: string,
    @Body() { lastActiveAt }: RenewDto,
    @Caller() person: Person,
  ): Promise<RenewedDto> {
    return this.desks.renew(person, ticketId, this.clock.now(), lastActiveAt);
  }

  @Post(':ticketId/release')
  @Audited('ticket.acted', { only: 'refused', tickets: [':ticketId'] })
  @HttpCode(200)
  @Access('desk.hold')
  @ApiOperation({ summary: 'Gives a held ticket back to its lane, with its old due time' })
  @TakesKey()
  @UseInterceptors(Replays)
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that the caller saw, in quotes' })
  @ApiOkResponse({ type: TicketAndGuideDto, example: { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE } })
  @ApiProblems(400, 404, 409, 412, 422)
  release(
    @Param('ticketId') ticketId: string,
    @Body() body: ReleaseDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    return this.desks.release(person, ticketId, body, this.options.optionsFor(request, person, lang));
  }
}
