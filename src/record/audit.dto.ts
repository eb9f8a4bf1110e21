import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { AUDIT_ACT_NAMES, AUDIT_OUTCOMES, type AuditAct, type AuditOutcome } from '../audit/acts.js';

export class AuditQuery {
  @ApiPropertyOptional({ example: '2026-11-01T00:00:00Z' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2026-12-01T00:00:00Z', description: 'Not included' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({ description: 'The id of who did it' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  actor?: string;

  @ApiPropertyOptional({ example: '1024' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  ticket?: string;

  @ApiPropertyOptional({ enum: AUDIT_ACT_NAMES })
  @IsOptional()
  @IsIn(AUDIT_ACT_NAMES)
  act?: AuditAct;

  @ApiPropertyOptional({ enum: AUDIT_OUTCOMES })
  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: AuditOutcome;

  @ApiPropertyOptional({ description: 'Where the page before ended' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class AuditActorDto {
  @ApiProperty({ enum: ['agent', 'anonymous', 'system', 'database'] })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  id!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As it is now' })
  name!: string | null;
}

export class AuditAboutDto {
  @ApiProperty({ example: 'person' })
  kind!: string;

  @ApiProperty()
  id!: string;
}

export class AuditRowDto {
  @ApiProperty({ example: '1024' })
  seq!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: AuditActorDto })
  actor!: AuditActorDto;

  @ApiProperty({ enum: AUDIT_ACT_NAMES })
  act!: AuditAct;

  @ApiProperty({ description: 'The act in the language of the caller' })
  title!: string;

  @ApiProperty({ enum: AUDIT_OUTCOMES })
  outcome!: AuditOutcome;

  @ApiProperty({ type: AuditAboutDto, nullable: true })
  about!: AuditAboutDto | null;

  @ApiProperty({ type: [String], description: 'Tickets whose data it was about' })
  tickets!: string[];

  @ApiProperty({ type: String, nullable: true })
  requestId!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: Record<string, unknown>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    nullable: true,
    description: 'Address, reason, e-mail; null when there is none, or it was erased',
  })
  personal!: Record<string, string> | null;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditRowDto] })
  items!: AuditRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AuditHeadDto {
  @ApiProperty({
    description: '`SEQ:HASH` of the newest row; kept elsewhere, it shows later that nothing was rewritten',
  })
  head!: string;
}

export class AuditActDto {
  @ApiProperty({ enum: AUDIT_ACT_NAMES })
  act!: AuditAct;

  @ApiProperty({ description: 'In the language of the caller' })
  title!: string;
}

export class AuditActListDto {
  @ApiProperty({ type: [AuditActDto] })
  items!: AuditActDto[];
}
