import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { STATUSES, WAITS_FOR, type WaitsFor } from './ticket-answer.dto.js';
import { SORTS, type Sort } from './ticket-filter.js';

class LimitQuery {
  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class PageQuery extends LimitQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  cursor?: string;
}

export class TicketsQuery extends LimitQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before, in the same order' })
  @IsOptional()
  @Matches(/^((\d{1,15}|none)\.)?\d{1,18}$/)
  cursor?: string;

  @ApiPropertyOptional({
    enum: SORTS,
    default: 'created',
    description:
      'created: newest first; updated: last changed first; due: due first, without a due time last',
  })
  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;

  @ApiPropertyOptional({ enum: WAITS_FOR, description: 'Whose turn it is; open tickets only' })
  @IsOptional()
  @IsIn(WAITS_FOR)
  waitsFor?: WaitsFor;

  @ApiPropertyOptional({ example: 'verify', description: 'An active step or phase' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  state?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sop?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  step?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  team?: string;

  @ApiPropertyOptional({ description: "A user's id, `me` or `none`" })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  assignee?: string;

  @ApiPropertyOptional({ description: "A customer's id" })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  customer?: string;

  @ApiPropertyOptional({ description: "Words of the subject, a customer's name or id, or a ticket's number" })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
