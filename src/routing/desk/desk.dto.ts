import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { TicketAndGuideDto, TicketDto } from '../../tickets/read/ticket-answer.dto.js';
import { IsNotBlank } from '../../problems/not-blank.decorators.js';

export class NextDto {
  @ApiPropertyOptional({
    type: [String],
    example: ['after-sales'],
    description: 'Only tickets that wait for one of these teams of yours; default: all your teams',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  teams?: string[];
}

export class ReleaseDto {
  @ApiProperty({ example: 'End of my shift', maxLength: 2_000 })
  @IsString()
  @IsNotBlank()
  @MaxLength(2_000)
  reason!: string;

  @ApiPropertyOptional({
    example: 'handling.appease.call',
    maxLength: 500,
    description: 'Which step is given back, where the caller holds more than one',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  step?: string;
}

export class RenewDto {
  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-22T08:31:10.000Z',
    maxLength: 40,
    description:
      'When the caller last gave a sign of life in this ticket: pressed a key or clicked; nothing else of it is wanted. Acts are signs of life by themselves. Absent: none since the renewal before, so that an unattended page counts as idle. Before the lease began: not noted. Later than the clock of the server: 422',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  lastActiveAt?: string;
}

@ApiSchema({ name: 'Lease' })
export class LeaseDto {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T08:34:00.000Z' })
  expiresAt!: string;
}

@ApiSchema({ name: 'Renewed' })
export class RenewedDto {
  @ApiProperty({ type: LeaseDto })
  lease!: LeaseDto;

  @ApiProperty({
    format: 'date-time',
    example: '2026-11-22T08:32:00.000Z',
    description: 'What the clock of the server says: `lastActiveAt` is to be told by it',
  })
  at!: string;
}

@ApiSchema({ name: 'Held' })
export class HeldDto extends TicketAndGuideDto {
  @ApiProperty({ type: LeaseDto })
  lease!: LeaseDto;
}

@ApiSchema({ name: 'HeldTicket' })
export class HeldTicketDto {
  @ApiProperty({ type: TicketDto })
  ticket!: TicketDto;

  @ApiProperty({ type: LeaseDto })
  lease!: LeaseDto;
}

@ApiSchema({ name: 'LaneWaiting' })
export class LaneWaitingDto {
  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  tier!: number;

  @ApiProperty({ type: [String], example: ['refunds'] })
  skills!: readonly string[];

  @ApiProperty({ type: 'integer', example: 12 })
  waiting!: number;

  @ApiProperty({ format: 'date-time', description: 'When the first of them is due' })
  firstDueAt!: string;
}

@ApiSchema({ name: 'Desk' })
export class DeskDto {
  @ApiProperty({ type: [HeldTicketDto] })
  held!: HeldTicketDto[];

  @ApiProperty({ type: [LaneWaitingDto] })
  lanes!: LaneWaitingDto[];
}
