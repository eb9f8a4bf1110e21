import { applyDecorators } from '@nestjs/common';
import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { AgentPart } from './agents.dto.js';
import { AGENT_PARTS } from './agents.dto.js';
import type { BacklogList } from './backlog.dto.js';
import { BACKLOG_LISTS } from './backlog.dto.js';
import type { BucketInterval } from './buckets.js';
import { INTERVALS } from './buckets.js';
import type { Figure, FigurePart, LeftOut, StepPart } from './drill-down.dto.js';
import { FIGURE_PARTS, FIGURES, LEFT_OUT, STEP_PARTS } from './drill-down.dto.js';
import { WAY } from './ways.js';

const NAME_LENGTH = 200;
/** A way out of a phase is one from each of its steps. */
const MOST_WAYS = 500;

class FigureQuery {
  @ApiPropertyOptional({
    example: '2026-11-01',
    description: 'An instant, or a date: its start in `tz`. Default: 30 days before `to`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-22', description: 'Itself outside the range. Default: now' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  to?: string;

  @ApiPropertyOptional({ example: 'Asia/Shanghai', default: 'UTC' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  tz?: string;

  @ApiPropertyOptional({ example: 'after-sales' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  team?: string;

  @ApiPropertyOptional({ example: 'chat' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  channel?: string;

  @ApiPropertyOptional({ minimum: 1, description: 'Of the SOP named by `sop`' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;

  @ApiHideProperty()
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

/** Items of a page when nothing is said. */
export const PAGE = 100;
const limitOf = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: 500, default: PAGE, description: 'As CSV: everything' }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(500),
  );

export class OverviewQuery extends FigureQuery {
  @ApiPropertyOptional({ example: 'return-refund' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  sop?: string;
}

export class CompareQuery extends OverviewQuery {
  @ApiPropertyOptional({ enum: ['previous'], description: 'Also the period of the same length before' })
  @IsOptional()
  @IsIn(['previous'])
  compare?: 'previous';
}

export class BacklogQuery extends OverviewQuery {
  @ApiPropertyOptional({ enum: INTERVALS, default: 'day' })
  @IsOptional()
  @IsIn(INTERVALS)
  interval: BucketInterval = 'day';
}

export class BacklogTicketsQuery extends OverviewQuery {
  @ApiProperty({
    enum: BACKLOG_LISTS,
    description: 'open: at the end of the range; else what happened in it',
  })
  @IsIn(BACKLOG_LISTS)
  what!: BacklogList;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}\.\d{1,9}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}

export class StepsQuery extends FigureQuery {
  @ApiProperty({ example: 'return-refund' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  sop!: string;
}

export class OverviewTicketsQuery extends OverviewQuery {
  @ApiProperty({ enum: FIGURES })
  @IsIn(FIGURES)
  figure!: Figure;

  @ApiPropertyOptional({
    default: false,
    description: 'Also the tickets that were left out, with the reason',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  excluded: boolean = false;

  @ApiPropertyOptional({
    enum: FIGURE_PARTS,
    description:
      'Only these of its tickets, whatever `excluded` says; where a part counts what happened, `times` says how often',
  })
  @IsOptional()
  @IsIn(FIGURE_PARTS)
  part?: FigurePart;

  @ApiPropertyOptional({ enum: LEFT_OUT, description: 'Only those left out for it' })
  @IsOptional()
  @IsIn(LEFT_OUT)
  reason?: LeftOut;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}

export class StepVisitsQuery extends StepsQuery {
  @ApiPropertyOptional({ example: 'handling.inspect', description: 'Required without `way`' })
  @ValidateIf(({ step, way }: StepVisitsQuery) => step !== undefined || way === undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  step?: string;

  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_WAYS,
    example: ['checking.assess~APPROVE~returning.make-label'],
    description:
      'Only visits that went one of these ways: `from`, `event` and `to` of a flow of `/metrics/steps` with a tilde between them, nothing for null. `~opened~checking.assess`: tickets that began there; `checking.assess~REFUSE~`: nothing followed',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_WAYS)
  @MaxLength(3 * NAME_LENGTH, { each: true })
  @Matches(WAY, {
    each: true,
    context: {
      text: {
        en: 'must be from~event~to, as a flow says them',
        'zh-CN': '格式必须为“来源步骤~事件~去向步骤”，与流向数据一致',
      },
    },
  })
  way?: string[];

  @ApiPropertyOptional({ enum: STEP_PARTS, description: 'Only these of its visits' })
  @IsOptional()
  @IsIn(STEP_PARTS)
  part?: StepPart;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}\.\d{1,9}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}

export class BottleneckVisitsQuery extends StepsQuery {
  @ApiProperty({ example: 'inspecting.inspect' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  step!: string;

  @ApiPropertyOptional({
    ...{ minimum: 1, maximum: 7, example: 6 },
    description: 'Only visits that began on this day of the week: 1 = Monday … 7 = Sunday',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,15}\.\d{1,18}\.\d{1,9}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}

export class AgentTicketsQuery extends OverviewQuery {
  @ApiProperty({ format: 'uuid', description: 'The person' })
  @IsUUID()
  agent!: string;

  @ApiPropertyOptional({
    enum: AGENT_PARTS,
    description: 'Only those that a figure counts; where it counts what happened, `times` says how often',
  })
  @IsOptional()
  @IsIn(AGENT_PARTS)
  part?: AgentPart;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}
