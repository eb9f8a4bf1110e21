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

export class MessagesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['oldest', 'newest'],
    default: 'oldest',
    description: 'Which comes first, and on the first page',
  })
  @IsOptional()
  @IsIn(['oldest', 'newest'])
  order?: 'oldest' | 'newest';
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

  @ApiPropertyOptional({
    example: '1560',
    description:
      "At most 12 words, each of which is in the ticket's subject, data, customer's name or id, or in a message: whole words of letters, Han from two characters on, any four digits in a row of a number. In the subject and the customer's name the beginning of a word is enough. `#1560` is the ticket of that number; `1560` puts it first.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
