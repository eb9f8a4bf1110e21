import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { DiffChange, DiffStatus, StepDiff } from '../engine/index.js';
import type { Json } from '../engine/common/model.js';

const VERSION = /^([1-9]\d{0,8}|newest|draft)$/;
const STATUSES = ['added', 'removed', 'changed', 'same'] as const;
const ANY_JSON = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
    { type: 'null' },
  ],
};

export class DiffQuery {
  @ApiPropertyOptional({
    default: 'newest',
    example: '3',
    description: 'A version, `newest` or `draft`',
    pattern: VERSION.source,
  })
  @IsOptional()
  @Matches(VERSION)
  from: string = 'newest';

  @ApiPropertyOptional({ default: 'draft', example: 'draft', pattern: VERSION.source })
  @IsOptional()
  @Matches(VERSION)
  to: string = 'draft';
}

@ApiSchema({ name: 'DiffChange' })
export class DiffChangeDto {
  @ApiProperty({
    example: '/meta/sla/within',
    description: 'JSON pointer from the step, the transition or the SOP; `/order`: its turn among the ways',
  })
  path!: string;

  @ApiProperty({ enum: ['added', 'removed', 'changed'] })
  kind!: DiffChange['kind'];

  @ApiProperty({ ...ANY_JSON, example: 'PT4H' })
  before!: Json;

  @ApiProperty({ ...ANY_JSON, example: 'PT2H' })
  after!: Json;
}

@ApiSchema({ name: 'StepDiff' })
export class StepDiffDto {
  @ApiProperty({ example: 'checking.assess', description: 'Phases and ends are here too' })
  step!: string;

  @ApiProperty({ enum: ['atomic', 'compound', 'parallel', 'final', 'history'] })
  type!: StepDiff['type'];

  @ApiProperty({ example: 'Assess the request' })
  title!: string;

  @ApiProperty({ enum: STATUSES })
  status!: DiffStatus;

  @ApiProperty({ type: [DiffChangeDto] })
  changes!: DiffChangeDto[];
}

@ApiSchema({ name: 'TransitionDiff' })
export class TransitionDiffDto {
  @ApiProperty({ example: 'checking.assess', description: 'Empty: the SOP as a whole' })
  from!: string;

  @ApiProperty({
    example: 'APPROVE',
    description: 'Or `after PT4H`, `done.<call>`, `error.<call>`, `always`, `done`',
  })
  event!: string;

  @ApiProperty({ type: String, nullable: true, example: 'paying.pay', description: 'Null: the ticket stays' })
  to!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Approve', description: 'The name on the button' })
  title!: string | null;

  @ApiProperty({ enum: STATUSES })
  status!: DiffStatus;

  @ApiProperty({ type: [DiffChangeDto] })
  changes!: DiffChangeDto[];
}

@ApiSchema({ name: 'SopDiff' })
export class SopDiffDto {
  @ApiProperty({ example: '3' })
  from!: string;

  @ApiProperty({ example: 'draft' })
  to!: string;

  @ApiProperty({ description: 'Nothing that means anything differs' })
  same!: boolean;

  @ApiProperty({ type: [StepDiffDto], description: 'Every state, in the order of `to`; removed ones last' })
  steps!: StepDiffDto[];

  @ApiProperty({ type: [TransitionDiffDto], description: 'Every transition' })
  transitions!: TransitionDiffDto[];

  @ApiProperty({ type: [DiffChangeDto], description: 'What stands at the top of the SOP' })
  root!: DiffChangeDto[];
}
