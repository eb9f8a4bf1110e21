import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { sopFormatSchema } from '../engine/index.js';
import type { JsonSchema } from '../engine/common/model.js';
import type { Lang } from '../engine/common/text.js';
import { Access, Caller, Public } from '../people/access/access.decorators.js';
import { may } from '../people/access/access.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import type { Person } from '../people/common/model.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { CallerWork } from '../threads/caller-work.decorators.js';
import type { RunOptions } from '../threads/threads.service.js';
import type { Identity } from '../writes/identity.js';
import { TakesKey, WriteIdentity } from '../writes/write-identity.decorators.js';
import { Writes } from '../writes/writes.service.js';
import { InFlightService } from './in-flight.service.js';
import type { SopTextParts } from './sop-text.js';
import { isSopText, openEnvelope, prefersYaml } from './sop-text.js';
import { readExpected, readRevision } from './sop-revisions.js';
import { KeepsSopText } from './sop-text.service.js';
import { SopChecks } from './sop-checks.service.js';
import { SopDraftsService } from './sop-drafts.service.js';
import { SopReadingService } from './sop-reading.service.js';
import { SopBodyMissing } from './sops-problems.js';
import {
  CheckAnswer,
  DefinitionAnswer,
  DraftAnswer,
  PublishAnswer,
  renderFindings,
  SopPage,
  SopPageQuery,
  VersionPage,
  VersionPageQuery,
} from './sops.dto.js';

/** What this controller needs of the HTTP answer. */
interface Reply {
  header(name: string, value: string): unknown;
}

const SOP_EXAMPLE = `id: refund-only
initial: check
context: { amount: 0 }
meta:
  title: { en: Refund only, zh-CN: 仅退款 }
states:
  check: { meta: { kind: human } }
`;

const SOP_BODY = {
  description: 'The SOP as YAML, as JSON, or as JSON {"source": "…", "format": "yaml" | "json"}',
  schema: { oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }] },
  examples: {
    yaml: { summary: 'The text of the file', value: SOP_EXAMPLE },
    envelope: { summary: 'The text in JSON', value: { source: SOP_EXAMPLE, format: 'yaml' } },
  },
};

@ApiTags('sops')
@Controller('sops')
export class SopsController {
  constructor(
    private readonly reading: SopReadingService,
    private readonly drafts: SopDraftsService,
    private readonly inFlight: InFlightService,
    private readonly checks: SopChecks,
    private readonly writes: Writes,
  ) {}

  @Get()
  @NotAudited('SOPs, not customers')
  @Access('sops.read')
  @ApiOperation({ summary: 'The SOPs with their newest version and intake form' })
  @ApiOkResponse({ type: SopPage })
  @ApiProblems(422, 503)
  list(@Query() query: SopPageQuery, @Caller() caller: Person, @CallerLang() lang: Lang): Promise<SopPage> {
    return this.reading.listSops(query, { lang, withDrafts: may(caller, 'sops.draft') });
  }

  @Get(':id/versions')
  @NotAudited('SOPs, not customers')
  @Access('sops.read')
  @ApiOperation({ summary: 'The published versions of an SOP, newest first' })
  @ApiOkResponse({ type: VersionPage })
  @ApiProblems(404, 422)
  versions(@Param('id') id: string, @Query() query: VersionPageQuery): Promise<VersionPage> {
    return this.reading.listVersions(id, query.cursor, query.limit);
  }

  @Get(':id/versions/:n')
  @NotAudited('SOPs, not customers')
  @Access('sops.read')
  @Header('Vary', 'Accept')
  @ApiOperation({
    summary: 'One version (a number, `newest` or `draft`) as JSON, or as YAML with Accept: application/yaml',
  })
  @ApiProblems(404, 503)
  @ApiProduces('application/json', 'application/yaml')
  @ApiOkResponse({ type: DefinitionAnswer })
  async version(
    @Param('id') id: string,
    @Param('n') n: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
    @CallerWork() work: RunOptions,
  ): Promise<unknown> {
    const asYaml = prefersYaml(accept);
    const found = await this.reading.readVersion(id, n, { asYaml, ...work });
    reply.header('ETag', `"${found.tag}"`);
    if (!asYaml) return found.definition;
    reply.header('Content-Type', 'application/yaml; charset=utf-8');
    return found.yaml;
  }

