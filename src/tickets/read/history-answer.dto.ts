import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { JsonObject, Priority } from '../../engine/common/model.js';
import { LANGS, type Lang } from '../../engine/common/text.js';
import { FACT_TYPES } from '../../words/facts.js';
import type { HistoryRow } from '../decide/change.js';
import type { EscalationRecord, TicketFact } from '../model/model.js';
import { PRIORITIES } from './ticket-answer.dto.js';

const TIER = { type: 'integer', example: 1 } as const;
const CAUSES = ['agent', 'customer', 'rule', 'clock', 'automation'] as const;

@ApiSchema({ name: 'Actor' })
export class ActorDto {
  @ApiProperty({ enum: ['agent', 'customer', 'system'] })
  kind!: 'agent' | 'customer' | 'system';

  @ApiProperty({ description: "A user's id, a customer's id, or a part of the system", example: 'timer' })
  id!: string;

  @ApiPropertyOptional({ example: '林小雨' })
  name?: string;

  @ApiPropertyOptional({ type: [String], example: ['agent'] })
  roles?: string[];

  @ApiPropertyOptional(TIER)
  tier?: number;
}

/** What an event did beside moving the ticket; which fields there are depends on `type`. */
@ApiSchema({ name: 'HistoryFact' })
export class HistoryFactDto {
  @ApiProperty({ enum: FACT_TYPES })
  type!: TicketFact['type'];

  @ApiPropertyOptional({ description: "reply: as it was sent; note: in the caller's language" })
  text?: string;

  @ApiPropertyOptional({ enum: LANGS, description: 'reply: the language in which it was sent' })
  lang?: Lang;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'reply: the id of the quick reply' })
  reply?: string | null;

  @ApiPropertyOptional({ type: [String], description: 'tag' })
  add?: string[];

  @ApiPropertyOptional({ type: [String], description: 'tag' })
  remove?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, description: 'route, escalate, went-up' })
  team?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'route, escalate, went-up' })
  tier?: number | null;

  @ApiPropertyOptional({ type: [String], nullable: true, description: 'route' })
  skills?: string[] | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'escalate' })
  reason?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'escalate, sla, acted-in (one of several parallel steps), take-over, went-up (out of it)',
  })
  step?: string | null;

  @ApiPropertyOptional({
    enum: [false],
    description: 'escalate: it was there or above already, nothing moved',
  })
  moved?: false;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'take-over: the user who held it' })
  from?: string | null;

  @ApiPropertyOptional({ description: 'went-up: the team of the step that it led out of' })
  fromTeam?: string;

  @ApiPropertyOptional({ description: 'went-up: into an approval, which is no escalation' })
  approval?: boolean;

  @ApiPropertyOptional({ enum: ['customer'], description: 'on-behalf' })
  of?: 'customer';

  @ApiPropertyOptional({ description: 'on-behalf: the person who entered it works on this very case' })
  ownCase?: boolean;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "stored: the ticket's data that the event changed, as they were stored",
  })
  values?: JsonObject;

  @ApiPropertyOptional({ enum: PRIORITIES, description: 'set-priority' })
  priority?: Priority;

  @ApiPropertyOptional({ enum: ['warned', 'breached'], description: 'sla' })
  state?: 'warned' | 'breached';
}

@ApiSchema({ name: 'Escalation' })
export class EscalationDto {
  @ApiProperty({ enum: ['agent', 'rule', 'clock'] })
  by!: EscalationRecord['by'];

  @ApiProperty({ type: String, nullable: true })
  step!: string | null;

  @ApiProperty()
  fromTeam!: string;

  @ApiProperty(TIER)
  fromTier!: number;

  @ApiProperty()
  toTeam!: string;

  @ApiProperty(TIER)
  toTier!: number;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

@ApiSchema({ name: 'HistoryEntry' })
export class HistoryEntryDto {
  @ApiProperty({ type: 'integer', description: 'The version of the ticket after it', example: 2 })
  seq!: number;

  @ApiProperty({
    example: 'APPROVE',
    description: 'An event of the SOP, or `opened`, `claimed`, `released`, `after PT4H`, `done.<call>`, …',
  })
  type!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Approve',
    description: "The name of the action in the caller's language, when it was one of the SOP",
  })
  title!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: ActorDto })
  actor!: ActorDto;

  @ApiProperty({
    type: ActorDto,
    nullable: true,
    description: 'The person who entered it for the actor, e.g. what a customer said on the phone',
  })
  recordedBy!: ActorDto | null;

  @ApiProperty({ enum: CAUSES })
  cause!: HistoryRow['cause'];

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  data!: JsonObject | null;

  @ApiProperty({ type: [String], description: 'Active steps after it' })
  steps!: string[];

  @ApiProperty({ type: [String], description: "Their titles in the caller's language" })
  stepTitles!: string[];

  @ApiProperty({ type: [HistoryFactDto] })
  facts!: HistoryFactDto[];

  @ApiProperty({ type: EscalationDto, nullable: true })
  escalation!: EscalationDto | null;
}

@ApiSchema({ name: 'HistoryPage' })
export class HistoryPageDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  items!: HistoryEntryDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Hand it in as `cursor` for the next page' })
  nextCursor!: string | null;
}
