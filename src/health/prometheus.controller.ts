import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { Public } from '../people/access/access.decorators.js';
import { Prometheus } from './prometheus.service.js';

@NotAudited('figures of the process')
@ApiTags('health')
@Controller('metrics')
export class PrometheusController {
  constructor(private readonly prometheus: Prometheus) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures of the process in the format of Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', example: 'stepwise_leases 3' } })
  write(): Promise<string> {
    return this.prometheus.write();
  }
}
