import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorators.js';
import type { Lang } from '../engine/common/text.js';
import { Access, Caller } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import type { Person } from '../people/common/model.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { BottlenecksAnswer, BottleneckVisitPage } from './bottlenecks/bottlenecks.dto.js';
import { BottlenecksService } from './bottlenecks/bottlenecks.service.js';
import { ApiListAnswer, CSV_ROWS, CsvReply } from './shared/csv-reply.decorators.js';
import { StepVisitPage } from './cases/drill-down.dto.js';
import { DrillDownService } from './cases/drill-down.service.js';
import { previousRange } from './shared/metrics-range.js';
import { FigureTables } from './shared/tables.service.js';
import { FigureScopes } from './shared/metrics-scope.service.js';
import { BottleneckVisitsQuery } from './bottlenecks/bottlenecks-queries.dto.js';
import { StepVisitsQuery } from './cases/cases-queries.dto.js';
import { CompareQuery, PAGE, StepsQuery } from './shared/queries.dto.js';
import {
  BOTTLENECK_VISITS_TABLE,
  BOTTLENECKS_TABLE,
  COMPARED_BOTTLENECKS_TABLE,
  STEP_VISITS_TABLE,
  STEPS_TABLE,
} from './step-tables.js';
import { StepsAnswer } from './steps/steps-answer.dto.js';
import { StepsService } from './steps/steps.service.js';
import type { Way } from './steps/ways.js';
import { readWay } from './steps/ways.js';

/** Where the time goes: the steps of an SOP, and where its tickets wait. */
@Audited('figures.exported', { only: 'csv' })
@ApiTags('metrics')
@Controller('metrics')
export class StepsController {
  constructor(
    private readonly scopes: FigureScopes,
    private readonly tables: FigureTables,
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
    const { scope, head } = await this.scopes.read(query, caller, { onlySums: true });
    const answer = { ...head, ...(await this.figures.steps(scope, lang)) };
    return this.tables.answer(csv, answer, { table: STEPS_TABLE, rows: ({ steps }) => steps, lang, head });
  }

  @Get('steps/tickets')
  @Audited('customer.read', { tickets: ['items.ticketId'] })
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
    const ways = way?.map(readWay);
    const { scope, head } = await this.scopes.read(wish, caller, { steps: stepsIn(step, ways) });
    const [ticket = '0', visit = '0'] = (cursor ?? '0.0').split('.');
    const page = {
      ...{ after: [ticket, Number(visit)] satisfies [string, number], limit },
      ...(part === undefined ? {} : { part }),
      ...(ways === undefined ? {} : { ways }),
    };
    const answer = await this.drillDown.stepVisits(scope, step, page, lang);
    return this.tables.answer(csv, answer, {
      table: STEP_VISITS_TABLE,
      rows: ({ items }) => items,
      lang,
      head,
      asked: { step, way, part },
    });
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
    const { scope, head } = await this.scopes.read(query, caller);
    const before = compare === undefined ? null : previousRange({ ...scope, tz: head.tz });
    const bottlenecks = await this.waits.bottlenecks(scope, head.tz, lang, before);
    const rows = (answer: BottlenecksAnswer) => answer.bottlenecks;
    return this.tables.answer(
      csv,
      { ...head, bottlenecks },
      {
        table: compare === undefined ? BOTTLENECKS_TABLE : COMPARED_BOTTLENECKS_TABLE,
        rows,
        lang,
        head,
        asked: { compare },
      },
    );
  }

  @Get('bottlenecks/tickets')
  @Audited('customer.read', { tickets: ['items.ticketId'] })
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
    const { scope, head } = await this.scopes.read(wish, caller, { steps: stepsIn(step) });
    const [ms = '0', ticket = '0', visit = '0'] = cursor?.split('.') ?? [];
    const after: [number, string, number] | null =
      cursor === undefined ? null : [Number(ms), ticket, Number(visit)];
    const answer = await this.waits.visits(scope, step, { after, limit, weekday, tz: head.tz }, lang);
    const table = BOTTLENECK_VISITS_TABLE;
    return this.tables.answer(csv, answer, {
      table,
      rows: ({ items }) => items,
      lang,
      head,
      asked: { step, weekday },
    });
  }
}

/** The steps that a query names, each with its parameter. */
function stepsIn(step: string | null, ways: readonly Way[] = []): { pointer: string; step: string }[] {
  const ends = ways.flatMap(({ from, to }) => [from, to]).map((end) => ({ pointer: '/way', step: end }));
  return [{ pointer: '/step', step }, ...ends].flatMap(({ pointer, step: name }) =>
    name === null ? [] : [{ pointer, step: name }],
  );
}
