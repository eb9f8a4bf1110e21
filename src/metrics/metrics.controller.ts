import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Lang } from '../engine/text.js';
import { Access, Caller } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import type { Person } from '../people/model.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { StepVisitPage, TicketPage } from './drill-down.dto.js';
import { DrillDownService } from './drill-down.service.js';
import { FigureScopes } from './metrics-scope.service.js';
import { OverviewQuery, OverviewTicketsQuery, StepsQuery, StepVisitsQuery } from './metrics.dto.js';
import { OverviewAnswer } from './overview-answer.dto.js';
import { OverviewService } from './overview.service.js';
import { StepsAnswer } from './steps-answer.dto.js';
import { StepsService } from './steps.service.js';

@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly overviews: OverviewService,
    private readonly figures: StepsService,
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
  @ApiOkResponse({ type: TicketPage })
  @ApiProblems(422)
  overviewTickets(@Query() query: OverviewTicketsQuery, @Caller() caller: Person): Promise<TicketPage> {
    const { figure, excluded, cursor, limit, ...wish } = query;
    const { scope } = this.scopes.read(wish, caller);
    return this.drillDown.tickets(scope, figure, { after: cursor ?? null, limit, withExcluded: excluded });
  }

  @Get('steps')
  @Access('metrics.steps')
  @ApiOperation({
    summary: 'The figures of each step of an SOP',
    description: 'Of the visits entered in [from, to), one row per version and step.',
  })
  @ApiOkResponse({ type: StepsAnswer })
  @ApiProblems(422)
  async steps(
    @Query() query: StepsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
  ): Promise<StepsAnswer> {
    const { scope, head } = this.scopes.read(query, caller, { onlySums: true });
    return { ...head, steps: await this.figures.steps(scope, lang) };
  }

  @Get('steps/tickets')
  @Access('metrics.read')
  @ApiOperation({ summary: 'The visits, with their tickets, behind the figures of a step' })
  @ApiOkResponse({ type: StepVisitPage })
  @ApiProblems(422)
  stepVisits(@Query() query: StepVisitsQuery, @Caller() caller: Person): Promise<StepVisitPage> {
    const { step, cursor, limit, ...wish } = query;
    const { scope } = this.scopes.read(wish, caller);
    const [ticket = '0', visit = '0'] = (cursor ?? '0.0').split('.');
    return this.drillDown.stepVisits(scope, step, { after: [ticket, Number(visit)], limit });
  }
}
