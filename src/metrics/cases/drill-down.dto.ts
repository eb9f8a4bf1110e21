import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListPage, ListedTicket, ListedVisit } from '../shared/listed.dto.js';

/** The figures of the overview whose tickets can be listed. */
export const FIGURES = [
  'tickets',
  'fcr-gross',
  'fcr-strict',
  'fcr-net',
  'escalation',
  'resolution-first',
  'resolution-full',
  'first-response',
  'bot-response',
  'first-response-on-time',
  'sla-resolution',
  'sla-steps',
  'reopen',
] as const;
export type Figure = (typeof FIGURES)[number];

/** What of a figure's tickets can be asked for alone; `figure-cases.ts` says which figure has which. */
export const FIGURE_PARTS = [
  ...(['counted', 'met', 'unmet', 'left-out'] as const),
  ...(['open', 'resolved', 'cancelled', 'merged'] as const),
  ...([
    'by-agent',
    'by-rule',
    'by-clock',
    'escalations',
    'transfers',
    'hand-backs',
    'approvals',
    'priority-changes',
  ] as const),
  ...(['with-open', 'overdue', 'reopenings'] as const),
  ...(['customer-message', 'reopened', 'repeat-contact'] as const),
  ...(['targets-met', 'targets-missed', 'targets-pending'] as const),
] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** Why figures leave tickets out. */
export const LEFT_OUT = [
  ...(['immature', 'open', 'cancelled', 'merged', 'repeat', 'policy', 'waiting'] as const),
  ...(['unanswered', 'resolved-unanswered', 'unasked', 'pending', 'untargeted'] as const),
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What of a step's visits can be asked for alone. */
export const STEP_PARTS = [
  ...(['open', 'finished', 'critical', 'again', 'escalated', 'failed', 'due', 'missed'] as const),
] as const;
export type StepPart = (typeof STEP_PARTS)[number];

const nullableNumber = { type: Number, nullable: true } as const;

/** Why an issue was not resolved in the first contact (definition section 1). */
export const BROKEN_BY = ['customer-message', 'reopened', 'repeat-contact'] as const;

/** What broke the first contact: the first that happened. */
export class FirstContactBroken {
  @ApiProperty({
    enum: BROKEN_BY,
    description:
      'The customer wrote again, the ticket was reopened, or there was another ticket of the issue',
  })
  why!: (typeof BROKEN_BY)[number];

  @ApiProperty({ format: 'date-time', type: String })
  at!: string;

  @ApiProperty({
    example: '1042',
    description: 'Where it happened: the ticket, one of its family, or another of the issue',
  })
  ticketId!: string;

  @ApiProperty({ type: String, nullable: true, example: '88', description: 'The id of the message' })
  messageId!: string | null;
}

export class TicketItem extends ListedTicket {
  @ApiProperty({ description: 'Belongs to the n of the figure' })
  counted!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'immature',
    description: 'Why it is left out; null when counted',
  })
  excluded!: string | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether the counted ticket fulfils the rate; null for durations',
  })
  met!: boolean | null;

  @ApiProperty({ ...nullableNumber, example: 5400, description: 'The duration, in calendar time' })
  seconds!: number | null;

  @ApiPropertyOptional({ example: 3600, description: 'Resolution times and first responses only' })
  businessSeconds?: number;

  @ApiPropertyOptional({ example: 1800, description: 'Resolution times only' })
  netSeconds?: number;

  @ApiPropertyOptional({ example: 3, description: 'sla-steps only: targets met' })
  targetsMet?: number;

  @ApiPropertyOptional({ example: 1, description: 'sla-steps only: targets missed' })
  targetsMissed?: number;

  @ApiPropertyOptional({ description: 'First contact resolution only, of tickets that were not: why' })
  broken?: FirstContactBroken;

  @ApiPropertyOptional({
    example: 2,
    description: 'Where the part counts what happened: how often it happened to this ticket',
  })
  times?: number;
}

export class TicketPage extends ListPage {
  @ApiProperty({ type: [TicketItem] })
  items!: TicketItem[];

  @ApiProperty({ ...nullableNumber, example: 34, description: 'Sum of `times` on all pages' })
  sum!: number | null;
}

export class PartSeconds {
  @ApiProperty({ example: 60 })
  queue!: number;

  @ApiProperty({ example: 300.5 })
  touch!: number;

  @ApiProperty({ example: 0 })
  customer!: number;

  @ApiProperty({ example: 0 })
  external!: number;

  @ApiProperty({ example: 0 })
  offShift!: number;

  @ApiProperty({ example: 0 })
  join!: number;
}

export class StepVisitItem extends ListedVisit {
  @ApiProperty({ example: 'human' })
  kind!: string;

  @ApiProperty({ format: 'date-time', type: String })
  enteredAt!: Date;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  exitedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, example: 'APPROVE' })
  leftBy!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Approve',
    description: 'In the language of the caller',
  })
  leftByTitle!: string | null;

  @ApiProperty()
  escalated!: boolean;

  @ApiProperty({ description: 'Left because an automation failed' })
  failed!: boolean;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  slaDueAt!: Date | null;

  @ApiProperty({ type: Boolean, nullable: true })
  slaBreached!: boolean | null;

  @ApiProperty({
    example: 1,
    description: 'The how manieth stay of its ticket in this step, over its whole life; beyond 1: rework',
  })
  nth!: number;

  @ApiProperty({ description: 'Lies on the critical path' })
  critical!: boolean;

  @ApiProperty({ ...nullableNumber, example: 360.5, description: 'Null while the visit is open' })
  dwellSeconds!: number | null;

  @ApiProperty({ description: 'Of an open visit: up to its last change' })
  parts!: PartSeconds;
}

export class StepVisitPage extends ListPage {
  @ApiProperty({ type: [StepVisitItem] })
  items!: StepVisitItem[];

  @ApiProperty({ example: 31, description: 'Tickets on all pages; a merged one counts with its root' })
  tickets!: number;
}
