import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ESCALATE } from '../engine/index.js';
import type { Json, JsonObject } from '../engine/model.js';
import type { Lang } from '../engine/text.js';
import { Access, Caller } from '../people/access.decorators.js';
import { maySee } from '../people/access.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import type { Person } from '../people/model.js';
import { CommandOptionsService, type WriteRequest } from './command-options.service.js';
import { GuideService } from './guide.service.js';
import type { Ticket } from './model.js';
import { renderTicket } from './render.js';
import { TicketActsService } from './ticket-acts.service.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from './ticket-examples.js';
import { TicketLists, type Page } from './ticket-lists.service.js';
import { TicketNotFound } from './ticket-problems.js';
import { EventDto, OpenTicketDto, PageQuery, TicketsQuery } from './tickets.dto.js';
import { TicketsService } from './tickets.service.js';

interface Reply {
  header(name: string, value: string): unknown;
}

const ANY = { type: 'object', additionalProperties: true } as const;

/** Tickets: opened, read, advanced. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly lists: TicketLists,
    private readonly guides: GuideService,
    private readonly acts: TicketActsService,
    private readonly options: CommandOptionsService,
  ) {}

  @Post()
  @Access('tickets.open')
  @ApiOperation({ summary: 'Opens a ticket; it is answered in its first step' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Kept for 24 h' })
  @ApiCreatedResponse({ schema: { ...ANY, example: TICKET_EXAMPLE } })
  async open(
    @Body() body: OpenTicketDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Json> {
    const options = this.options.optionsFor(request, person, lang);
    // Opening a case does not mean working on it: it waits in its lane.
    const { reach, ifMatch, ...rest } = options;
    void reach;
    void ifMatch;
    const { answer, ticket } = await this.tickets.open(body, { ...rest, answer: renderTicket });
    reply.header('Location', `/api/tickets/${ticket.id}`);
    reply.header('ETag', `"${String(ticket.version)}"`);
    return answer;
  }

  @Get()
  @Access('tickets.read')
  @ApiOperation({ summary: 'The tickets that the caller may see, newest first' })
  @ApiOkResponse({
    schema: { type: 'object', example: { items: [TICKET_EXAMPLE], nextCursor: '1023' } },
  })
  list(@Query() query: TicketsQuery, @Caller() person: Person): Promise<Page> {
    return this.lists.tickets(person, { ...query, limit: query.limit ?? 50 });
  }

  @Get(':id')
  @Access('tickets.read')
  @ApiOperation({ summary: 'One ticket' })
  @ApiOkResponse({ schema: { ...ANY, example: TICKET_EXAMPLE } })
  async read(
    @Param('id') id: string,
    @Caller() person: Person,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<JsonObject> {
    const ticket = await this.find(id, person);
    reply.header('ETag', `"${String(ticket.version)}"`);
    return renderTicket(ticket);
  }

  @Get(':id/guide')
  @Access('tickets.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ summary: 'The current steps: what to check, say and fill in, and which ways out are open' })
  @ApiOkResponse({ schema: { ...ANY, example: GUIDE_EXAMPLE } })
  async guide(
    @Param('id') id: string,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<JsonObject> {
    return this.guides.guide(await this.find(id, person), person, lang);
  }

  @Post(':id/events')
  @HttpCode(200)
  @Access('tickets.advance')
  @ApiOperation({
    summary: 'Advances the ticket by one event',
    description:
      '409 not accepted in this step, or the way is closed (with `why`); 412 stale version; 422 the form is not valid.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Kept for 24 h' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version that the caller saw, in quotes' })
  @ApiOkResponse({ schema: { ...ANY, example: { ticket: TICKET_EXAMPLE, guide: GUIDE_EXAMPLE } } })
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
      { type: 'event', event: body.type, data: body.data },
      options,
    );
    return answer;
  }

  @Get(':id/history')
  @Access('tickets.read')
  @ApiOperation({ summary: 'Every event of the ticket, oldest first, with actor and cause' })
  @ApiOkResponse({ schema: ANY })
  async history(@Param('id') id: string, @Query() query: PageQuery, @Caller() person: Person): Promise<Page> {
    const ticket = await this.find(id, person);
    return this.lists.history(ticket, Number(query.cursor ?? 0), query.limit ?? 200);
  }

  @Get(':id/visits')
  @Access('tickets.read')
  @ApiOperation({
    summary: 'Every stay in a step with the parts of its time in ms; the parts add up to `dwell`',
  })
  @ApiOkResponse({ schema: ANY })
  async visits(@Param('id') id: string, @Caller() person: Person): Promise<Page> {
    return { items: await this.lists.visits(await this.find(id, person)), nextCursor: null };
  }

  private async find(id: string, person: Person): Promise<Ticket> {
    const ticket = await this.tickets.read(id);
    if (ticket === null || !maySee(person, ticket)) throw new TicketNotFound(id);
    return ticket;
  }
}
