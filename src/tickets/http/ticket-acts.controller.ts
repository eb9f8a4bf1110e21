import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import { Config } from '../../config.js';
import type { Json, JsonObject } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { maySee } from '../../people/access/access.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import type { WriteRequest } from '../../writes/identity.js';
import { CommandOptionsService } from './command-options.service.js';
import type { Command, CommandOptions } from '../model/model.js';
import { TicketAct } from './ticket-act.decorators.js';
import { TicketActsService } from './ticket-acts.service.js';
import { TicketNotFound } from '../model/ticket-problems.js';
import { MessagePageDto, TicketGuideAndMessageDto } from '../read/ticket-story.dto.js';
import { TicketStory } from '../read/ticket-story.service.js';
import { GUIDE_EXAMPLE, TICKET_EXAMPLE } from '../read/ticket-examples.js';
import {
  EscalateDto,
  MergeDto,
  MessageDto,
  PriorityDto,
  ReasonDto,
  StepReasonDto,
  TransferDto,
} from './tickets.dto.js';
import { MessagesQuery } from '../read/tickets-query.dto.js';
import { TicketsService } from '../door/tickets.service.js';

const MESSAGE_EXAMPLE = {
  ticket: TICKET_EXAMPLE,
  guide: GUIDE_EXAMPLE,
  message: { seq: 4, from: 'customer', body: 'Thank you', internal: false },
};

const NO_NOTE = {
  en: 'a note is written by an agent, not by the customer',
  'zh-CN': '备注只能由客服填写，不能记为买家所说',
};

/** The acts on a ticket beside its SOP's own events; each answers `{ticket, guide}`. */
@Audited('ticket.acted', { only: 'refused', tickets: [':id'] })
@ApiTags('tickets')
@Controller('tickets/:id')
export class TicketActsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly acts: TicketActsService,
    private readonly story: TicketStory,
    private readonly options: CommandOptionsService,
    private readonly config: Config,
  ) {}

  @Post('escalate')
  @TicketAct('tickets.escalate', 'To a higher tier or a specialist team; default one tier up')
  async escalate(
    @Param('id') id: string,
    @Body() body: EscalateDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    if (body.to?.team !== undefined) await this.acts.mustKnowTeam(body.to.team);
    const { reason, to, step } = body;
    return this.apply(id, { type: 'escalate', reason, to, step }, request, person, lang);
  }

  @Post('hand-back')
  @TicketAct('tickets.hand-back', 'Back to who knew the case before it was escalated or transferred')
  async handBack(
    @Param('id') id: string,
    @Body() body: StepReasonDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const { leaseMs } = this.config;
    const knower = await this.acts.knowerOf(id, body.step);
    return this.apply(id, { type: 'hand-back', ...body, knower, leaseMs }, request, person, lang);
  }

  @Post('transfer')
  @TicketAct('tickets.transfer', 'To another team at the same tier, or to a person')
  async transfer(
    @Param('id') id: string,
    @Body() body: TransferDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const { leaseMs } = this.config;
    const { reason, step } = body;
    const to = await this.acts.targetOf(body.to);
    return this.apply(id, { type: 'transfer', to, reason, step, leaseMs }, request, person, lang);
  }

  @Post('reopen')
  @TicketAct('tickets.reopen', 'A resolved ticket begins again')
  reopen(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    return this.apply(id, { type: 'reopen', reason: body.reason }, request, person, lang);
  }

  @Post('cancel')
  @TicketAct('tickets.cancel', 'The case is void; its timers and calls end with it')
  cancel(
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    return this.apply(id, { type: 'cancel', reason: body.reason }, request, person, lang);
  }

  @Post('merge')
  @TicketAct(
    'tickets.merge',
    'This ticket goes on in another one; `/undo` takes it back while nothing happened there',
  )
  async merge(
    @Param('id') id: string,
    @Body() body: MergeDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const options = this.options.optionsFor(request, person, lang);
    const command = { type: 'merge', confirmed: body.confirmed ?? false } as const;
    return (await this.tickets.applyToPair(id, body.into, command, options)).answer;
  }

  @Post('undo')
  @TicketAct('tickets.merge', 'Takes a merge back: the ticket goes on by itself, where it was')
  async undo(
    @Param('id') id: string,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const options = this.options.optionsFor(request, person, lang);
    const target = await this.acts.mergedInto(id, options);
    return (await this.tickets.applyToPair(id, target, { type: 'undo-merge' }, options)).answer;
  }

  @Post('priority')
  @TicketAct('tickets.prioritise', 'Another priority: its place in the lane moves, its targets do not')
  prioritise(
    @Param('id') id: string,
    @Body() body: PriorityDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    return this.apply(id, { type: 'set-priority', ...body }, request, person, lang);
  }

  @Get('messages')
  @Audited('customer.read', { tickets: [':id', 'items.ticketId'] })
  @Access('tickets.read')
  @ApiOperation({ summary: 'The conversation, page by page' })
  @ApiOkResponse({ type: MessagePageDto })
  @ApiProblems(404, 422)
  async messages(
    @Param('id') id: string,
    @Query() { cursor, limit = 200, order = 'oldest' }: MessagesQuery,
    @Caller() person: Person,
  ): Promise<MessagePageDto> {
    const ticket = await this.tickets.read(id);
    if (ticket === null || !maySee(person, ticket)) throw new TicketNotFound(id);
    return this.story.messages(ticket, { cursor: cursor ?? null, limit, order });
  }

  @Post('messages')
  @TicketAct('tickets.message', "Adds to the conversation; a customer's message is an event of the ticket", {
    status: 201,
    type: TicketGuideAndMessageDto,
    example: MESSAGE_EXAMPLE,
  })
  async say(
    @Param('id') id: string,
    @Body() body: MessageDto,
    @Req() request: WriteRequest,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<Json> {
    const options = this.options.optionsFor(request, person, lang);
    const internal = body.internal ?? false;
    if (internal && body.from === 'customer')
      throw new InvalidBody([{ pointer: '/internal', message: NO_NOTE }]);
    const answer: CommandOptions['answer'] = async (ticket, sop) => ({
      ...((await options.answer?.(ticket, sop)) as JsonObject),
      message: { seq: ticket.version, from: body.from, body: body.body, internal },
    });
    if (body.from === 'agent')
      return this.run(id, { type: 'message', ...body, internal }, { ...options, answer });
    return (await this.acts.sayAsCustomer(id, body.body, { ...options, answer })).answer;
  }

  private apply(
    id: string,
    command: Command,
    request: WriteRequest,
    person: Person,
    lang: Lang,
  ): Promise<Json> {
    return this.run(id, command, this.options.optionsFor(request, person, lang));
  }

  private async run(id: string, command: Command, options: CommandOptions): Promise<Json> {
    return (await this.tickets.apply(id, command, options)).answer;
  }
}
