import { ApiProperty, ApiSchema } from '@nestjs/swagger';

const STATUSES = ['open', 'resolved', 'cancelled', 'merged'] as const;
const REASONS = ['expired', 'signed-out', 'stopping'] as const;

/** `hello`: the stream has begun; what happens from now on is told. */
@ApiSchema({ name: 'LiveHello' })
export class LiveHelloDto {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T08:30:00.000Z' })
  now!: string;
}

/** `ticket`: a ticket that the caller may see is at another version. */
@ApiSchema({ name: 'LiveTicket' })
export class LiveTicketDto {
  @ApiProperty({ example: '1042' })
  id!: string;

  @ApiProperty({ type: 'integer', example: 7 })
  version!: number;

  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ enum: STATUSES })
  status!: (typeof STATUSES)[number];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who holds it now' })
  assignee!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-22T08:30:00.000Z' })
  at!: string;
}

/** `ticket-gone`: a ticket that the caller saw went where they may not see it. */
@ApiSchema({ name: 'LiveTicketGone' })
export class LiveTicketGoneDto {
  @ApiProperty({ example: '1042' })
  id!: string;
}

/** `sops`: a version was published, or with `version` null a draft saved or thrown away. */
@ApiSchema({ name: 'LiveSop' })
export class LiveSopDto {
  @ApiProperty({ example: 'refund-only' })
  id!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 3 })
  version!: number | null;
}

/** `desk`, `people`, `resync`: look again; there is nothing more to say. */
@ApiSchema({ name: 'LiveNudge' })
export class LiveNudgeDto {}

/** `bye`: the stream ends. `expired`: come again with a new token; `signed-out`: sign in; `stopping`: come again. */
@ApiSchema({ name: 'LiveBye' })
export class LiveByeDto {
  @ApiProperty({ enum: REASONS })
  reason!: (typeof REASONS)[number];
}

export const LIVE_EVENTS = [
  LiveHelloDto,
  LiveTicketDto,
  LiveTicketGoneDto,
  LiveSopDto,
  LiveNudgeDto,
  LiveByeDto,
];
