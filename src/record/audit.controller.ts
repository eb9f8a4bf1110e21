import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { readAuditHead } from '../audit/verify-audit.service.js';
import { Database } from '../database/database.service.js';
import type { Lang } from '../engine/text.js';
import { Access } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { AuditHeadDto, AuditPageDto, AuditQuery } from './audit.dto.js';
import { AuditReader } from './audit-reader.service.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly database: Database,
  ) {}

  @Get()
  @Audited('audit.read')
  @Access('audit.read')
  @Header('Vary', 'Accept-Language')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Who did what, newest first' })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiProblems(422)
  list(@Query() query: AuditQuery, @CallerLang() lang: Lang): Promise<AuditPageDto> {
    return this.reader.page(query, lang);
  }

  @Get('head')
  @NotAudited('names nobody')
  @Access('audit.read')
  @ApiOperation({ summary: 'The newest row of the record, to be kept elsewhere' })
  @ApiOkResponse({ type: AuditHeadDto })
  async head(): Promise<AuditHeadDto> {
    return { head: await readAuditHead(this.database.pool) };
  }
}
