import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { WAY } from '../steps/ways.js';
import type { Figure, FigurePart, LeftOut, StepPart } from './drill-down.dto.js';
import { FIGURE_PARTS, FIGURES, LEFT_OUT, STEP_PARTS } from './drill-down.dto.js';
import { NAME_LENGTH, OverviewQuery, StepsQuery, limitOf } from '../shared/queries.dto.js';

/** A way out of a phase is one from each of its steps. */
const MOST_WAYS = 500;

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
