import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Fact, Json, JsonObject, Priority } from '../../engine/common/model.js';
import { ProblemDto } from '../../people/common/problem.dto.js';
import { GuideFactDto, GuideStepDto } from '../../sops/guide-steps.dto.js';
import { STAND_INS } from './sop-walk.js';
import type { StandIn, TrailEntry, WalkCall } from './sop-walk.js';
import { GuideClocksDto, PRIORITIES } from '../read/ticket-answer.dto.js';

const ANY_JSON = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
    { type: 'null' },
  ],
};
const OBJECT = { type: 'object', additionalProperties: true } as const;

@ApiSchema({ name: 'WalkPlace' })
export class WalkPlaceDto {
  @ApiProperty({ example: 'checking.assess' })
  step!: string;

  @ApiProperty({ example: 'Assess the request' })
  title!: string;
}

@ApiSchema({ name: 'WalkTimer' })
export class WalkTimerDto extends WalkPlaceDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: ['after', 'sla-warned', 'sla-breached'] })
  kind!: string;

  @ApiProperty({ example: 'after PT24H' })
  event!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;
}

@ApiSchema({ name: 'WalkCall' })
export class WalkCallDto extends WalkPlaceDto {
  @ApiProperty({ example: 'order' })
  id!: string;

  @ApiProperty({ ...OBJECT, description: 'What would be sent: connection, method, path, query, body' })
  request!: WalkCall['request'];

  @ApiProperty({ ...ANY_JSON, description: 'An answer that fits the schema of the call' })
  sample!: Json;
}

@ApiSchema({ name: 'WalkFact' })
export class WalkFactDto {
  @ApiProperty({ type: String, example: 'reply' })
  type!: Fact['type'];

  @ApiProperty({ description: 'In the language of the answer', example: 'Clock paused' })
  text!: string;
}

@ApiSchema({ name: 'WalkTrail' })
export class WalkTrailDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the act; null for the opening' })
  act!: number | null;

  @ApiProperty({ enum: ['open', 'event', 'timer', 'wait', 'result', 'failure'] })
  did!: TrailEntry['did'];

  @ApiProperty({
    description: "The event, the timer's or the call's id, or how long was waited",
    example: 'APPROVE',
  })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name on the button', example: 'Approve' })
  title!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: [WalkPlaceDto] })
  from!: WalkPlaceDto[];

  @ApiProperty({ type: [WalkPlaceDto], description: 'The end when it was reached' })
  to!: WalkPlaceDto[];

  @ApiProperty({ type: [WalkFactDto] })
  facts!: WalkFactDto[];
}

@ApiSchema({ name: 'WalkTicket' })
export class WalkTicketDto {
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

  @ApiProperty({ type: 'integer' })
  reopenings!: number;
}

@ApiSchema({ name: 'WalkAnswer' })
export class WalkAnswerDto {
  @ApiProperty({ example: 'refund-only' })
  sop!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: the draft, or the text that was sent' })
  version!: number | null;

  @ApiProperty({ format: 'date-time', description: 'The clock of the walk' })
  now!: string;

  @ApiProperty()
  ended!: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'refunded' })
  outcome!: string | null;

  @ApiProperty({ enum: STAND_INS, description: 'Whose view of the steps this is' })
  as!: StandIn;

  @ApiProperty({ type: [WalkPlaceDto], description: 'Where the ticket is; the end when it was reached' })
  place!: WalkPlaceDto[];

  @ApiProperty({ type: [GuideStepDto], description: 'As in GET /tickets/{id}/guide; empty at the end' })
  steps!: GuideStepDto[];

  @ApiProperty({ type: [GuideFactDto] })
  facts!: GuideFactDto[];

  @ApiProperty({ type: GuideClocksDto })
  clocks!: GuideClocksDto;

  @ApiProperty({ ...OBJECT, description: "The ticket's data" })
  data!: JsonObject;

  @ApiProperty({ type: WalkTicketDto })
  ticket!: WalkTicketDto;

  @ApiProperty({ type: [WalkTimerDto], description: 'The next one first' })
  timers!: WalkTimerDto[];

  @ApiProperty({ type: [WalkCallDto], description: 'Calls that wait for an act `result` or `failure`' })
  calls!: WalkCallDto[];

  @ApiProperty({ type: [WalkTrailDto] })
  trail!: WalkTrailDto[];

  @ApiProperty({
    type: ProblemDto,
    nullable: true,
    description: 'The problem with which the real ticket would have refused an act',
  })
  refused!: ProblemDto | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Number of that act, from 0; the walk ends before it',
  })
  refusedAct!: number | null;
}
