import { ApiProperty } from '@nestjs/swagger';
import { FigureHead } from '../shared/figures.dto.js';
import { ListPage, ListedTicket } from '../shared/listed.dto.js';

/** What can be listed of the backlog: what is open, or what happened in the range. */
export const BACKLOG_LISTS = ['open', 'created', 'reopened', 'resolved', 'cancelled', 'merged'] as const;
export type BacklogList = (typeof BACKLOG_LISTS)[number];

/** One hour or day: open + … is open at its end. */
export class BacklogPoint {
  @ApiProperty({ format: 'date-time', example: '2026-11-21T16:00:00.000Z', description: 'Where it begins' })
  at!: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-22T16:00:00.000Z',
    description: 'Where it ends, itself outside',
  })
  to!: string;

  @ApiProperty({ example: 96 })
  created!: number;

  @ApiProperty({ example: 4 })
  reopened!: number;

  @ApiProperty({ example: 88 })
  resolved!: number;

  @ApiProperty({ example: 1 })
  cancelled!: number;

  @ApiProperty({ example: 2 })
  merged!: number;

  @ApiProperty({ example: 241, description: 'At its end' })
  open!: number;
}

export class BacklogAnswer extends FigureHead {
  @ApiProperty({ enum: ['hour', 'day'] })
  interval!: 'hour' | 'day';

  @ApiProperty({ example: 232, description: 'At the beginning of the range' })
  openBefore!: number;

  @ApiProperty({ type: [BacklogPoint], description: 'Up to now at most' })
  points!: BacklogPoint[];
}

export class BacklogTicket extends ListedTicket {
  @ApiProperty({ example: 'chat' })
  channel!: string;

  @ApiProperty({ enum: ['low', 'normal', 'high', 'urgent'] })
  priority!: string;

  @ApiProperty({
    format: 'date-time',
    type: String,
    description: 'When it happened; of an open ticket: open since',
  })
  at!: Date;
}

export class BacklogTicketPage extends ListPage {
  @ApiProperty({ type: [BacklogTicket] })
  items!: BacklogTicket[];
}
