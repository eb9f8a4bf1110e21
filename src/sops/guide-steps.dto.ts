import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { LIMIT_UNITS } from '../engine/common/model.js';
import type { Json, JsonObject, LimitUnit, StepKind, Tone } from '../engine/common/model.js';
import { LANGS } from '../engine/common/text.js';
import type { Lang } from '../engine/common/text.js';

export const STEP_KINDS = ['human', 'automatic', 'waits-for-customer', 'waits-for-others', 'joined'] as const;
const TONES = ['primary', 'neutral', 'danger'] as const;
const INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const FORM = {
  type: 'object',
  additionalProperties: true,
  description: "JSON Schema 2020-12 with titles in the caller's language",
} as const;

@ApiSchema({ name: 'ChecklistItem' })
export class ChecklistItemDto {
  @ApiProperty({ example: 'photos' })
  id!: string;

  @ApiProperty({ example: 'The photos show the damage' })
  text!: string;
}

@ApiSchema({ name: 'GuideReply' })
export class GuideReplyDto {
  @ApiProperty({ example: 'ask-photos' })
  id!: string;

  @ApiProperty({ description: "In the caller's language", example: 'Ask for photos' })
  title!: string;

  @ApiProperty({
    description: "Filled with the ticket's data, in the customer's language",
    example: '您好，麻烦补充几张照片。',
  })
  text!: string;

  @ApiProperty({ enum: LANGS, description: 'The language of `text`' })
  lang!: Lang;
}

@ApiSchema({ name: 'GuideTarget' })
export class GuideTargetDto {
  @ApiProperty({ example: 'checking.assess' })
  step!: string;

  @ApiProperty({ example: 'Assess the request' })
  title!: string;

  @ApiProperty({ enum: STEP_KINDS })
  kind!: StepKind | 'joined';
}

@ApiSchema({ name: 'GuideAction' })
export class GuideActionDto {
  @ApiProperty({ example: 'APPROVE' })
  event!: string;

  @ApiProperty({ description: 'The step whose way out it is', example: 'verify' })
  step!: string;

  @ApiProperty({ example: 'Approve' })
  title!: string;

  @ApiProperty({ enum: TONES })
  tone!: Tone;

  @ApiProperty()
  enabled!: boolean;

  @ApiProperty({
    type: [GuideTargetDto],
    description: 'The steps that come next; empty when the ticket stays where it is, or ends',
  })
  to!: GuideTargetDto[];

  @ApiProperty({ description: 'The ticket may end by it' })
  ends!: boolean;

  @ApiPropertyOptional({ description: 'Why it is closed; only when `enabled` is false' })
  why?: string;

  @ApiPropertyOptional(FORM)
  form?: JsonObject;

  @ApiPropertyOptional({ description: 'To be asked before the action is taken' })
  confirm?: string;
}

@ApiSchema({ name: 'CameFrom' })
export class CameFromDto {
  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  tier!: number;
}

@ApiSchema({ name: 'GuideStep' })
export class GuideStepDto {
  @ApiProperty({ example: 'verify' })
  step!: string;

  @ApiProperty({ enum: STEP_KINDS })
  kind!: StepKind | 'joined';

  @ApiProperty({ example: 'Verify the claim' })
  title!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: "Markdown, filled with the ticket's data, which are escaped: they show as text",
  })
  instructions!: string | null;

  @ApiProperty({ type: [ChecklistItemDto] })
  checklist!: ChecklistItemDto[];

  @ApiProperty({ ...FORM, nullable: true })
  form!: JsonObject | null;

  @ApiProperty({ type: [GuideReplyDto] })
  replies!: GuideReplyDto[];

  @ApiProperty({ type: [GuideActionDto] })
  actions!: GuideActionDto[];

  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  tier!: number;

  @ApiProperty({ type: [String], example: ['refunds'], description: 'What it asks of a person' })
  skills!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'The user who holds it' })
  holder!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '林小雨' })
  holderName!: string | null;

  @ApiProperty(INSTANT)
  enteredAt!: string | null;

  @ApiProperty(INSTANT)
  dueAt!: string | null;

  @ApiProperty(INSTANT)
  slaDueAt!: string | null;

  @ApiProperty()
  slaBreached!: boolean;

  @ApiProperty({
    type: CameFromDto,
    nullable: true,
    description: 'From where it was escalated or transferred: there it can be handed back',
  })
  cameFrom!: CameFromDto | null;

  @ApiProperty({ description: 'The caller may act in it; else all its ways out are closed' })
  mayAct!: boolean;

  @ApiProperty({ description: 'The caller may take it, be it only as a lead with a reason' })
  mayTake!: boolean;

  @ApiProperty({ description: 'Acting in it, the caller takes it over as a lead; that is recorded' })
  takesOver!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the caller may not act in it, or not take it',
  })
  whyNot!: string | null;
}

@ApiSchema({ name: 'GuideLimit' })
export class GuideLimitDto {
  @ApiProperty({ example: 'orderRefunds' })
  id!: string;

  @ApiProperty({ example: 'Refunded on this order', description: "In the caller's language" })
  title!: string;

  @ApiProperty({ example: 'ORD-100234', description: 'What it is counted by' })
  key!: string;

  @ApiProperty({
    example: 500,
    description: 'Ordered so far, in all tickets; what may have been paid counts',
  })
  used!: number;

  @ApiProperty({ example: 943 })
  most!: number;

  @ApiProperty({ example: 443 })
  left!: number;

  @ApiProperty({
    enum: LIMIT_UNITS,
    enumName: 'LimitUnit',
    description: 'An amount of money, or how often something was done',
  })
  unit!: LimitUnit;

  @ApiProperty({
    description: 'False while nobody knows how much there may be, e.g. before the order is found',
  })
  isKnown!: boolean;
}

@ApiSchema({ name: 'GuideFact' })
export class GuideFactDto {
  @ApiProperty({ example: 'reason' })
  name!: string;

  @ApiProperty({ description: "In the caller's language", example: 'Reason' })
  title!: string;

  @ApiProperty({
    description: 'As it is stored',
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: true },
    ],
    example: 'damaged',
  })
  value!: Json;

  @ApiProperty({
    type: String,
    nullable: true,
    description: "The value in the caller's language where the SOP names its values, else null",
    example: 'Arrived damaged',
  })
  valueTitle!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The JSON Schema type, or its format where it has one',
    example: 'string',
  })
  type!: string | null;
}
