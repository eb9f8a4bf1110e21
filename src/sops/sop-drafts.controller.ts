import { Controller, Delete, Get, Headers, HttpCode, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import type { Lang } from '../engine/common/text.js';
import { Access } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { InFlightService } from './in-flight.service.js';
import { DraftTextDto, InFlightDto } from './sop-drafts.dto.js';
import { SopDraftsService } from './sop-drafts.service.js';
import { readRevision } from './sop-revisions.js';
import type { Identity } from '../writes/identity.js';
import { TakesKey, WriteIdentity } from '../writes/write-identity.decorators.js';
import { Writes } from '../writes/writes.service.js';

interface Reply {
  header(name: string, value: string): unknown;
}

/** What a designer needs around editing: the draft itself, and what is under way in the versions. */
@ApiTags('sops')
@Controller('sops')
export class SopDraftsController {
  constructor(
    private readonly drafts: SopDraftsService,
    private readonly inFlight: InFlightService,
    private readonly writes: Writes,
  ) {}

  @Get(':id/draft')
  @NotAudited('SOPs, not customers')
  @Access('sops.draft')
  @ApiOperation({ summary: 'The draft as it was written, with its revision as the ETag' })
  @ApiOkResponse({ type: DraftTextDto })
  @ApiProblems(404)
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Reply): Promise<DraftTextDto> {
    const { updatedAt, ...draft } = await this.drafts.read(id);
    reply.header('ETag', `"${draft.revision}"`);
    return { id, ...draft, updatedAt: updatedAt.toISOString() };
  }

  @Delete(':id/draft')
  @Audited('sop.draft-discarded', { about: { kind: 'sop', param: 'id' } })
  @HttpCode(204)
  @Access('sops.draft')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision that you saw: "3"' })
  @ApiOperation({ summary: 'Throws the draft away; what is published stays' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @TakesKey()
  @ApiProblems(404, 412, 422)
  async discard(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @WriteIdentity() identity: Identity,
  ): Promise<void> {
    await this.writes.once(identity, () => this.drafts.discard(id, readRevision(ifMatch)));
  }

  @Get(':id/in-flight')
  @NotAudited('numbers of tickets')
  @Access('sops.read')
  @ApiOperation({
    summary: 'Open tickets per version and step: they stay in the version in which they began',
  })
  @ApiOkResponse({ type: InFlightDto })
  @ApiProblems(404)
  listInFlight(@Param('id') id: string, @CallerLang() lang: Lang): Promise<InFlightDto> {
    return this.inFlight.read(id, lang);
  }
}
