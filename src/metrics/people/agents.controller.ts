import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { AGENT_TICKETS_TABLE, AGENTS_TABLE, COMPARED_AGENTS_TABLE } from './agent-tables.js';
import { AgentsAnswer, AgentTicketPage } from './agents.dto.js';
import { AgentsService } from './agents.service.js';
import { ApiListAnswer, CSV_ROWS, CsvReply } from '../shared/csv-reply.decorators.js';
import { previousRange } from '../shared/metrics-range.js';
import { FigureTables } from '../shared/tables.service.js';
import { FigureScopes } from '../shared/metrics-scope.service.js';
import { CompareQuery, PAGE } from '../shared/queries.dto.js';
import { AgentTicketsQuery } from './agents-queries.dto.js';

/** What people did. */
@Audited('figures.exported', { only: 'csv' })
@ApiTags('metrics')
@Controller('metrics/agents')
export class AgentsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly tables: FigureTables,
    private readonly people: AgentsService,
  ) {}

  @Get()
  @Access('metrics.read')
  @ApiOperation({
    summary: 'Tickets, replies, handling time, FCR, escalations and reopenings by person',
    description:
      'Of the stays that ended, the first replies given and the escalations raised in [from, to). A ticket counts for everybody who held it. What cannot be told stands in `missing`, with the reason.',
  })
  @ApiListAnswer(AgentsAnswer)
  @ApiProblems(422)
  async agents(
    @Query() { compare, ...query }: CompareQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<AgentsAnswer | string> {
    const { scope, head } = await this.scopes.read(query, caller);
    const before = compare === undefined ? null : previousRange({ ...scope, tz: head.tz });
    const agents = await this.people.agents(scope, head.tz, before);
    const answer = { ...head, agents, missing: this.people.missing(lang) };
    return this.tables.answer(csv, answer, {
      table: compare === undefined ? AGENTS_TABLE : COMPARED_AGENTS_TABLE,
      rows: (all) => all.agents,
      lang,
      head,
      asked: { compare },
    });
  }

  @Get('tickets')
  @Audited('customer.read', { tickets: ['items.ticketId'] })
  @Access('metrics.read')
  @ApiOperation({ summary: 'The tickets behind the figures of a person' })
  @ApiListAnswer(AgentTicketPage)
  @ApiProblems(422)
  async agentTickets(
    @Query() query: AgentTicketsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<AgentTicketPage | string> {
    const { part, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...filter } = query;
    const { scope, head } = await this.scopes.read(filter, caller);
    const wish = { after: cursor ?? '0', limit, tz: head.tz, ...(part === undefined ? {} : { part }) };
    const answer = await this.people.tickets(scope, query.agent, wish, lang);
    const table = AGENT_TICKETS_TABLE;
    return this.tables.answer(csv, answer, {
      table,
      rows: ({ items }) => items,
      lang,
      head,
      asked: { part },
    });
  }
}
