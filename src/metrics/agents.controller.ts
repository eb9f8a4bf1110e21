import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorators.js';
import type { Lang } from '../engine/text.js';
import { Access, Caller } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import type { Person } from '../people/model.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { AGENT_TICKETS_TABLE, AGENTS_TABLE } from './agent-tables.js';
import { AgentsAnswer, AgentTicketPage } from './agents.dto.js';
import { AgentsService } from './agents.service.js';
import { answerAs, ApiListAnswer, CSV_ROWS, CsvReply } from './csv-reply.decorators.js';
import { previousRange } from './metrics-range.js';
import { FigureScopes } from './metrics-scope.service.js';
import { AgentTicketsQuery, CompareQuery, PAGE } from './metrics.dto.js';

/** What people did. */
@Audited('figures.exported', { only: 'csv' })
@ApiTags('metrics')
@Controller('metrics/agents')
export class AgentsController {
  constructor(
    private readonly scopes: FigureScopes,
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
    const { scope, head } = this.scopes.read(query, caller);
    const before = compare === undefined ? null : previousRange({ ...scope, tz: head.tz });
    const agents = await this.people.agents(scope, head.tz, before);
    const answer = { ...head, agents, missing: this.people.missing(lang) };
    return answerAs(csv, answer, { table: AGENTS_TABLE, rows: (all) => all.agents, lang, tz: head.tz });
  }

  @Get('tickets')
  @Audited('customer.read')
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
    const { agent, part, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...filter } = query;
    const { scope, head } = this.scopes.read(filter, caller);
    const wish = { after: cursor ?? '0', limit, tz: head.tz, ...(part === undefined ? {} : { part }) };
    const answer = await this.people.tickets(scope, agent, wish, lang);
    const table = AGENT_TICKETS_TABLE;
    return answerAs(csv, answer, { table, rows: ({ items }) => items, lang, tz: head.tz });
  }
}
