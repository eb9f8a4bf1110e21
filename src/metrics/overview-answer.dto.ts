import { ApiProperty } from '@nestjs/swagger';
import { CountedDurationAnswer, DurationAnswer, FigureHead, RateAnswer } from './figures.dto.js';

export class TicketCounts {
  @ApiProperty({ example: 240 })
  created!: number;

  @ApiProperty({ example: 31 })
  open!: number;

  @ApiProperty({ example: 201 })
  resolved!: number;

  @ApiProperty({ example: 5 })
  cancelled!: number;

  @ApiProperty({ example: 3 })
  merged!: number;
}

/** First contact resolution: definition section 1. */
export class FcrAnswer {
  @ApiProperty({ description: 'Resolved in the first contact, of all issues whose window has passed' })
  gross!: RateAnswer;

  @ApiProperty({ description: 'Gross, without escalation, transfer or hand-over' })
  strict!: RateAnswer;

  @ApiProperty({ description: 'Gross, of the issues without a contact that policy forces' })
  net!: RateAnswer;
}

export class EscalationCounts {
  @ApiProperty({ example: 19 })
  total!: number;

  @ApiProperty({ example: 12 })
  byAgent!: number;

  @ApiProperty({ example: 3 })
  byRule!: number;

  @ApiProperty({ example: 4 })
  byClock!: number;
}

/** Escalation rate: definition section 2. */
export class EscalationAnswer extends RateAnswer {
  @ApiProperty({ example: 8, description: 'Counted tickets that are still open' })
  open!: number;

  @ApiProperty({ description: 'Escalations of the counted tickets, by what raised them' })
  escalations!: EscalationCounts;

  @ApiProperty({ example: 7 })
  transfers!: number;

  @ApiProperty({ example: 2 })
  priorityChanges!: number;
}

export class CalendarDurationAnswer extends DurationAnswer {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 5400,
    description: 'Median with the open tickets taken into account; null while more than half run on',
  })
  kaplanMeierMedianSeconds!: number | null;
}

export class ResolutionFigures {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { open: 31 } })
  excluded!: Record<string, number>;

  @ApiProperty()
  calendar!: CalendarDurationAnswer;

  @ApiProperty({ description: 'Inside the business hours of the team' })
  business!: DurationAnswer;

  @ApiProperty({ description: 'Business time without waiting for the customer' })
  net!: DurationAnswer;
}

/** Resolution time: definition section 3. */
export class ResolutionAnswer {
  @ApiProperty({ description: 'First resolved − created' })
  first!: ResolutionFigures;

  @ApiProperty({ description: 'Last resolved − created; a reopened ticket counts as open' })
  full!: ResolutionFigures;
}

/** First response: definition section 4. */
export class FirstResponseAnswer {
  @ApiProperty({ description: 'First public reply of a person' })
  human!: CountedDurationAnswer;

  @ApiProperty({ description: 'First message that the system sent by itself' })
  bot!: CountedDurationAnswer;

  @ApiProperty({ description: 'Answered within the target, of those answered or overdue' })
  onTime!: RateAnswer;

  @ApiProperty({ example: 4, description: 'Not answered, and past the target' })
  overdue!: number;
}

export class OverviewFigures {
  @ApiProperty()
  tickets!: TicketCounts;

  @ApiProperty()
  fcr!: FcrAnswer;

  @ApiProperty()
  escalation!: EscalationAnswer;

  @ApiProperty()
  resolutionTime!: ResolutionAnswer;

  @ApiProperty()
  firstResponse!: FirstResponseAnswer;
}

export class OverviewAnswer extends FigureHead implements OverviewFigures {
  @ApiProperty()
  tickets!: TicketCounts;

  @ApiProperty()
  fcr!: FcrAnswer;

  @ApiProperty()
  escalation!: EscalationAnswer;

  @ApiProperty()
  resolutionTime!: ResolutionAnswer;

  @ApiProperty()
  firstResponse!: FirstResponseAnswer;
}
