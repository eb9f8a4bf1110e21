import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { StepKind } from '../../engine/common/model.js';
import { STEP_KINDS } from '../../sops/guide-steps.dto.js';
import type { MessageRow } from '../decide/change.js';
import { ActorDto } from './history-answer.dto.js';
import { TicketAndGuideDto } from './ticket-answer.dto.js';

const INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const CURSOR = {
  type: String,
  nullable: true,
  description: 'Hand it in as `cursor` for the next page',
} as const;
const MS = { type: 'integer', minimum: 0, description: 'ms' } as const;
const TIER = { type: 'integer', example: 1 } as const;

@ApiSchema({ name: 'VisitParts' })
export class VisitPartsDto {
  @ApiProperty(MS)
  queue!: number;

  @ApiProperty(MS)
  touch!: number;

  @ApiProperty(MS)
  customer!: number;

  @ApiProperty(MS)
  external!: number;

  @ApiProperty(MS)
  offShift!: number;

  @ApiProperty(MS)
  join!: number;
}

@ApiSchema({ name: 'Visit' })
export class VisitDto {
  @ApiProperty({ type: 'integer', example: 1 })
  no!: number;

  @ApiProperty({ example: 'verify' })
  step!: string;

  @ApiProperty({ example: 'Verify the claim', description: "In the caller's language" })
  title!: string;

  @ApiProperty({ enum: STEP_KINDS })
  kind!: StepKind | 'joined';

  @ApiProperty({ format: 'date-time' })
  enteredAt!: string;

  @ApiProperty(INSTANT)
  exitedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The event that ended it' })
  leftBy!: string | null;

  @ApiProperty({ type: [String], description: 'The users who held it' })
  agents!: string[];

  @ApiProperty({ type: [String], description: 'Their names, in the same order' })
  agentNames!: string[];

  @ApiProperty({ type: String, nullable: true })
  holder!: string | null;

  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty(TIER)
  tier!: number;

  @ApiProperty(MS)
  dwell!: number;

  @ApiProperty({ type: VisitPartsDto, description: 'They add up to `dwell`' })
  parts!: VisitPartsDto;

  @ApiProperty(INSTANT)
  slaDueAt!: string | null;

  @ApiProperty()
  slaBreached!: boolean;
}

@ApiSchema({ name: 'VisitPage' })
export class VisitPageDto {
  @ApiProperty({ type: [VisitDto] })
  items!: VisitDto[];

  @ApiProperty(CURSOR)
  nextCursor!: string | null;
}

@ApiSchema({ name: 'Message' })
export class MessageAnswerDto {
  @ApiProperty({ example: '88' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'The event of the history that brought it' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: ['customer', 'agent', 'system'] })
  from!: MessageRow['from'];

  @ApiProperty({
    example: '1024',
    description: 'The ticket in which it was said: this one, or one merged into it',
  })
  ticketId!: string;

  @ApiProperty({ type: ActorDto })
  author!: ActorDto;

  @ApiProperty({
    type: ActorDto,
    nullable: true,
    description: 'The person who entered it for the author, e.g. what a customer said on the phone',
  })
  recordedBy!: ActorDto | null;

  @ApiProperty()
  body!: string;

  @ApiProperty({ description: 'A note that the customer does not see' })
  internal!: boolean;

  @ApiProperty({ description: 'It only says thanks and asks for nothing' })
  closing!: boolean;
}

@ApiSchema({ name: 'MessagePage' })
export class MessagePageDto {
  @ApiProperty({ type: [MessageAnswerDto] })
  items!: MessageAnswerDto[];

  @ApiProperty(CURSOR)
  nextCursor!: string | null;
}

@ApiSchema({ name: 'MessageTaken' })
export class MessageTakenDto {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ enum: ['customer', 'agent'] })
  from!: 'customer' | 'agent';

  @ApiProperty()
  body!: string;

  @ApiProperty()
  internal!: boolean;
}

@ApiSchema({ name: 'TicketGuideAndMessage' })
export class TicketGuideAndMessageDto extends TicketAndGuideDto {
  @ApiProperty({ type: MessageTakenDto })
  message!: MessageTakenDto;
}
