import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import { ESCALATE } from '../../engine/index.js';
import type { Json } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { maySee } from '../../people/access/access.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import type { WriteRequest } from '../../writes/identity.js';
import { TakesKey } from '../../writes/write-identity.decorators.js';
import { ambiguousStep } from '../../words/problem-kinds.js';
import { CommandOptionsService } from './command-options.service.js';
import { Replays } from './replays.interceptor.js';
import { GuideService } from '../read/guide.service.js';
import type { Ticket } from '../model/model.js';
import { TicketActsService } from './ticket-acts.service.js';
import { GuideDto, TicketAndGuideDto, TicketDto, TicketPageDto } from '../read/ticket-answer.dto.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from '../read/ticket-examples.js';
import { TicketLists } from '../read/ticket-lists.service.js';
import { TicketNotFound } from '../model/ticket-problems.js';
import { HistoryPageDto } from '../read/history-answer.dto.js';
import { VisitPageDto } from '../read/ticket-story.dto.js';
import { TicketStory } from '../read/ticket-story.service.js';
import { PageQuery, TicketsQuery } from '../read/tickets-query.dto.js';
import { EventDto, OpenTicketDto } from './tickets.dto.js';
import { TicketsService } from '../door/tickets.service.js';

interface Reply {
  header(name: string, value: string): unknown;
}

/** Tickets: opened, read, advanced. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly lists: TicketLists,
    private readonly story: TicketStory,
    private readonly guides: GuideService,
    private readonly acts: TicketActsService,
    private readonly options: CommandOptionsService,
  ) {}

  @Post()
  @Audited('ticket.acted', { only: 'refused', tickets: ['id'] })
  @Access('tickets.open')
  @ApiOperation({ summary: 'Opens a ticket; it is answered in its first step' })
  @TakesKey()
  @ApiCreatedResponse({ type: TicketDto, example: TICKET_EXAMPLE })
  @ApiProblems(400, 403, 422)
  async open(
    @Body() body: OpenTicketDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Json> {
    const { ifMatch: _none, ...options } = this.options.optionsFor(request, person, lang);
    const { answer, ticket } = await this.tickets.open(body, {
      ...options,
      answer: this.guides.ticketFor(lang),
    });
    reply.header('Location', `/api/tickets/${ticket.id}`);
    reply.header('ETag', `"${String(ticket.version)}"`);
    return answer;
  }

  @Get()
  @Audited('customer.read', { tickets: ['items.id'] })
  @Access('tickets.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ summary: 'The tickets that the caller may see, newest first unless `sort` says otherwise' })
  @ApiOkResponse({ type: TicketPageDto, example: { items: [TICKET_EXAMPLE], nextCursor: '1023' } })
  @ApiProblems(422)
  list(
    @Query() query: TicketsQuery,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<TicketPageDto> {
    return this.lists.tickets(person, { ...query, limit: query.limit ?? 50 }, lang);
  }

  @Get(':id')
  @Audited('customer.read', { tickets: [':id'] })
  @Access('tickets.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ summary: 'One ticket' })
  @ApiOkResponse({ type: TicketDto, example: TICKET_EXAMPLE })
  @ApiProblems(404)
  async read(
    @Param('id') id: string,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TicketDto> {
    const ticket = await this.find(id, person);
    reply.header('ETag', `"${String(ticket.version)}"`);
    return this.guides.ticket(ticket, lang);
  }

  @Get(':id/guide')
  @Audited('customer.read', { tickets: [':id'] })
  @Access('tickets.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ summary: 'The current steps: what to check, say and fill in, and which ways out are open' })
  @ApiOkResponse({ type: GuideDto, example: GUIDE_EXAMPLE })
  @ApiProblems(404)
  async guide(
    @Param('id') id: string,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<GuideDto> {
    return this.guides.guide(await this.find(id, person), person, lang);
  }

  @Post(':id/events')
  @Audited('ticket.acted', { only: 'refused', tickets: [':id'] })
  @HttpCode(200)
  @Access('tickets.advance')
  @ApiOperation({
    summary: 'Advances the ticket by one event',
    description: `403 the step is somebody else’s (says whose); 409 not accepted in this step, the way is closed (with \`why\`), a colleague holds it, or more than one step is open to the caller (\`${ambiguousStep.slug}\`); 412 stale version; 422 the form is not valid.`,
  })
  @TakesKey()
  @UseInterceptors(Replays)
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that the caller saw, in quotes' })
  @ApiOkResponse({ type: TicketAndGuideDto, example: { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE } })
  @ApiProblems(400, 403, 404, 409, 412, 422)
  async advance(
    @Param('id') id: string,
    @Body() body: EventDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const options = this.options.optionsFor(request, person, lang);
    if (body.type === ESCALATE) await this.acts.mustEscalateToKnown(body.data);
    const { answer } = await this.tickets.apply(
      id,
      { type: 'event', event: body.type, data: body.data, step: body.step },
      options,
    );
    return answer;
  }

  @Get(':id/history')
  @Audited('customer.read', { tickets: [':id'] })
  @Access('tickets.read')
  @ApiOperation({ summary: 'Every event of the ticket, oldest first, with actor and cause' })
  @Header('Vary', 'Accept-Language')
  @ApiOkResponse({ type: HistoryPageDto })
  @ApiProblems(404, 422)
  async history(
    @Param('id') id: string,
    @Query() query: PageQuery,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<HistoryPageDto> {
    const ticket = await this.find(id, person);
    return this.story.history(ticket, Number(query.cursor ?? 0), query.limit ?? 200, lang);
  }

  @Get(':id/visits')
  @Audited('customer.read', { tickets: [':id'] })
  @Access('tickets.read')
  @ApiOperation({
    summary: 'Every stay in a step with the parts of its time in ms; the parts add up to `dwell`',
  })
  @Header('Vary', 'Accept-Language')
  @ApiOkResponse({ type: VisitPageDto })
  @ApiProblems(404)
  async visits(
    @Param('id') id: string,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<VisitPageDto> {
    return { items: await this.story.visits(await this.find(id, person), lang), nextCursor: null };
  }

  private async find(id: string, person: Person): Promise<Ticket> {
    const ticket = await this.tickets.read(id);
    if (ticket === null || !maySee(person, ticket)) throw new TicketNotFound(id);
    return ticket;
  }
}
