import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import {
  ComparisonAnswer,
  CountedDurationAnswer,
  DurationAnswer,
  FigureHead,
  RateAnswer,
} from '../shared/figures.dto.js';

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

  @ApiProperty({
    example: 224,
    description: 'Held by somebody, escalated or resolved; the n of the escalation rate',
  })
  handled!: number;
}

/** Issues that were not resolved in the first contact, each counted under what happened first. */
export class FcrBroken {
  @ApiProperty({ example: 5, description: 'The customer wrote again, and not only to say thanks' })
  customerMessage!: number;

  @ApiProperty({ example: 2, description: 'Reopened without a message of the customer' })
  reopened!: number;

  @ApiProperty({ example: 3, description: 'Another ticket of the issue, or one that was merged afterwards' })
  repeatContact!: number;
}

/** First contact resolution: definition section 1. */
export class FcrAnswer {
  @ApiProperty({ description: 'Resolved in the first contact, of all issues whose window has passed' })
  gross!: RateAnswer;

  @ApiProperty({ description: 'Gross, without escalation, transfer or hand-over' })
  strict!: RateAnswer;

  @ApiProperty({ description: 'Gross, of the issues without a contact that policy forces' })
  net!: RateAnswer;

  @ApiProperty({ description: 'Why counted issues are not in gross; adds up to its n − count' })
  broken!: FcrBroken;
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

  @ApiProperty({ example: 7, description: 'At the same tier' })
  transfers!: number;

  @ApiProperty({ example: 2, description: 'Back to who knew the case: no escalation' })
  handBacks!: number;

  @ApiProperty({
    example: 6,
    description: 'Ways into a step that the SOP marks as an approval: no escalation',
  })
  approvals!: number;

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

  @ApiProperty({
    description:
      'Inside the business hours of the teams that were in charge, each while it was, and in the calendar it had then',
  })
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

  @ApiProperty({ description: 'The same in business time' })
  humanBusiness!: DurationAnswer;

  @ApiProperty({ description: 'First message that the system sent by itself' })
  bot!: CountedDurationAnswer;

  @ApiProperty({ description: 'Answered within the target, of those answered or overdue' })
  onTime!: RateAnswer;

  @ApiProperty({ example: 4, description: 'Not answered, and past the target' })
  overdue!: number;
}

/** SLA attainment of the tickets: definition section 7. */
export class ResolutionSlaAnswer extends RateAnswer {
  @ApiProperty({ example: 30, description: 'Targets that still run and are not past due' })
  pending!: number;
}

/** SLA attainment of the steps; n counts targets, not tickets. */
export class StepSlaAnswer extends ResolutionSlaAnswer {
  @ApiProperty({ example: 210, description: 'Tickets with a target that is decided' })
  tickets!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { untargeted: 4 } })
  excludedTickets!: Record<string, number>;
}

export class SlaFigures {
  @ApiProperty({ description: 'Resolved within the target of the ticket, of those resolved or overdue' })
  resolution!: ResolutionSlaAnswer;

  @ApiProperty({ description: 'Targets of steps that were met, of those met or missed' })
  steps!: StepSlaAnswer;
}

/** Reopen rate: definition section 6. */
export class ReopenAnswer extends RateAnswer {
  @ApiProperty({ example: 11, description: 'Of the counted tickets, however often each' })
  reopenings!: number;
}

/** Tickets that are open, whenever they were created. */
export class OpenTickets {
  @ApiProperty({ example: 232, description: 'At the beginning of the range' })
  atStart!: number;

  @ApiProperty({ example: 241, description: 'At its end, or now when that is earlier' })
  atEnd!: number;
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

  @ApiProperty()
  sla!: SlaFigures;

  @ApiProperty()
  reopen!: ReopenAnswer;

  @ApiProperty()
  backlog!: OpenTickets;
}

/** The same figures for the period of the same length that ended where this one begins. */
export class PreviousFigures extends OverviewFigures {
  @ApiProperty({ format: 'date-time', example: '2026-09-23T00:00:00.000Z' })
  from!: string;

  @ApiProperty({ format: 'date-time', example: '2026-10-23T00:00:00.000Z' })
  to!: string;
}

/** Each figure against the period before. The backlog is none: most of it is the same tickets. */
export class OverviewComparisons {
  @ApiProperty()
  created!: ComparisonAnswer;

  @ApiProperty()
  fcr!: ComparisonAnswer;

  @ApiProperty()
  fcrStrict!: ComparisonAnswer;

  @ApiProperty()
  fcrNet!: ComparisonAnswer;

  @ApiProperty()
  escalation!: ComparisonAnswer;

  @ApiProperty({ description: 'Of the medians in calendar time' })
  resolutionFirst!: ComparisonAnswer;

  @ApiProperty({ description: 'Of the medians in calendar time' })
  resolutionFull!: ComparisonAnswer;

  @ApiProperty({ description: 'Of the medians' })
  firstResponse!: ComparisonAnswer;

  @ApiProperty()
  firstResponseOnTime!: ComparisonAnswer;

  @ApiProperty()
  slaResolution!: ComparisonAnswer;

  @ApiProperty()
  slaSteps!: ComparisonAnswer;

  @ApiProperty()
  reopen!: ComparisonAnswer;
}

export class OverviewAnswer extends IntersectionType(FigureHead, OverviewFigures) {
  @ApiProperty({ type: PreviousFigures, nullable: true, description: 'With `compare=previous`, else null' })
  previous!: PreviousFigures | null;

  @ApiProperty({
    type: OverviewComparisons,
    nullable: true,
    description: 'With `compare=previous`, else null',
  })
  comparisons!: OverviewComparisons | null;
}
