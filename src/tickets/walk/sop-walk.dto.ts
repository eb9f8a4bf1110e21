import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MAX_SOP_BYTES } from '../../engine/index.js';
import type { Json, JsonObject } from '../../engine/common/model.js';
import { LANGS, type Lang } from '../../engine/common/text.js';
import { STAND_INS, type StandIn } from './sop-walk.js';
import { CustomerDto } from '../http/tickets.dto.js';

const ACTS = ['event', 'wait', 'result', 'failure'] as const;
const MAX_ACTS = 300;

@ApiSchema({ name: 'WalkAct' })
export class WalkActDto {
  @ApiProperty({
    enum: ACTS,
    description:
      'event: `event` and `data`, as an agent would (CUSTOMER_MESSAGE with data.body: as the customer) · wait: `for` · result, failure: a call answers',
  })
  @IsIn(ACTS)
  type!: (typeof ACTS)[number];

  @ApiPropertyOptional({ example: 'APPROVE', maxLength: 200 })
  @ValidateIf((act: WalkActDto) => act.type === 'event')
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  event?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: { amount: 39.9 } })
  @IsOptional()
  @IsObject()
  data?: JsonObject;

  @ApiPropertyOptional({ enum: STAND_INS, description: 'Who does it; default: who would work on the step' })
  @IsOptional()
  @IsIn(STAND_INS)
  as?: StandIn;

  @ApiPropertyOptional({ maxLength: 500, description: 'Of event: which of several parallel steps is meant' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  step?: string;

  @ApiPropertyOptional({ example: 'PT4H', description: 'ISO 8601 duration, or `next`: up to the next timer' })
  @ValidateIf((act: WalkActDto) => act.type === 'wait')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  for?: string;

  @ApiPropertyOptional({ example: 'order', description: 'Of result and failure: the id of the call' })
  @ValidateIf((act: WalkActDto) => act.type === 'result' || act.type === 'failure')
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  id?: string;

  @ApiPropertyOptional({
    description: 'Of result: the answer; default: the sample',
    oneOf: [
      { type: 'object', additionalProperties: true },
      { type: 'array', items: {} },
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
    ],
  })
  @Allow()
  output?: Json;

  @ApiPropertyOptional({ example: 'http-5xx', maxLength: 80, description: 'Of failure; default: http-5xx' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  code?: string;
}

@ApiSchema({ name: 'WalkRequest' })
export class WalkDto {
  @ApiPropertyOptional({ description: 'YAML of the SOP as it is being written', maxLength: MAX_SOP_BYTES })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_SOP_BYTES)
  source?: string;

  @ApiPropertyOptional({
    type: 'integer',
    example: 3,
    description: 'A published version; with neither source nor version the draft, else the newest version',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  version?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { orderId: 'ORD-100001', reason: 'damaged' },
    description: 'The intake form',
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;

  @ApiPropertyOptional({ type: CustomerDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CustomerDto)
  customer?: CustomerDto;

  @ApiPropertyOptional({
    enum: LANGS,
    description: "Of the answer and of the customer; default: the caller's",
  })
  @IsOptional()
  @IsIn(LANGS)
  lang?: Lang;

  @ApiPropertyOptional({ format: 'date-time', description: 'When the ticket is opened; default: now' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(40)
  start?: string;

  @ApiPropertyOptional({ enum: STAND_INS, description: 'Whose view of the steps is answered' })
  @IsOptional()
  @IsIn(STAND_INS)
  as?: StandIn;

  @ApiPropertyOptional({
    type: [WalkActDto],
    example: [
      { type: 'result', id: 'order' },
      { type: 'event', event: 'APPROVE', data: { amount: 39.9 } },
      { type: 'wait', for: 'next' },
    ],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ACTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WalkActDto)
  acts?: WalkActDto[];
}
