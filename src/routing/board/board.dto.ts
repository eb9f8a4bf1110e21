import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MOST_TIERS } from '../../engine/common/tiers.js';
import { MembershipDto } from '../../people/users/person.dto.js';
import { TicketDto } from '../../tickets/read/ticket-answer.dto.js';

const INSTANT = '2026-11-22T09:00:00.000Z';
const COUNT = { type: 'integer', minimum: 0 } as const;

export class BoardQuery {
  @ApiPropertyOptional({ example: 'Asia/Shanghai', default: 'UTC', description: 'Whose day "today" is' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  tz?: string;
}

@ApiSchema({ name: 'BoardLane' })
export class BoardLaneDto {
  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  tier!: number;

  @ApiProperty({ type: [String], example: ['refunds'] })
  skills!: string[];

  @ApiProperty({ ...COUNT, example: 12, description: 'Visits that wait for a person' })
  waiting!: number;

  @ApiProperty({ ...COUNT, example: 2, description: 'Those of them whose due time is over' })
  overdue!: number;

  @ApiProperty({ format: 'date-time', example: INSTANT })
  firstDueAt!: string;

  @ApiProperty({ format: 'date-time', example: INSTANT, description: 'Since when the oldest of them waits' })
  oldestSince!: string;

  @ApiProperty({
    ...COUNT,
    example: 3,
    description: 'People present who may serve the lane; nobody: it waits in vain',
  })
  presentPeople!: number;
}

@ApiSchema({ name: 'BoardHeld' })
export class BoardHeldDto {
  @ApiProperty({ example: '1042' })
  ticketId!: string;

  @ApiProperty({ example: 'The mug arrived broken' })
  subject!: string;

  @ApiProperty({ example: 'verify.photos' })
  step!: string;

  @ApiProperty({ example: 'Check the photos', description: 'In the language of the caller' })
  stepTitle!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: INSTANT })
  dueAt!: string | null;

  @ApiProperty({ format: 'date-time', example: INSTANT })
  heldSince!: string;

  @ApiProperty({ format: 'date-time', example: INSTANT })
  leaseExpiresAt!: string;
}

@ApiSchema({ name: 'BoardPerson' })
export class BoardPersonDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '林小雨' })
  name!: string;

  @ApiProperty({ type: [MembershipDto] })
  teams!: MembershipDto[];

  @ApiProperty({ type: [String], example: ['refunds'] })
  skills!: string[];

  @ApiProperty({ description: 'Connected, or at work on a ticket, within the last two minutes' })
  present!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: INSTANT })
  lastSeenAt!: string | null;

  @ApiProperty({ type: [BoardHeldDto], description: 'The one that is due first at the top' })
  held!: BoardHeldDto[];

  @ApiProperty({
    ...COUNT,
    example: 9,
    description: 'Tickets that ended today, worked on last by this person',
  })
  resolvedToday!: number;
}

@ApiSchema({ name: 'BoardBraked' })
export class BoardBrakedDto {
  @ApiProperty({ example: '1042' })
  ticketId!: string;

  @ApiProperty({ example: 'The mug arrived broken' })
  subject!: string;

  @ApiProperty({ example: 'refund-unshipped' })
  sop!: string;

  @ApiProperty({ example: 'Refund before shipping', description: 'In the language of the caller' })
  sopTitle!: string;

  @ApiProperty({
    type: [String],
    example: ['after-sales'],
    description: 'Its team and those of its open steps',
  })
  teams!: string[];

  @ApiProperty({ format: 'date-time', example: INSTANT })
  since!: string;
}

@ApiSchema({ name: 'Board' })
export class BoardDto {
  @ApiProperty({ format: 'date-time', example: INSTANT })
  now!: string;

  @ApiProperty({ type: [BoardLaneDto], description: 'Lanes in which somebody waits, the most urgent first' })
  lanes!: BoardLaneDto[];

  @ApiProperty({ type: [BoardPersonDto], description: 'By name' })
  people!: BoardPersonDto[];

  @ApiProperty({
    type: [BoardBrakedDto],
    description:
      'Tickets that clocks and calls moved on and on with nobody in between: slowed down until a person does something to them; at most 200, the oldest first',
  })
  braked!: BoardBrakedDto[];
}

export class LaneQuery {
  @ApiProperty({ example: 'after-sales' })
  @IsString()
  @MaxLength(100)
  team!: string;

  @ApiProperty({ example: 1, minimum: 1, maximum: MOST_TIERS })
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(MOST_TIERS)
  tier!: number;

  @ApiPropertyOptional({
    type: String,
    example: 'refunds,zh',
    description: 'With commas between them; absent: the lane of no skill',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  skills?: string[];
}

@ApiSchema({ name: 'LaneTickets' })
export class LaneTicketsDto {
  @ApiProperty({ type: [TicketDto] })
  items!: TicketDto[];

  @ApiProperty({ description: 'False when more wait than are listed' })
  isAll!: boolean;
}
