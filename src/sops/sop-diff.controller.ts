import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { say, type Lang } from '../engine/common/text.js';
import { Access } from '../people/access/access.decorators.js';
import { CallerLang } from '../people/access/caller-lang.decorators.js';
import { ApiProblems } from '../people/common/problem-docs.decorators.js';
import { DiffQuery, SopDiffDto } from './sop-diff.dto.js';
import { CallerWork } from '../threads/caller-work.decorators.js';
import { Threads } from '../threads/threads.service.js';
import type { RunOptions } from '../threads/threads.service.js';
import { SopReadingService } from './sop-reading.service.js';
import type { SopSource } from './sop-versions.service.js';
import { DIFF_SOPS } from './sop-tasks.js';

@NotAudited('SOPs, not customers')
@ApiTags('sops')
@Controller('sops')
export class SopDiffController {
  constructor(
    private readonly reading: SopReadingService,
    private readonly threads: Threads,
  ) {}

  @Get(':id/diff')
  @Access('sops.read')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({
    summary: 'What differs between two versions of an SOP, step by step',
    description:
      'In its meaning: spelling, comments and layout do not count. Default: from the newest version to the draft.',
  })
  @ApiOkResponse({ type: SopDiffDto })
  @ApiProblems(404, 422, 503)
  async diff(
    @Param('id') id: string,
    @Query() { from, to }: DiffQuery,
    @CallerLang() lang: Lang,
    @CallerWork() work: RunOptions,
  ): Promise<SopDiffDto> {
    const [before, after] = [
      await this.reading.findVersion(id, from),
      await this.reading.findVersion(id, to),
    ];
    const diff = await this.threads.run(DIFF_SOPS, { before: textOf(before), after: textOf(after) }, work);
    const { same, steps, transitions, root } = diff;
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

const textOf = ({ source, format }: SopSource): SopSource => ({ source, format });