  @Post('check')
  @NotAudited('changes nothing')
  @HttpCode(200)
  @Access('sops.check')
  @KeepsSopText()
  @ApiConsumes('application/yaml', 'application/json')
  @ApiBody(SOP_BODY)
  @ApiOperation({ summary: 'Checks an SOP without storing it' })
  @ApiOkResponse({ type: CheckAnswer })
  @ApiProblems(422, 503)
  async check(
    @Body() body: unknown,
    @CallerLang() lang: Lang,
    @CallerWork() work: RunOptions,
  ): Promise<CheckAnswer> {
    const { text, format } = openEnvelope(readBody(body));
    const { ok, findings } = await this.checks.check(text, format, work);
    return { ok, findings: renderFindings(findings, lang) };
  }

  @Put(':id/draft')
  @Audited('sop.draft-saved', { about: { kind: 'sop', param: 'id' } })
  @Access('sops.draft')
  @KeepsSopText()
  @ApiConsumes('application/yaml', 'application/json')
  @ApiBody(SOP_BODY)
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The revision of the draft that you changed: "3"',
  })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: '`*`: only when there is no draft yet',
  })
  @ApiOperation({ summary: 'Stores the draft of an SOP, with whatever findings it has' })
  @ApiOkResponse({ type: DraftAnswer })
  @TakesKey()
  @ApiProblems(412, 422, 503)
  async saveDraft(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @WriteIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: Reply,
    @CallerWork() work: RunOptions,
  ): Promise<DraftAnswer> {
    const { text, format } = openEnvelope(readBody(body));
    const expected = readExpected(headers['if-match'], headers['if-none-match']);
    const saved = await this.writes.once(
      identity,
      () => this.drafts.save(id, { source: text, format }, caller.id, expected),
      // Checked before the transaction; the check is remembered.
      () => this.checks.check(text, format, work),
    );
    reply.header('ETag', `"${saved.revision}"`);
    return { ...saved, findings: renderFindings(saved.findings, lang) };
  }

  @Post(':id/publish')
  @Audited('sop.published', { about: { kind: 'sop', param: 'id' } })
  @HttpCode(200)
  @Access('sops.publish')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The revision of the draft that you saw: "3"',
  })
  @ApiOperation({ summary: 'Makes the draft the next version; refused while it has errors' })
  @ApiOkResponse({ type: PublishAnswer })
  @TakesKey()
  @ApiProblems(404, 409, 412, 422, 503)
  async publish(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Person,
    @CallerLang() lang: Lang,
    @WriteIdentity() identity: Identity,
    @CallerWork() work: RunOptions,
  ): Promise<PublishAnswer> {
    const published = await this.writes.once(
      identity,
      () => this.drafts.publish(id, caller.id, readRevision(ifMatch)),
      () => this.drafts.checkAhead(id, work),
    );
    const inFlight = await this.inFlight.countTickets(id);
    return {
      ...published,
      findings: renderFindings(published.findings, lang),
      inFlight: inFlight.filter(({ version }) => version < published.version),
    };
  }
}

@ApiTags('sops')
@Controller()
export class SopSchemaController {
  @Get('sop.schema.json')
  @NotAudited('the format of SOPs')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({ summary: 'JSON Schema of the SOP format, for editors' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): JsonSchema {
    return sopFormatSchema();
  }
}

/** The parser of SOP texts has made it; every other kind of body comes as something else, or not at all. */
function readBody(body: unknown): SopTextParts {
  if (!isSopText(body) || body.text.trim() === '') throw new SopBodyMissing();
  return body;
}
