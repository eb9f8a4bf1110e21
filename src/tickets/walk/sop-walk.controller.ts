import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../../audit/audited.decorators.js';
import type { Lang } from '../../engine/common/text.js';
import { Access } from '../../people/access/access.decorators.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { CallerWork } from '../../threads/caller-work.decorators.js';
import type { RunOptions } from '../../threads/threads.service.js';
import { WalkAnswerDto } from './sop-walk-answer.dto.js';
import { WalkDto } from './sop-walk.dto.js';
import { SopWalkService } from './sop-walk.service.js';

/** Walking through an SOP as an agent would; it stands here because it takes the decisions that real tickets take. */
@NotAudited('an SOP tried out, without a ticket')
@ApiTags('sops')
@Controller('sops')
export class SopWalkController {
  constructor(private readonly walks: SopWalkService) {}

  @Post(':id/simulate')
  @HttpCode(200)
  @Access('sops.simulate')
  @Header('Vary', 'Accept-Language')
  @ApiOperation({
    summary: 'Walks a made-up ticket through an SOP; nothing is stored or sent',
    description:
      'Opens a ticket with `data` and takes the `acts` in turn, with a clock of its own. It stops before the first act that the real ticket would refuse and says why in `refused`. Send the acts so far and one more for each step of a walk.',
  })
  @ApiOkResponse({ type: WalkAnswerDto })
  @ApiProblems(404, 409, 422, 503)
  simulate(
    @Param('id') id: string,
    @Body() body: WalkDto,
    @CallerLang() lang: Lang,
    @CallerWork() work: RunOptions,
  ): Promise<WalkAnswerDto> {
    return this.walks.walk(id, body, lang, work);
  }
}
