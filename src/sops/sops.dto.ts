import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { Finding, JsonObject, JsonSchema, Severity } from '../engine/common/model.js';
import type { Lang, Text } from '../engine/common/text.js';
import { say } from '../engine/common/text.js';
import { InFlightVersionDto } from './sop-drafts.dto.js';
import type { SopFormat, SopOrigin } from './sop-versions.service.js';

const TEXT_EXAMPLE: Text = { en: 'Return and refund', 'zh-CN': '退货退款' };

class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class SopPageQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'nextCursor of the page before', example: 'exchange' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  cursor?: string;
}

export class VersionPageQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'nextCursor of the page before', example: '7' })
  @IsOptional()
  @Matches(/^\d{1,9}$/)
  cursor?: string;
}

/** A text in every language. */
@ApiSchema({ name: 'Text' })
export class TextAnswer implements Text {
  @ApiProperty()
  en!: string;

  @ApiProperty()
  'zh-CN'!: string;
}

@ApiSchema({ name: 'SopIntake' })
export class IntakeAnswer {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'JSON Schema 2020-12 of the `data` of a new ticket',
  })
  form!: JsonSchema;
}

@ApiSchema({ name: 'SopSummary' })
export class SopItem {
  @ApiProperty({ example: 'return-refund' })
  id!: string;

  @ApiProperty({ example: TEXT_EXAMPLE.en, description: 'In the language of the caller' })
  title!: string;

  @ApiProperty({ type: TextAnswer, example: TEXT_EXAMPLE })
  titles!: Text;

  @ApiProperty({ description: 'In the language of the caller' })
  description!: string;

  @ApiProperty({ type: TextAnswer })
  descriptions!: Text;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 3,
    description: 'The version on which new tickets begin; null while there is only a draft',
  })
  version!: number | null;

  @ApiProperty({ example: 'after-sales' })
  team!: string;

  @ApiProperty({ example: 'after-sales@shop.example' })
  owner!: string;

  @ApiProperty()
  intake!: IntakeAnswer;

  @ApiProperty({ description: 'There is a draft that is not published' })
  hasDraft!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: string | null;
}

export class SopPage {
  @ApiProperty({ type: [SopItem] })
  items!: SopItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiSchema({ name: 'SopVersion' })
export class VersionItem {
  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ description: 'SHA-256 of the text' })
  hash!: string;

  @ApiProperty({ enum: ['file', 'console'] })
  origin!: SopOrigin;

  @ApiProperty({ enum: ['yaml', 'json'] })
  format!: SopFormat;

  @ApiProperty({ example: 'system:files' })
  publishedBy!: string;

  @ApiProperty({ type: String, nullable: true, example: '陈思远', description: 'Null when no person did it' })
  publishedByName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt!: Date;
}

@ApiSchema({ name: 'SopVersionPage' })
export class VersionPage {
  @ApiProperty({ type: [VersionItem] })
  items!: VersionItem[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiSchema({ name: 'Finding' })
export class FindingItem {
  @ApiProperty({ example: 'unknown-target' })
  code!: string;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity!: Severity;

  @ApiProperty({ description: 'In the language of the caller', example: 'there is no state "refnd"' })
  message!: string;

  @ApiProperty({ type: TextAnswer })
  messages!: Text;

  @ApiProperty({ example: '/states/check/on/APPROVE/target', description: 'JSON pointer into the SOP' })
  path!: string;

  @ApiPropertyOptional({ type: 'integer', example: 12 })
  line?: number;

  @ApiPropertyOptional({ type: 'integer', example: 9 })
  column?: number;

  @ApiPropertyOptional({
    type: [String],
    description: 'Events that lead to the place, where a path is the proof',
  })
  trace?: string[];
}

@ApiSchema({ name: 'SopCheck' })
export class CheckAnswer {
  @ApiProperty({ description: 'No finding of severity error' })
  ok!: boolean;

  @ApiProperty({ type: [FindingItem] })
  findings!: FindingItem[];
}

@ApiSchema({ name: 'SopDraft' })
export class DraftAnswer extends CheckAnswer {
  @ApiProperty({ example: 'return-refund' })
  id!: string;

  @ApiProperty({ type: 'integer', example: 4, description: 'For If-Match' })
  revision!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt!: Date;
}

@ApiSchema({ name: 'SopPublished' })
export class PublishAnswer {
  @ApiProperty({ example: 'return-refund' })
  id!: string;

  @ApiProperty({ type: 'integer', example: 4 })
  version!: number;

  @ApiProperty({
    description: 'False: there was nothing new to publish, and `version` is the newest there was',
  })
  created!: boolean;

  @ApiProperty({ type: [FindingItem], description: 'Warnings' })
  findings!: FindingItem[];

  @ApiProperty({
    type: [InFlightVersionDto],
    description: 'Open tickets that stay in older versions; GET /sops/{id}/in-flight says in which steps',
  })
  inFlight!: InFlightVersionDto[];
}

/** The parts of a definition that every SOP has; the whole format is `/api/sop.schema.json`. */
@ApiSchema({ name: 'SopDefinition' })
export class DefinitionAnswer {
  [key: string]: unknown;

  @ApiProperty({ example: 'return-refund' })
  id!: string;

  @ApiPropertyOptional({ example: 'checking' })
  initial?: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  context!: JsonObject;

  @ApiProperty({ type: 'object', additionalProperties: true })
  meta!: JsonObject;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'object', additionalProperties: true } })
  states!: JsonObject;
}

/** Findings for the wire: in the caller's language, with both languages beside. */
export function renderFindings(findings: Finding[], lang: Lang): FindingItem[] {
  return findings.map((finding) => ({
    ...finding,
    message: say(finding.message, lang),
    messages: finding.message,
  }));
}
