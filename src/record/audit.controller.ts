import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AUDIT_ACT_NAMES, AUDIT_ACTS } from '../audit/acts.js';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { readAuditHead } from '../audit/verify-audit.service.js';
import { Database } from '../database/database.service.js';
import { say, type Lang } from '../engine/common/text.js';
import { Access } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { AuditActListDto, AuditHeadDto, AuditPageDto, AuditQuery } from './audit.dto.js';
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

  @Get('acts')
  @NotAudited('the same for everybody')
  @Access('audit.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ summary: 'What can be recorded' })
  @ApiOkResponse({ type: AuditActListDto })
  acts(@CallerLang() lang: Lang): AuditActListDto {
    return { items: AUDIT_ACT_NAMES.map((act) => ({ act, title: say(AUDIT_ACTS[act], lang) })) };
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
