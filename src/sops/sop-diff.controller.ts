import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { diffSops } from '../engine/index.js';
import { say, type Lang } from '../engine/text.js';
import { Access } from '../people/access.decorators.js';
import { CallerLang } from '../people/caller-lang.decorators.js';
import { ApiProblems } from '../people/problem-docs.decorators.js';
import { DiffQuery, SopDiffDto } from './sop-diff.dto.js';
import { SopReadingService } from './sop-reading.service.js';

@NotAudited('SOPs, not customers')
@ApiTags('sops')
@Controller('sops')
export class SopDiffController {
  constructor(private readonly reading: SopReadingService) {}

  @Get(':id/diff')
  @Access('sops.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({
    summary: 'What differs between two versions of an SOP, step by step',
    description:
      'In its meaning: spelling, comments and layout do not count. Default: from the newest version to the draft.',
  })
  @ApiOkResponse({ type: SopDiffDto })
  @ApiProblems(404, 422)
  async diff(
    @Param('id') id: string,
    @Query() { from, to }: DiffQuery,
    @CallerLang() lang: Lang,
  ): Promise<SopDiffDto> {
    const [before, after] = [
      await this.reading.readVersion(id, from),
      await this.reading.readVersion(id, to),
    ];
    const { same, steps, transitions, root } = diffSops(before.definition, after.definition);
    return {
      from,
      to,
      same,
      steps: steps.map((one) => ({ ...one, title: one.title === null ? one.step : say(one.title, lang) })),
      transitions: transitions.map((one) => ({ ...one, title: one.title && say(one.title, lang) })),
      root,
    };
  }
}
