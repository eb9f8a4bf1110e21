import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { LANGS } from '../../engine/common/text.js';
import type { Lang } from '../../engine/common/text.js';
import { MOST_TIERS } from '../../engine/common/tiers.js';
import { IsName } from '../common/constraints.dto.js';
import type { Person, Role } from '../common/model.js';
import { ROLES } from '../common/model.js';
import type { User } from './users.service.js';
import { IsNotBlank } from '../../problems/not-blank.decorators.js';

export class MembershipDto {
  @ApiProperty({ example: 'after-sales' })
  @IsName()
  team!: string;

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

/** How a person looks in answers. */
export class PersonDto implements Person {
  @ApiProperty({ format: 'uuid', example: '0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d' })
  id!: string;

  @ApiProperty({ example: 'lin@shop.example' })
  email!: string;

  @ApiProperty({ example: '林小雨' })
  name!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] })
  roles!: Role[];

  @ApiProperty({ type: [String], example: ['refunds', 'zh'] })
  skills!: string[];

  @ApiProperty({ enum: LANGS, example: 'zh-CN' })
  lang!: Lang;

  @ApiProperty({ type: [MembershipDto] })
  teams!: MembershipDto[];
}

export class UserDto extends PersonDto implements User {
  @ApiProperty({ description: 'A user who is not active cannot sign in and gets no tickets', example: true })
  active!: boolean;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-02T08:30:00.000Z' })
  createdAt!: Date;
}

export class UserPageDto {
  @ApiProperty({ type: [UserDto] })
  items!: UserDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Hand it in as `cursor` for the next page',
  })
  nextCursor!: string | null;
}

/** A text in both languages. */
export class TextDto implements Record<Lang, string> {
  @ApiProperty({ example: 'After-sales' })
  @IsString()
  @IsNotBlank()
  @Length(1, 120)
  en!: string;

  @ApiProperty({ example: '售后组' })
  @IsString()
  @IsNotBlank()
  @Length(1, 120)
  'zh-CN'!: string;
}

export class PageQueryDto {
  @ApiProperty({ required: false, description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  cursor?: string;
}
