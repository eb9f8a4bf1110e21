import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { JsonObject, Priority } from '../../engine/common/model.js';
import { LANGS, type Lang } from '../../engine/common/text.js';
import { MOST_TIERS } from '../../engine/common/tiers.js';
import { PRIORITIES } from '../read/ticket-answer.dto.js';
import { IsNotBlank } from '../../problems/not-blank.decorators.js';

const ID = /^[1-9]\d{0,17}$/;

export class CustomerDto {
  @ApiProperty({ example: 'C-20871', maxLength: 200 })
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  id!: string;

  @ApiPropertyOptional({ example: '王小雨', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({
    example: 'vip',
    description:
      'standard, gold, vip or a tier of your own; another one than standard is for those who may set priorities',
    maxLength: 40,
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  tier?: string;
}

export class OpenTicketDto {
  @ApiProperty({ example: 'refund-only', description: 'The id of a published SOP' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  sop!: string;

  @ApiProperty({ example: 'The mug arrived broken', maxLength: 500 })
  @IsString()
  @IsNotBlank()
  @MaxLength(500)
  subject!: string;

  @ApiPropertyOptional({
    example: 'Hello, the mug in my parcel is in pieces.',
    maxLength: 20_000,
    description: "The customer's first message",
  })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(20_000)
  body?: string;

  @ApiPropertyOptional({ example: 'web', default: 'web' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  channel?: string;

  @ApiPropertyOptional({
    enum: PRIORITIES,
    description: "For those who may set priorities; default: what the SOP's rules say",
  })
  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  @ApiProperty({ type: CustomerDto })
  @IsObject()
  @ValidateNested()
  @Type(() => CustomerDto)
  customer!: CustomerDto;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { orderId: 'ORD-100234', reason: 'damaged' },
    description: "The SOP's intake form",
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;

  @ApiPropertyOptional({ enum: LANGS, default: 'zh-CN', description: "The customer's language" })
  @IsOptional()
  @IsIn(LANGS)
  lang?: Lang;
}

export class EventDto {
  @ApiProperty({ example: 'APPROVE', maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  type!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { note: 'Photos show the damage' },
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;

  @ApiPropertyOptional({
    example: 'handling.appease.call',
    maxLength: 500,
    description: 'Which step is meant, where more than one is open to the caller',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  step?: string;
}

export class ReasonDto {
  @ApiProperty({ example: 'The customer called again', maxLength: 2_000 })
  @IsString()
  @IsNotBlank()
  @MaxLength(2_000)
  reason!: string;
}

/** A reason, and the step that is meant. */
export class StepReasonDto extends ReasonDto {
  @ApiPropertyOptional({
    example: 'handling.appease.call',
    maxLength: 500,
    description: 'Which step is meant, where more than one is open to the caller',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  step?: string;
}

export class EscalateToDto {
  @ApiPropertyOptional({ example: 'quality' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  team?: string;

  @ApiPropertyOptional({ example: 2, minimum: 1, maximum: MOST_TIERS })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_TIERS)
  tier?: number;
}

export class EscalateDto extends StepReasonDto {
  @ApiPropertyOptional({ type: EscalateToDto, description: 'Default: one tier up' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EscalateToDto)
  to?: EscalateToDto;
}

export class TransferToDto {
  @ApiPropertyOptional({ example: 'logistics' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  team?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A person who may serve the ticket' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  userId?: string;
}

export class TransferDto extends StepReasonDto {
  @ApiProperty({ type: TransferToDto })
  @IsObject()
  @ValidateNested()
  @Type(() => TransferToDto)
  to!: TransferToDto;
}

export class MergeDto {
  @ApiProperty({ example: '1024', description: 'The ticket that goes on' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? String(value) : value))
  @IsString()
  @Matches(ID)
  into!: string;

  @ApiPropertyOptional({
    default: false,
    description: 'The second yes, where the customers of the two tickets differ',
  })
  @IsOptional()
  @IsBoolean()
  confirmed?: boolean;
}

export class PriorityDto {
  @ApiProperty({ enum: PRIORITIES })
  @IsIn(PRIORITIES)
  priority!: Priority;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(2_000)
  reason?: string;
}

export class MessageDto {
  @ApiProperty({ enum: ['customer', 'agent'], description: 'customer: passed on from a channel' })
  @IsIn(['customer', 'agent'])
  from!: 'customer' | 'agent';

  @ApiProperty({ example: 'We have refunded you; it takes one to three days.', maxLength: 20_000 })
  @IsString()
  @IsNotBlank()
  @MaxLength(20_000)
  body!: string;

  @ApiPropertyOptional({ default: false, description: 'A note that the customer does not see' })
  @IsOptional()
  @IsBoolean()
  internal?: boolean;
}
