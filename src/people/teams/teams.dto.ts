import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { CalendarDef } from '../../calendar/index.js';
import { MOST_TIERS, USUAL_TIERS } from '../../engine/common/tiers.js';
import { IsName } from '../common/constraints.dto.js';
import { LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES, USUAL_IDLE_MINUTES } from '../common/idle.js';
import { TextDto } from '../users/person.dto.js';
import type { NewTeam, Team, TeamChange, TeamMember, TeamWithMembers } from './teams.service.js';

const hours = {
  type: 'array',
  items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } },
};
const calendarDocs = {
  type: 'object',
  nullable: true,
  additionalProperties: true,
  description:
    'When the team works; null = always. `weekly`: hours by weekday, `["22:00", "06:00"]` goes over midnight and belongs to the day on which it begins; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.',
  properties: {
    timeZone: { type: 'string' },
    weekly: { type: 'object', additionalProperties: hours },
    holidays: { type: 'array', items: { type: 'string', format: 'date' } },
    workdays: {
      type: 'array',
      items: { type: 'object', properties: { date: { type: 'string', format: 'date' }, hours } },
    },
    covers: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  },
  example: {
    timeZone: 'Asia/Shanghai',
    weekly: {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    },
    holidays: ['2026-10-01'],
    workdays: [{ date: '2026-10-10' }],
    covers: [2026, 2026],
  },
} as const;

const idleDocs = {
  type: 'integer',
  minimum: LEAST_IDLE_MINUTES,
  maximum: MOST_IDLE_MINUTES,
  example: 5,
  description:
    'After so many minutes without a sign of life (key, click, act) in a ticket its members count as idle; a change counts from then on',
} as const;

const SPECIALIST_DOCS = 'An escalation may go to a specialist team although its tier is not higher';
const TIERS_DOCS = {
  type: 'integer',
  minimum: 1,
  maximum: MOST_TIERS,
  description:
    'How many tiers it has: members, steps and tickets lie at 1 to this. Fewer are refused while members, SOPs in force or open tickets are above',
  example: USUAL_TIERS,
} as const;

export class TeamMemberDto implements TeamMember {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: '林小雨' })
  name!: string;

  @ApiProperty({ example: 1 })
  tier!: number;
}

export class TeamDto implements Team {
  @ApiProperty({ example: 'after-sales' })
  id!: string;

  @ApiProperty({ type: TextDto })
  title!: TextDto;

  @ApiProperty(calendarDocs)
  calendar!: CalendarDef | null;

  @ApiProperty({ description: SPECIALIST_DOCS, example: false })
  specialist!: boolean;

  @ApiProperty(TIERS_DOCS)
  tiers!: number;

  @ApiProperty(idleDocs)
  idleMinutes!: number;

  @ApiProperty({ type: [TextDto], description: 'E.g. a year whose days off are missing' })
  warnings!: TextDto[];
}

export class TeamWithMembersDto extends TeamDto implements TeamWithMembers {
  @ApiProperty({ type: [TeamMemberDto] })
  members!: TeamMemberDto[];
}

export class TeamListDto {
  @ApiProperty({ type: [TeamDto] })
  items!: TeamDto[];

  @ApiProperty({ type: 'integer', description: 'How many tiers a team can have', example: MOST_TIERS })
  mostTiers!: number;

  @ApiProperty({ type: 'integer', description: 'How many it has when nobody says', example: USUAL_TIERS })
  usualTiers!: number;

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

export class NewMemberDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  userId!: string;

  @ApiProperty({
    description: 'Up to which tier they work, of those that the team has',
    example: 1,
    minimum: 1,
    maximum: MOST_TIERS,
  })
  @IsInt()
  @Min(1)
  @Max(MOST_TIERS)
  tier!: number;
}

export class TeamChangeDto implements TeamChange {
  @ApiProperty({ required: false, type: TextDto })
  @ValidateIf((_, value) => value !== undefined)
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TextDto)
  title?: TextDto;

  @ApiPropertyOptional(calendarDocs)
  @IsOptional()
  @IsObject()
  calendar?: CalendarDef | null;

  @ApiProperty({ required: false, description: SPECIALIST_DOCS, example: true })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  specialist?: boolean;

  @ApiProperty({ required: false, ...TIERS_DOCS })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(MOST_TIERS)
  tiers?: number;

  @ApiProperty({ ...idleDocs, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(LEAST_IDLE_MINUTES)
  @Max(MOST_IDLE_MINUTES)
  idleMinutes?: number;

  @ApiProperty({ required: false, type: [NewMemberDto], description: 'Replaces all members' })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => NewMemberDto)
  members?: NewMemberDto[];
}

export class NewTeamDto implements NewTeam {
  @ApiProperty({ example: 'after-sales' })
  @IsName()
  id!: string;

  @ApiProperty({ type: TextDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TextDto)
  title!: TextDto;

  @ApiPropertyOptional(calendarDocs)
  @IsOptional()
  @IsObject()
  calendar?: CalendarDef | null;

  @ApiProperty({ required: false, description: SPECIALIST_DOCS, default: false, example: true })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  specialist?: boolean;

  @ApiProperty({ required: false, ...TIERS_DOCS, default: USUAL_TIERS })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(MOST_TIERS)
  tiers?: number;

  @ApiProperty({ ...idleDocs, required: false, default: USUAL_IDLE_MINUTES })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(LEAST_IDLE_MINUTES)
  @Max(MOST_IDLE_MINUTES)
  idleMinutes?: number;

  @ApiProperty({ required: false, type: [NewMemberDto] })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => NewMemberDto)
  members?: NewMemberDto[];
}
