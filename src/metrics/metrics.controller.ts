import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Lang } from '../engine/text.js';
import { Access, Caller } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import type { Person } from '../people/model.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { answerAs, ApiListAnswer, CSV_ROWS, CsvReply } from './csv-reply.decorators.js';
import { TicketPage } from './drill-down.dto.js';
import { DrillDownService } from './drill-down.service.js';
import { FigureScopes } from './metrics-scope.service.js';
import { OverviewQuery, OverviewTicketsQuery, PAGE } from './metrics.dto.js';
import { OverviewAnswer } from './overview-answer.dto.js';
import { OverviewService } from './overview.service.js';
import { TICKETS_TABLE } from './ticket-tables.js';

@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly overviews: OverviewService,
    private readonly drillDown: DrillDownService,
  ) {}

  @Get('overview')
  @Access('metrics.read')
  @ApiOperation({
    summary: 'FCR, escalation rate, resolution time and first response',
    description: 'Of the tickets created in [from, to). A rate without cases is null.',
  })
  @ApiOkResponse({ type: OverviewAnswer })
  @ApiProblems(422)
  async overview(@Query() query: OverviewQuery, @Caller() caller: Person): Promise<OverviewAnswer> {
    const { scope, head } = this.scopes.read(query, caller);
    return { ...head, ...(await this.overviews.overview(scope)) };
  }

  @Get('overview/tickets')
  @Access('metrics.read')
  @ApiOperation({ summary: 'The tickets behind a figure of the overview' })
  @ApiListAnswer(TicketPage)
  @ApiProblems(422)
  async overviewTickets(
    @Query() query: OverviewTicketsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<TicketPage | string> {
    const { figure, excluded, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...wish } = query;
    const { scope, head } = this.scopes.read(wish, caller);
    const page = { after: cursor ?? null, limit, withExcluded: excluded };
    const answer = await this.drillDown.tickets(scope, figure, page, lang);
    return answerAs(csv, answer, { table: TICKETS_TABLE, rows: ({ items }) => items, lang, tz: head.tz });
  }
}
