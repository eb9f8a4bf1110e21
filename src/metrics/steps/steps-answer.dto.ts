import { ApiProperty } from '@nestjs/swagger';
import type { StepKind } from '../../engine/common/model.js';
import type { Text } from '../../engine/common/text.js';
import { DurationAnswer, FigureHead, RateAnswer } from '../shared/figures.dto.js';

const share = { type: Number, nullable: true } as const;

/** The parts of the dwell; their sums add up to its sum (definition section 8). */
export class PartsAnswer {
  @ApiProperty({ description: 'Waiting for somebody who is on shift' })
  queue!: DurationAnswer;

  @ApiProperty({ description: 'Held by a person' })
  touch!: DurationAnswer;

  @ApiProperty({ description: 'Waiting for the customer' })
  customer!: DurationAnswer;

  @ApiProperty({ description: 'Automation or another department' })
  external!: DurationAnswer;

  @ApiProperty({ description: 'Waiting while nobody is on shift' })
  offShift!: DurationAnswer;

  @ApiProperty({ description: 'Waiting for the other regions of a parallel step' })
  join!: DurationAnswer;
}

export class LeavingEvent {
  @ApiProperty({ example: 'APPROVE' })
  event!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Grant return',
    description: 'In the language of the caller; null when it has none',
  })
  title!: string | null;

  @ApiProperty({ example: 120 })
  visits!: number;

  @ApiProperty({ example: 0.8, description: 'Of the finished visits' })
  share!: number;
}

export class SlaAnswer extends RateAnswer {
  @ApiProperty({ example: 3, description: 'Targets that still run and are not past due' })
  pending!: number;
}

export class StepRow {
  @ApiProperty({ example: 'return-refund' })
  sop!: string;

  @ApiProperty({ example: 3 })
  version!: number;

  @ApiProperty({ example: 'handling.inspect' })
  step!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Inspect the parcel',
    description: 'In the language of the caller',
  })
  title!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    example: { en: 'Inspect the parcel', 'zh-CN': '验收退货' },
  })
  titles!: Text | null;

  @ApiProperty({ enum: ['human', 'automatic', 'waits-for-customer', 'waits-for-others', 'joined'] })
  kind!: StepKind | 'joined';

  @ApiProperty({ example: 150 })
  visits!: number;

  @ApiProperty({ example: 140 })
  tickets!: number;

  @ApiProperty({ example: 4 })
  openVisits!: number;

  @ApiProperty({ description: 'Of the finished visits' })
  dwell!: DurationAnswer;

  @ApiProperty()
  parts!: PartsAnswer;

  @ApiProperty({ type: [LeavingEvent] })
  leaving!: LeavingEvent[];

  @ApiProperty({ description: 'Visits beyond the first of a ticket in its whole life, of all visits' })
  rework!: RateAnswer;

  @ApiProperty({ description: 'Tickets with an escalation raised here, of the tickets' })
  escalation!: RateAnswer;

  @ApiProperty({ description: 'Targets met, of those met or breached' })
  sla!: SlaAnswer;

  @ApiProperty({ description: 'Visits left because an automation failed, of the finished ones' })
  failed!: RateAnswer;

  @ApiProperty({ description: 'First contact resolution (gross) of the tickets that passed through' })
  fcr!: RateAnswer;

  @ApiProperty({ ...share, example: 0.31, description: 'Of the time on the critical path, per version' })
  shareOfTotal!: number | null;

  @ApiProperty({
    ...share,
    example: 0.44,
    description: 'Of the non-touch time on the critical path, per version',
  })
  bottleneck!: number | null;
}

/** How often one stay followed another. */
export class StepFlow {
  @ApiProperty({ example: 3 })
  version!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'checking.assess',
    description: 'Null: a ticket began',
  })
  from!: string | null;

  @ApiProperty({ example: 'APPROVE', description: '`opened` and `reopened` where a ticket begins' })
  event!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Grant return' })
  title!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'returning.make-label',
    description: 'Null: nothing followed',
  })
  to!: string | null;

  @ApiProperty({ example: 120 })
  count!: number;
}

export class StepsAnswer extends FigureHead {
  @ApiProperty({ type: [StepRow] })
  steps!: StepRow[];

  @ApiProperty({ type: [StepFlow], description: 'How the tickets went from step to step' })
  flows!: StepFlow[];
}
