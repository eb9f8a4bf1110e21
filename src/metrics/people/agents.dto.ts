import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ComparisonAnswer, DurationAnswer, FigureHead, RateAnswer } from '../shared/figures.dto.js';
import { ListPage, ListedTicket } from '../shared/listed.dto.js';

/** What of a person's tickets can be asked for alone: those that a figure of their row counts. */
export const AGENT_PARTS = [
  ...(['handled', 'active-days', 'replied', 'on-time', 'fcr', 'first-contact'] as const),
  ...(['reopen', 'reopened', 'reopenings', 'escalated'] as const),
] as const;
export type AgentPart = (typeof AGENT_PARTS)[number];

const nullableNumber = { type: Number, nullable: true } as const;

/** AHT, definition section 5. */
export class HandlingAnswer {
  @ApiProperty({ example: 154, description: 'Tickets handled' })
  n!: number;

  @ApiProperty({ example: 131_832, description: 'Time in which they held a stay and were not idle' })
  sumSeconds!: number;

  @ApiProperty({
    ...nullableNumber,
    example: 856.1,
    description: 'Per ticket; time at work on k stays at once counts k times',
  })
  meanSeconds!: number | null;

  @ApiProperty({ example: 131_616, description: 'Time at work on k stays at once counts once: 1/k for each' })
  weightedSumSeconds!: number;

  @ApiProperty({ ...nullableNumber, example: 854.6 })
  weightedMeanSeconds!: number | null;
}

export class DayCount {
  @ApiProperty({ format: 'date', example: '2026-11-21', description: 'In the time zone asked for' })
  day!: string;

  @ApiProperty({ example: 14 })
  tickets!: number;
}

/** Tickets per day: a ticket counts on every day on which a stay with them ended. */
export class ThroughputAnswer {
  @ApiProperty({ type: [DayCount], description: 'Days with tickets only' })
  days!: DayCount[];

  @ApiProperty({ ...nullableNumber, example: 15.4, description: 'Mean of those days' })
  perActiveDay!: number | null;
}

/** What one person did in one period. */
export class AgentFigures {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: '林若溪' })
  name!: string | null;

  @ApiProperty({ description: 'False: their access has ended' })
  active!: boolean;

  @ApiProperty({ example: 154, description: 'Tickets of which a stay with them ended in the range' })
  handled!: number;

  @ApiProperty({ example: 163, description: 'Those stays' })
  visits!: number;

  @ApiProperty()
  throughput!: ThroughputAnswer;

  @ApiProperty({ description: 'First public replies that they gave in the range' })
  firstResponse!: DurationAnswer;

  @ApiProperty({ description: 'Of those replies, the ones within the target' })
  firstResponseOnTime!: RateAnswer;

  @ApiProperty()
  handling!: HandlingAnswer;

  @ApiProperty({
    description:
      'First contact resolution (gross) of the tickets handled; a ticket counts for everybody who held it',
  })
  fcr!: RateAnswer;

  @ApiProperty({ description: 'Of the tickets handled, those reopened within their window' })
  reopen!: RateAnswer;

  @ApiProperty({ example: 5, description: 'Of the tickets handled, however often each' })
  reopenings!: number;

  @ApiProperty({ example: 3, description: 'Escalations that they raised in the range' })
  escalations!: number;
}

/** What one person did against the period before. */
export class AgentComparisons {
  @ApiProperty()
  handled!: ComparisonAnswer;

  @ApiProperty({ description: 'Of the medians' })
  firstResponse!: ComparisonAnswer;

  @ApiProperty()
  firstResponseOnTime!: ComparisonAnswer;

  @ApiProperty()
  fcr!: ComparisonAnswer;

  @ApiProperty()
  reopen!: ComparisonAnswer;
}

export class AgentRow extends AgentFigures {
  @ApiProperty({
    type: AgentFigures,
    nullable: true,
    description: 'With `compare=previous`: the same of the period before; null where they did nothing in it',
  })
  previous!: AgentFigures | null;

  @ApiProperty({ type: AgentComparisons, nullable: true, description: 'With `compare=previous`, else null' })
  comparisons!: AgentComparisons | null;
}

/** A figure of definition section 12 that the answer does not give. */
export class MissingFigure {
  @ApiProperty({ enum: ['online', 'csat', 'qa'] })
  figure!: 'online' | 'csat' | 'qa';

  @ApiProperty({ example: 'Who was online when is not recorded.' })
  reason!: string;
}

export class AgentsAnswer extends FigureHead {
  @ApiProperty({ type: [AgentRow], description: 'Those with most tickets first' })
  agents!: AgentRow[];

  @ApiProperty({ type: [MissingFigure] })
  missing!: MissingFigure[];
}

export class AgentTicket extends ListedTicket {
  @ApiProperty({ description: 'A stay with the person ended in the range' })
  handled!: boolean;

  @ApiProperty({ example: 2 })
  visits!: number;

  @ApiProperty({ example: 835.567 })
  touchSeconds!: number;

  @ApiProperty({
    ...nullableNumber,
    example: 180.2,
    description: 'Null unless they gave the first reply in the range',
  })
  replySeconds!: number | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'That reply came within the target; null unless they gave it in the range',
  })
  onTime!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Null where it does not count for FCR' })
  firstContact!: boolean | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Null where it does not count for the reopen rate',
  })
  reopened!: boolean | null;

  @ApiProperty({ example: 0 })
  escalations!: number;

  @ApiPropertyOptional({
    example: 2,
    description: 'Where the part counts what happened: how often it happened to this ticket',
  })
  times?: number;
}

export class AgentTicketPage extends ListPage {
  @ApiProperty({ type: [AgentTicket] })
  items!: AgentTicket[];

  @ApiProperty({ ...nullableNumber, example: 163, description: 'Sum of `times` on all pages' })
  sum!: number | null;
}
