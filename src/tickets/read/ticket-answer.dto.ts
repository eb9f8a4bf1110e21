import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Json, JsonObject, Priority } from '../../engine/common/model.js';
import { LANGS } from '../../engine/common/text.js';
import type { Lang } from '../../engine/common/text.js';
import { TICKET_ACTS, type TicketActName } from './open-acts.js';
import { GuideActionDto, GuideFactDto, GuideLimitDto, GuideStepDto } from '../../sops/guide-steps.dto.js';
import type { TicketStatus } from '../model/model.js';
import { GUIDE_EXAMPLE } from './ticket-examples.js';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const STATUSES = ['open', 'resolved', 'cancelled', 'merged'] as const;
export const WAITS_FOR = ['person', 'customer', 'others'] as const;
/** Whose turn it is: a person of ours as long as one of the steps needs one, then the customer, then other systems and companies. */
export type WaitsFor = (typeof WAITS_FOR)[number];

const INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;

@ApiSchema({ name: 'TicketCustomer' })
export class TicketCustomerDto {
  @ApiProperty({ example: 'C-20871' })
  id!: string;

  @ApiProperty({ example: '王小雨' })
  name!: string;

  @ApiProperty({ example: 'gold' })
  tier!: string;
}

@ApiSchema({ name: 'Ticket' })
export class TicketDto {
  @ApiProperty({ example: '1024' })
  id!: string;

  @ApiProperty({ type: 'integer', example: 1024 })
  number!: number;

  @ApiProperty({ example: 'refund-only' })
  sop!: string;

  @ApiProperty({ example: 'Refund only', description: "In the caller's language" })
  sopTitle!: string;

  @ApiProperty({ type: 'integer', example: 3 })
  sopVersion!: number;

  @ApiProperty({ example: 'The mug arrived broken' })
  subject!: string;

  @ApiProperty({
    description: "The place in the statechart: XState's state value",
    oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }, { type: 'null' }],
    example: { checking: 'assess' },
  })
  state!: Json;

  @ApiProperty({ type: [String], example: ['checking.assess'], description: 'Active steps; none once ended' })
  steps!: string[];

  @ApiProperty({
    type: [String],
    example: ['Assess the request'],
    description: "Their titles in the caller's language, in the same order",
  })
  stepTitles!: string[];

  @ApiProperty({ enum: STATUSES })
  status!: TicketStatus;

  @ApiProperty({
    enum: WAITS_FOR,
    nullable: true,
    description: 'Whose turn it is; null once it is not open any more',
  })
  waitsFor!: WaitsFor | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  outcome!: string | null;

  @ApiProperty({ type: String, nullable: true, description: "The outcome in the caller's language" })
  outcomeTitle!: string | null;

  @ApiProperty({ enum: PRIORITIES })
  priority!: Priority;

  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  tier!: number;

  @ApiProperty({ type: [String] })
  skills!: string[];

  @ApiProperty({ type: [String] })
  tags!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who holds it' })
  assignee!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '林小雨' })
  assigneeName!: string | null;

  @ApiProperty(INSTANT)
  dueAt!: string | null;

  @ApiProperty({ type: 'integer', description: 'Raised by one with every event; for If-Match', example: 4 })
  version!: number;

  @ApiProperty({ type: TicketCustomerDto })
  customer!: TicketCustomerDto;

  @ApiProperty({ example: 'web' })
  channel!: string;

  @ApiProperty({ enum: LANGS, description: "The customer's language" })
  lang!: Lang;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { orderId: 'ORD-100234', reason: 'damaged' },
    description: "The ticket's data, as its SOP defines them",
  })
  data!: JsonObject;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  @ApiProperty(INSTANT)
  firstResponseDueAt!: string | null;

  @ApiProperty(INSTANT)
  firstRespondedAt!: string | null;

  @ApiProperty(INSTANT)
  resolveDueAt!: string | null;

  @ApiProperty({ description: 'The target of the ticket (`resolveDueAt`) stands still' })
  paused!: boolean;

  @ApiProperty({ ...INSTANT, description: 'The earliest target of the steps in which it is' })
  stepDueAt!: string | null;

  @ApiProperty(INSTANT)
  resolvedAt!: string | null;

  @ApiProperty(COUNT)
  reopenings!: number;

  @ApiProperty(COUNT)
  escalations!: number;

  @ApiProperty(COUNT)
  transfers!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The ticket in which it goes on' })
  mergedInto!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Since when it is slowed down, because its clocks and calls moved it on and on with nobody in between; whatever a person does to it lets it go on at full pace',
  })
  brakedAt!: string | null;
}

@ApiSchema({ name: 'TicketList' })
export class TicketPageDto {
  @ApiProperty({ type: [TicketDto] })
  items!: TicketDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Hand it in as `cursor` for the next page' })
  nextCursor!: string | null;
}

@ApiSchema({ name: 'GuideClocks' })
export class GuideClocksDto {
  @ApiProperty({ format: 'date-time', description: 'The time of the server' })
  now!: string;

  @ApiProperty(INSTANT)
  dueAt!: string | null;

  @ApiProperty(INSTANT)
  firstResponseDueAt!: string | null;

  @ApiProperty(INSTANT)
  resolveDueAt!: string | null;

  @ApiProperty({ description: 'The target of the ticket stands still' })
  paused!: boolean;
}

@ApiSchema({ name: 'Guide' })
export class GuideDto {
  @ApiProperty({ example: '1024' })
  ticketId!: string;

  @ApiProperty({ type: 'integer', description: 'The version of the ticket', example: 4 })
  version!: number;

  @ApiProperty({ type: [GuideStepDto], example: GUIDE_EXAMPLE.steps })
  steps!: GuideStepDto[];

  @ApiProperty({ type: [GuideActionDto], description: 'The ways out of all steps' })
  actions!: GuideActionDto[];

  @ApiProperty({
    enum: TICKET_ACTS,
    isArray: true,
    description: 'What the caller may do with the ticket now, beside the ways out of its SOP',
    example: ['message', 'transfer', 'release'],
  })
  acts!: TicketActName[];

  @ApiProperty({ type: String, nullable: true, description: 'Why the caller may not write to the customer' })
  mayNotWrite!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why a merge cannot be undone any more, for who could; else null',
  })
  mayNotUndo!: string | null;

  @ApiProperty({ type: [GuideFactDto], description: "What is known, in the caller's language" })
  facts!: GuideFactDto[];

  @ApiProperty({
    type: [GuideLimitDto],
    description: 'Limits across tickets that count for this one, with what is used up of them',
  })
  limits!: GuideLimitDto[];

  @ApiProperty({ type: GuideClocksDto })
  clocks!: GuideClocksDto;
}

@ApiSchema({ name: 'TicketAndGuide' })
export class TicketAndGuideDto {
  @ApiProperty({ type: TicketDto })
  ticket!: TicketDto;

  @ApiProperty({ type: GuideDto })
  guide!: GuideDto;
}
