import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Text } from '../engine/common/text.js';
import { TextAnswer } from '../sops/sops.dto.js';
import { FAILURE_REASONS } from './connections-failures.js';
import type { FailureFacts, FailureReason } from './connections-failures.js';
import { PROBE_FAILURES } from './connections-probe.service.js';
import type { ProbeFailure } from './connections-probe.service.js';
import type { ConnectionUse } from './connections-use.js';

const INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;

@ApiSchema({ name: 'ConnectionUse' })
export class ConnectionUseDto implements ConnectionUse {
  @ApiProperty({ example: 'refund-only' })
  sop!: string;

  @ApiProperty({ type: TextAnswer, example: { en: 'Refund only', 'zh-CN': '仅退款' } })
  titles!: Text;

  @ApiProperty({ type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ type: [String], example: ['refund.paying'] })
  steps!: string[];

  @ApiProperty({
    type: [TextAnswer],
    example: [{ en: 'Pay the refund', 'zh-CN': '执行退款' }],
    description: 'In the order of `steps`',
  })
  stepTitles!: Text[];
}

/** What a page needs to word a failure in the language of its reader. */
class FailureFactsDto implements FailureFacts {
  @ApiProperty({
    enum: FAILURE_REASONS,
    example: 'http-4xx',
    description: 'What happened, more closely than `code`; later versions may add some',
  })
  reason!: FailureReason;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { status: '404' },
    description: '`status`, `ms`, `bytes`, `host`, `address` or `call`, by the reason',
  })
  facts!: Record<string, string>;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Words of another system or of a library, as they came',
  })
  detail!: string | null;
}

@ApiSchema({ name: 'ConnectionFailure' })
export class ConnectionFailureDto extends FailureFactsDto {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T09:00:00.000Z' })
  at!: string;

  @ApiProperty({ example: 'http-4xx', description: 'As in the event of the SOP' })
  code!: string;

  @ApiProperty({ example: 'The answer was 404.', description: 'In English' })
  message!: string;

  @ApiProperty({ example: '1042' })
  ticketId!: string;
}

@ApiSchema({ name: 'ConnectionCalls' })
export class ConnectionCallsDto {
  @ApiProperty({
    ...COUNT,
    example: 240,
    description: 'Calls that SOPs asked for; each may have had several tries',
  })
  last24h!: number;

  @ApiProperty({ ...COUNT, example: 3, description: 'Those of them that failed after all tries' })
  failed!: number;

  @ApiProperty({ ...COUNT, example: 1, description: 'Those of them that are not answered yet' })
  underWay!: number;

  @ApiProperty({ ...INSTANT, example: '2026-11-22T09:00:00.000Z' })
  lastAt!: string | null;

  @ApiProperty({ description: 'Whether the last of them that was answered failed', example: false })
  lastFailed!: boolean;

  @ApiProperty({ type: ConnectionFailureDto, nullable: true })
  lastError!: ConnectionFailureDto | null;
}

@ApiSchema({ name: 'Connection' })
export class ConnectionDto {
  @ApiProperty({ example: 'shop' })
  name!: string;

  @ApiProperty({ description: 'False: an SOP calls it, but it is not configured; its calls fail' })
  configured!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://shop.example/api',
    description: 'Without secrets',
  })
  baseUrl!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 5000,
    description: 'Null: what the call says counts',
  })
  timeoutMs!: number | null;

  @ApiProperty({ description: 'May reach addresses of the own network' })
  allowPrivate!: boolean;

  @ApiProperty({ type: [String], nullable: true, example: ['GET', 'POST'], description: 'Null: all' })
  methods!: string[] | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    example: ['/orders', '/refunds'],
    description: 'What the paths of calls begin with, in whole segments; null: all are allowed',
  })
  paths!: string[] | null;

  @ApiProperty({ type: [String], example: ['authorization'], description: 'Their values are never shown' })
  headerNames!: string[];

  @ApiProperty({
    type: [ConnectionUseDto],
    description: 'By the newest version of each SOP, and by older ones that tickets are still on',
  })
  usedBy!: ConnectionUseDto[];

  @ApiProperty({ type: ConnectionCallsDto })
  calls!: ConnectionCallsDto;
}

@ApiSchema({ name: 'ConnectionList' })
export class ConnectionListDto {
  @ApiProperty({ type: [ConnectionDto] })
  items!: ConnectionDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

@ApiSchema({ name: 'ConnectionProbeError' })
export class ConnectionProbeErrorDto extends FailureFactsDto {
  @ApiProperty({ enum: PROBE_FAILURES, example: 'timeout' })
  code!: ProbeFailure;

  @ApiProperty({ example: 'No answer within 5000 ms.', description: 'In the language of the caller' })
  message!: string;
}

@ApiSchema({ name: 'ConnectionProbe' })
export class ConnectionProbeDto {
  @ApiProperty({ description: 'It answers, and does not refuse us' })
  ok!: boolean;

  @ApiProperty({ type: 'integer', nullable: true, example: 200 })
  status!: number | null;

  @ApiProperty({ ...COUNT, example: 38 })
  ms!: number;

  @ApiProperty({ type: ConnectionProbeErrorDto, nullable: true, example: null })
  error!: ConnectionProbeErrorDto | null;
}
