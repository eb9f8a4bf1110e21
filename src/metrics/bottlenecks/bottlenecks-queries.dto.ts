import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { NAME_LENGTH, StepsQuery, limitOf } from '../shared/queries.dto.js';

export class BottleneckVisitsQuery extends StepsQuery {
  @ApiProperty({ example: 'inspecting.inspect' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  step!: string;

  @ApiPropertyOptional({
    ...{ minimum: 1, maximum: 7, example: 6 },
    description: 'Only visits that began on this day of the week: 1 = Monday … 7 = Sunday',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @IsOptional()
  @Matches(/^\d{1,15}\.\d{1,18}\.\d{1,9}$/)
  cursor?: string;

  @limitOf()
  limit?: number;
}
