import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { Clock } from '../clock.js';
import type { Lang } from '../engine/common/text.js';
import { Access } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { ConnectionListDto, ConnectionProbeDto } from './connections.dto.js';
import { ConnectionsOverview } from './connections-overview.service.js';
import { ConnectionsProbe } from './connections-probe.service.js';
import { UnknownConnection } from './connections-problems.js';
import { Connections } from './connections.service.js';

/** The other systems that SOPs call. */
@ApiTags('connections')
@Controller('connections')
export class ConnectionsController {
  constructor(
    private readonly overview: ConnectionsOverview,
    private readonly connections: Connections,
    private readonly probes: ConnectionsProbe,
    private readonly clock: Clock,
  ) {}

  @Get()
  @NotAudited('connections without their secrets')
  @Access('connections.manage')
  @ApiOperation({
    summary: 'Connections, which SOPs use them, and how their calls went',
    description: 'They are configured in STEPWISE_CONNECTIONS. Values of headers are never shown.',
  })
  @ApiOkResponse({ type: ConnectionListDto })
  async list(): Promise<ConnectionListDto> {
    return { items: await this.overview.list(this.clock.now()), nextCursor: null };
  }

  @Post(':name/test')
  @Audited('connection.tested', { about: { kind: 'connection', param: 'name' } })
  @HttpCode(200)
  @Access('connections.manage')
  @ApiOperation({
    summary: 'Looks whether a connection answers: reads its base address once, with its headers',
    description: 'Any answer is fine that does not refuse us and is no fault of the other side; 404 too.',
  })
  @ApiOkResponse({ type: ConnectionProbeDto })
  @ApiProblems(404)
  async test(@Param('name') name: string, @CallerLang() lang: Lang): Promise<ConnectionProbeDto> {
    const connection = this.connections.find(name);
    if (connection === null) throw new UnknownConnection(name, this.connections.names());
    const { error, ...probed } = await this.probes.probe(connection);
    return { ...probed, error: error && { ...error, message: error.message[lang] } };
  }
}
