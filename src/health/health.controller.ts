import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { Public } from '../people/access/access.decorators.js';
import { HealthService, type Readiness } from './health.service.js';

interface Reply {
  code(status: number): Reply;
}

const readiness = {
  type: 'object',
  required: ['status', 'checks', 'warnings'],
  properties: {
    status: { type: 'string', enum: ['ready', 'not-ready'] },
    checks: {
      type: 'object',
      properties: {
        database: { type: 'boolean' },
        migrations: { type: 'boolean' },
        storage: { type: 'boolean' },
        queue: { type: 'boolean' },
      },
    },
    warnings: {
      type: 'array',
      items: { type: 'string', enum: ['queue'] },
      description: 'What is away although work goes on',
    },
  },
  example: {
    status: 'ready',
    checks: { database: true, migrations: true, storage: true, queue: true },
    warnings: [],
  },
};

@NotAudited('whether the server works')
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', example: 'live' } } } })
  readLiveness(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({
    summary:
      'Work can be done: the database takes writes and is migrated. Without the queue it goes on, later',
  })
  @ApiOkResponse({ schema: readiness })
  @ApiResponse({
    status: 503,
    description: 'It cannot, or the process is stopping',
    schema: readiness,
  })
  async readReadiness(@Res({ passthrough: true }) reply: Reply): Promise<Readiness> {
    const answer = await this.health.check();
    reply.code(answer.status === 'ready' ? 200 : 503);
    return answer;
  }
}
