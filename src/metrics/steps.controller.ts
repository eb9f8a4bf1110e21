import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorators.js';
import type { Lang } from '../engine/text.js';
import { Access, Caller } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import type { Person } from '../people/model.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { BottlenecksAnswer, BottleneckVisitPage } from './bottlenecks.dto.js';
import { BottlenecksService } from './bottlenecks.service.js';
import { answerAs, ApiListAnswer, CSV_ROWS, CsvReply } from './csv-reply.decorators.js';
import { StepVisitPage } from './drill-down.dto.js';
import { DrillDownService } from './drill-down.service.js';
import { previousRange } from './metrics-range.js';
import { FigureScopes } from './metrics-scope.service.js';
import { BottleneckVisitsQuery, CompareQuery, PAGE, StepsQuery, StepVisitsQuery } from './metrics.dto.js';
import { BOTTLENECK_VISITS_TABLE, BOTTLENECKS_TABLE, STEP_VISITS_TABLE, STEPS_TABLE } from './step-tables.js';
import { StepsAnswer } from './steps-answer.dto.js';
import { StepsService } from './steps.service.js';
import { readWay } from './ways.js';

/** Where the time goes: the steps of an SOP, and where its tickets wait. */
@Audited('figures.exported', { only: 'csv' })
@ApiTags('metrics')
@Controller('metrics')
export class StepsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly figures: StepsService,
    private readonly waits: BottlenecksService,
    private readonly drillDown: DrillDownService,
  ) {}

  @Get('steps')
  @Access('metrics.steps')
  @ApiOperation({
    summary: 'The figures of each step of an SOP, and how tickets went from step to step',
    description: 'Of the visits entered in [from, to), one row per version and step. CSV: the steps.',
  })
  @ApiListAnswer(StepsAnswer)
  @ApiProblems(422)
  async steps(
    @Query() query: StepsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<StepsAnswer | string> {
    const { scope, head } = this.scopes.read(query, caller, { onlySums: true });
    const answer = { ...head, ...(await this.figures.steps(scope, lang)) };
    return answerAs(csv, answer, { table: STEPS_TABLE, rows: ({ steps }) => steps, lang, tz: head.tz });
  }

  @Get('steps/tickets')
  @Audited('customer.read')
  @Access('metrics.read')
  @ApiOperation({
    summary: 'The visits, with their tickets, behind the figures of a step or the flows between steps',
    description: 'Of the visits entered in [from, to). At least one of `step` and `way` is asked for.',
  })
  @ApiListAnswer(StepVisitPage)
  @ApiProblems(422)
  async stepVisits(
    @Query() query: StepVisitsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<StepVisitPage | string> {
    const { step = null, part, way, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...wish } = query;
    const { scope, head } = this.scopes.read(wish, caller);
    const [ticket = '0', visit = '0'] = (cursor ?? '0.0').split('.');
    const page = {
      ...{ after: [ticket, Number(visit)] satisfies [string, number], limit },
      ...(part === undefined ? {} : { part }),
      ...(way === undefined ? {} : { ways: way.map(readWay) }),
    };
    const answer = await this.drillDown.stepVisits(scope, step, page, lang);
    return answerAs(csv, answer, { table: STEP_VISITS_TABLE, rows: ({ items }) => items, lang, tz: head.tz });
  }

  @Get('bottlenecks')
  @Access('metrics.read')
  @ApiOperation({
    summary: 'Where tickets wait, and why',
    description:
      'Non-touch time on the critical path of the finished visits entered in [from, to), the longest first. Scores add up to 1 within each version of an SOP.',
  })
  @ApiListAnswer(BottlenecksAnswer)
  @ApiProblems(422)
  async bottlenecks(
    @Query() { compare, ...query }: CompareQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<BottlenecksAnswer | string> {
    const { scope, head } = this.scopes.read(query, caller);
    const before = compare === undefined ? null : previousRange({ ...scope, tz: head.tz });
    const bottlenecks = await this.waits.bottlenecks(scope, head.tz, lang, before);
    const rows = (answer: BottlenecksAnswer) => answer.bottlenecks;
    return answerAs(csv, { ...head, bottlenecks }, { table: BOTTLENECKS_TABLE, rows, lang, tz: head.tz });
  }

  @Get('bottlenecks/tickets')
  @Audited('customer.read')
  @Access('metrics.read')
  @ApiOperation({ summary: 'The visits, with their tickets, behind a bottleneck, the longest waiting first' })
  @ApiListAnswer(BottleneckVisitPage)
  @ApiProblems(422)
  async bottleneckVisits(
    @Query() query: BottleneckVisitsQuery,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @CsvReply() csv: CsvReply,
  ): Promise<BottleneckVisitPage | string> {
    const { step, weekday = null, cursor, limit = csv === null ? PAGE : CSV_ROWS, ...wish } = query;
    const { scope, head } = this.scopes.read(wish, caller);
    const [ms = '0', ticket = '0', visit = '0'] = cursor?.split('.') ?? [];
    const after: [number, string, number] | null =
      cursor === undefined ? null : [Number(ms), ticket, Number(visit)];
    const answer = await this.waits.visits(scope, step, { after, limit, weekday, tz: head.tz }, lang);
    const table = BOTTLENECK_VISITS_TABLE;
    return answerAs(csv, answer, { table, rows: ({ items }) => items, lang, tz: head.tz });
  }
}
