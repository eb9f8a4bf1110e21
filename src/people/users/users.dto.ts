import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LANGS } from '../../engine/common/text.js';
import type { Lang } from '../../engine/common/text.js';
import type { Role } from '../common/model.js';
import { ROLES } from '../common/model.js';
import { PASSWORD_MAX, PASSWORD_MIN } from '../passwords/rule.js';
import { IsAddress, IsName } from '../common/constraints.dto.js';
import { MembershipDto, PageQueryDto } from './person.dto.js';
import type { NewUser, UserChange, UserFilter } from './users.service.js';

/** May be left out, but not be null: there is nothing that null could mean here. */
function IsLeftOutOr(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

export class ProfileChangeDto {
  @ApiProperty({ required: false, example: '林小雨' })
  @IsLeftOutOr()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiProperty({ required: false, enum: LANGS, example: 'zh-CN' })
  @IsLeftOutOr()
  @IsIn(LANGS)
  lang?: Lang;
}

export class UserChangeDto extends ProfileChangeDto implements UserChange {
  @ApiProperty({
    required: false,
    example: 'lin@shop.example',
    description: 'What they sign in with from then on',
  })
  @IsLeftOutOr()
  @IsString()
  @Length(3, 254)
  @IsAddress()
  email?: string;

  @ApiProperty({ required: false, enum: ROLES, isArray: true, example: ['agent'] })
  @IsLeftOutOr()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  @ApiProperty({ required: false, type: [String], example: ['refunds', 'zh'] })
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsName({ each: true })
  skills?: string[];

  @ApiProperty({ required: false, type: [MembershipDto], description: 'Replaces all memberships' })
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MembershipDto)
  teams?: MembershipDto[];

  @ApiProperty({
    required: false,
    example: false,
    description: 'false ends all sessions and keeps the history',
  })
  @IsLeftOutOr()
  @IsBoolean()
  active?: boolean;
}

export class NewUserDto implements NewUser {
  @ApiProperty({ example: 'lin@shop.example' })
  @IsString()
  @Length(3, 254)
  @IsAddress()
  email!: string;

  @ApiProperty({ example: '林小雨' })
  @IsString()
  @Length(1, 120)
  name!: string;

  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, example: 'correct horse battery' })
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiProperty({ required: false, type: [String], example: ['refunds', 'zh'] })
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsName({ each: true })
  skills?: string[];

  @ApiProperty({ required: false, enum: LANGS, example: 'zh-CN', default: 'en' })
  @IsLeftOutOr()
  @IsIn(LANGS)
  lang?: Lang;

  @ApiProperty({ required: false, type: [MembershipDto] })
  @IsLeftOutOr()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MembershipDto)
  teams?: MembershipDto[];
}

export class PasswordDto {
  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, example: 'correct horse battery' })
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

export class UserQueryDto extends PageQueryDto implements UserFilter {
  @ApiProperty({ required: false, example: 'after-sales' })
  @IsLeftOutOr()
  @IsName()
  team?: string;

  @ApiProperty({ required: false, enum: ROLES, example: 'agent' })
  @IsLeftOutOr()
  @IsIn(ROLES)
  role?: Role;

  @ApiProperty({ required: false, description: 'Part of the name or the e-mail', example: 'lin' })
  @IsLeftOutOr()
  @IsString()
  @Length(1, 120)
  q?: string;

  @ApiProperty({ required: false, type: Boolean })
  @IsLeftOutOr()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => readFlag(obj['active']))
  @IsBoolean()
  active?: boolean;

  @ApiProperty({ required: false, default: 50, minimum: 1, maximum: 200 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** A query's words for yes and no; anything else stays and is refused. */
function readFlag(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
