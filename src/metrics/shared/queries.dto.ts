import { applyDecorators } from '@nestjs/common';
import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

export const NAME_LENGTH = 200;
/** Items of a page when nothing is said. */
export const PAGE = 100;

/** How many items a page has. */
export const limitOf = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: 500, default: PAGE, description: 'As CSV: everything' }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(500),
  );

class FigureQuery {
  @ApiPropertyOptional({
    example: '2026-11-01',
    description: 'An instant, or a date: its start in `tz`. Default: 30 days before `to`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-22', description: 'Itself outside the range. Default: now' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  to?: string;

  @ApiPropertyOptional({ example: 'Asia/Shanghai', default: 'UTC' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  tz?: string;

  @ApiPropertyOptional({ example: 'after-sales' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  team?: string;

  @ApiPropertyOptional({ example: 'chat' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  channel?: string;

  @ApiPropertyOptional({ minimum: 1, description: 'Of the SOP named by `sop`' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;

  @ApiHideProperty()
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

/** Where it says by itself of whom it is. */
export class OnePersonQuery extends FigureQuery {
  @ApiPropertyOptional({ example: 'return-refund' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  sop?: string;
}

/** Only what one person worked in. */
const ofPerson = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      format: 'uuid',
      description: 'A person: only the tickets in which they held a visit, only the visits that they held',
    }),
    IsOptional(),
    IsUUID(),
  );

export class OverviewQuery extends OnePersonQuery {
  @ofPerson()
  agent?: string;
}

export class CompareQuery extends OverviewQuery {
  @ApiPropertyOptional({ enum: ['previous'], description: 'Also the period of the same length before' })
  @IsOptional()
  @IsIn(['previous'])
  compare?: 'previous';
}

/** The overview is no list: there is no table of it to take away. */
export class OverviewFiguresQuery extends CompareQuery {
  @ApiHideProperty()
  @IsOptional()
  @IsIn(['json'])
  declare format?: 'json';
}

export class StepsQuery extends FigureQuery {
  @ApiProperty({ example: 'return-refund' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  sop!: string;

  @ofPerson()
  agent?: string;
}
