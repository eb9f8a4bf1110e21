import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { ProblemBody } from '../../problems/render.js';
import { typeOf } from '../../words/kind.js';
import { forbidden } from '../../words/problem-kinds.js';
import { PROBLEM_KINDS } from '../../words/problem-list.js';

/** For whoever reads the contract: all kinds with their status and their title. */
const DESCRIPTION = [
  'What a refusal says (RFC 9457). Later releases may add kinds; who meets an unknown one goes by its status.',
  '',
  '| `type` | status | title | 标题 |',
  '| --- | --- | --- | --- |',
  ...PROBLEM_KINDS.map(
    ({ slug, status, title }) => `| \`${slug}\` | ${status} | ${title.en} | ${title['zh-CN']} |`,
  ),
].join('\n');

@ApiSchema({ name: 'ProblemError' })
export class ProblemErrorDto {
  @ApiProperty({ description: 'JSON pointer into the body', example: '/email' })
  pointer!: string;

  @ApiProperty({ description: "In the caller's language" })
  message!: string;
}

/** The body of every refusal (RFC 9457); which facts there are depends on `type`. */
@ApiSchema({ name: 'Problem', description: DESCRIPTION })
export class ProblemDto implements ProblemBody {
  [fact: string]: unknown;

  @ApiProperty({ enum: PROBLEM_KINDS.map(({ slug }) => typeOf(slug)), example: typeOf(forbidden.slug) })
  type!: string;

  @ApiProperty({ example: forbidden.title.en })
  title!: string;

  @ApiProperty({ type: 'integer', example: forbidden.status })
  status!: number;

  @ApiProperty({ description: "What is wrong here and what would be accepted, in the caller's language" })
  detail!: string;

  @ApiPropertyOptional({ description: 'What a program would do about it; nothing that people need to read' })
  hint?: string;

  @ApiPropertyOptional({ type: [ProblemErrorDto] })
  errors?: ProblemErrorDto[];

  @ApiPropertyOptional({ type: 'integer', description: 'How many more there are than `errors` lists' })
  moreErrors?: number;

  @ApiPropertyOptional({ type: [String], description: 'What would be accepted instead' })
  accepted?: string[];

  @ApiPropertyOptional({ description: 'Why a way out is closed' })
  why?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'The version that the ticket has now' })
  currentVersion?: number;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'The revision that the draft has now; null when there is none',
  })
  currentRevision?: number | null;

  @ApiPropertyOptional({ description: 'The user who changed the draft last' })
  updatedBy?: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: '陈思远' })
  updatedByName?: string | null;

  @ApiPropertyOptional({ format: 'date-time' })
  updatedAt?: string;

  @ApiPropertyOptional({ type: [String], description: 'The steps in which the ticket is' })
  steps?: string[];

  @ApiPropertyOptional({ description: 'The step that somebody else holds' })
  step?: string;

  @ApiPropertyOptional({ description: 'The user who holds it' })
  holder?: string;

  @ApiPropertyOptional({
    enum: ['ended', 'out-of-reach'],
    description:
      'Why the ticket is not held any more: the lease ended, or its lane is not served by the caller',
  })
  reason?: string;

  @ApiPropertyOptional({ description: 'The team of the lane that the caller does not serve' })
  team?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'The tier of that lane' })
  tier?: number;

  @ApiPropertyOptional({ type: [String], description: 'The skills that it asks for' })
  skills?: string[];

  @ApiPropertyOptional({ description: 'The status that the ticket has' })
  ticketStatus?: string;

  @ApiPropertyOptional({ type: [String], description: 'The statuses in which it would be taken' })
  wanted?: string[];

  @ApiPropertyOptional({ description: 'The rule of the SOP that would be broken' })
  rule?: string;

  @ApiPropertyOptional({ description: 'The act that is not allowed' })
  act?: string;

  @ApiPropertyOptional({ type: [String], description: 'The roles that may do it' })
  roles?: string[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'What is wrong with the SOP',
  })
  findings?: object[];

  @ApiPropertyOptional({ description: 'The header that is not understood' })
  header?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Where the body stops being JSON' })
  position?: number;

  @ApiPropertyOptional({ type: 'integer' })
  limitBytes?: number;

  @ApiPropertyOptional({ description: 'The number under which an unexpected error was noted' })
  id?: string;
}
