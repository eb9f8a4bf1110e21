import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class TakeDto {
  @ApiPropertyOptional({
    example: 'Lin went home',
    maxLength: 2_000,
    description: 'Lets a lead take over what somebody else holds; stands in the history',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason?: string;
}
