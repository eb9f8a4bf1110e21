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
import type { CalendarDef } from '../calendar/index.js';
import { IsName } from './constraints.dto.js';
import { TextDto } from './person.dto.js';
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
    'When the team works; null = always. `weekly`: hours by weekday; `holidays`: days off; `workdays`: moved working days; `covers`: first and last year whose days off are known.',
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

const SPECIALIST_DOCS = 'An escalation may go to a specialist team although its tier is not higher';

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

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

export class NewMemberDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  userId!: string;

  @ApiProperty({
    description: 'Up to which tier they work; 3 = supervisor',
    example: 1,
    minimum: 1,
    maximum: 3,
  })
  @IsInt()
  @Min(1)
  @Max(3)
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

  @ApiProperty({ required: false, type: [NewMemberDto] })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => NewMemberDto)
  members?: NewMemberDto[];
}
