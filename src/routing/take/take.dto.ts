import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from '../../problems/not-blank.decorators.js';

export class TakeDto {
  @ApiPropertyOptional({
    example: 'Lin went home',
    maxLength: 2_000,
    description: 'Lets a lead take over what somebody else holds; stands in the history',
  })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(2_000)
  reason?: string;

  @ApiPropertyOptional({
    example: 'handling.appease.call',
    maxLength: 500,
    description: 'Which of several parallel steps is meant; default: the first that waits for the caller',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  step?: string;
}
