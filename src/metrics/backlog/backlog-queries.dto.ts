import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { BacklogList } from './backlog.dto.js';
import { BACKLOG_LISTS } from './backlog.dto.js';
import type { BucketInterval } from '../shared/buckets.js';
import { INTERVALS } from '../shared/buckets.js';
import { OverviewQuery, limitOf } from '../shared/queries.dto.js';

export class BacklogQuery extends OverviewQuery {
  @ApiPropertyOptional({ enum: INTERVALS, default: 'day' })
  @IsOptional()
  @IsIn(INTERVALS)
  interval: BucketInterval = 'day';
}

export class BacklogTicketsQuery extends OverviewQuery {
  @ApiProperty({
    enum: BACKLOG_LISTS,
    description: 'open: at the end of the range; else what happened in it',
  })
  @IsIn(BACKLOG_LISTS)
  what!: BacklogList;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}\.\d{1,9}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}
