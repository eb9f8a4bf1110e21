import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorators.js';
import type { Lang } from '../engine/common/text.js';
import { Access, Caller } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import type { Person } from '../people/common/model.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { BacklogAnswer, BacklogTicketPage } from './backlog/backlog.dto.js';
import { BacklogService } from './backlog/backlog.service.js';
import { ApiListAnswer, CSV_ROWS, CsvReply } from './shared/csv-reply.decorators.js';
import { TicketPage } from './cases/drill-down.dto.js';
import { DrillDownService } from './cases/drill-down.service.js';
import { previousRange } from './shared/metrics-range.js';
import { FigureTables } from './shared/tables.service.js';
import { FigureScopes } from './shared/metrics-scope.service.js';
import { BacklogQuery, BacklogTicketsQuery } from './backlog/backlog-queries.dto.js';
import { OverviewTicketsQuery } from './cases/cases-queries.dto.js';
import { OverviewFiguresQuery, PAGE } from './shared/queries.dto.js';
import { OverviewAnswer } from './overview/overview-answer.dto.js';
import { compareOverviews } from './overview/compare-overviews.js';
import { OverviewService } from './overview/overview.service.js';
import { BACKLOG_TABLE, BACKLOG_TICKETS_TABLE, TICKETS_TABLE } from './cases/ticket-tables.js';

@Audited('figures.exported', { only: 'csv' })
@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly tables: FigureTables,
    private readonly overviews: OverviewService,
    private readonly open: BacklogService,
    private readonly drillDown: DrillDownService,
  ) {}

  @Get('overview')
  @Access('metrics.read')
  @ApiOperation({
    summary: 'FCR, escalation, resolution time, first response, SLA, reopenings and the backlog',
    description: 'Of the tickets created in [from, to). A rate without cases is null.',
  })
  @ApiOkResponse({ type: OverviewAnswer })
  @ApiProblems(422)
  async overview(
    @Query() { compare, ...query }: OverviewFiguresQuery,
    @Caller() caller: Person,
  ): Promise<OverviewAnswer> {
    const { scope, head } = await this.scopes.read(query, caller);
    const before = previousRange({ ...scope, tz: head.tz });
    const [figures, previous] = await Promise.all([
      this.overviews.overview(scope),
      compare === undefined ? null : this.overviews.overview({ ...scope, ...before }),
    ]);
    const period = { from: new Date(before.from).toISOString(), to: head.from };
    const comparisons = previous === null ? null : compareOverviews(figures, previous);
    return {
      ...head,
      ...figures,
      previous: previous === null ? null : { ...period, ...previous },
      comparisons,
    };
  }

  @Get('overview/tickets')
  @Audited('customer.read', { tickets: ['items.ticketId', 'items.broken.ticketId'] })
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
    const { figure, excluded, part, reason, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...wish } = query;
    const { scope, head } = await this.scopes.read(wish, caller);
    const whole = excluded ? ('all' as const) : ('counted' as const);
    const page = {
      ...{ after: cursor ?? null, limit, part: part ?? (reason === undefined ? whole : 'left-out') },
      ...(reason === undefined ? {} : { reason }),
    };
    const answer = await this.drillDown.tickets(scope, figure, page, lang);
    return this.tables.answer(csv, answer, {
      table: TICKETS_TABLE,
      rows: ({ items }) => items,
      lang,
      head,
      asked: { figure, part, reason, excluded },
    });
  }

  @Get('backlog')
  @Access('metrics.read')
  @ApiOperation({
    summary: 'Open tickets over time, and what came and went',
    description: 'By hour or day of `tz`, up to now. A merged ticket counts until it is merged.',
  })
  @ApiListAnswer(BacklogAnswer)
  @ApiProblems(422)
  async backlog(
    @Query() { interval, ...query }: BacklogQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<BacklogAnswer | string> {
    const { scope, head } = await this.scopes.read(query, caller);
    const answer = { ...head, interval, ...(await this.open.series(scope, head.tz, interval)) };
    return this.tables.answer(csv, answer, {
      table: BACKLOG_TABLE,
      rows: ({ points }) => points,
      lang,
      head,
      asked: { interval },
    });
  }

  @Get('backlog/tickets')
  @Audited('customer.read', { tickets: ['items.ticketId'] })
  @Access('metrics.read')
  @ApiOperation({ summary: 'The tickets behind a point of the backlog' })
  @ApiListAnswer(BacklogTicketPage)
  @ApiProblems(422)
  async backlogTickets(
    @Query() query: BacklogTicketsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<BacklogTicketPage | string> {
    const { what, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...wish } = query;
    const { scope, head } = await this.scopes.read(wish, caller);
    const [ticket = '0', change = '0'] = (cursor ?? '0.0').split('.');
    const page = { after: [ticket, Number(change)] satisfies [string, number], limit };
    const answer = await this.open.tickets(scope, what, page, lang);
    const table = BACKLOG_TICKETS_TABLE;
    return this.tables.answer(csv, answer, {
      table,
      rows: ({ items }) => items,
      lang,
      head,
      asked: { what },
    });
  }
}
