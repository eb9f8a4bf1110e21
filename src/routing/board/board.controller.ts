import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited.decorators.js';
import { Clock } from '../../clock.js';
import type { Lang } from '../../engine/common/text.js';
import { Access, Caller } from '../../people/access/access.decorators.js';
import { CallerLang } from '../../people/access/caller-lang.decorators.js';
import type { Person } from '../../people/common/model.js';
import { ApiProblems } from '../../people/common/problem-docs.decorators.js';
import { BoardDto, BoardQuery, LaneQuery, LaneTicketsDto } from './board.dto.js';
import { BoardService } from './board.service.js';

/** The board of those who lead. */
@ApiTags('desk')
@Controller('desk')
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly clock: Clock,
  ) {}

  @Get('board')
  @Audited('customer.read', { tickets: ['people.held.ticketId', 'braked.ticketId'] })
  @Access('desk.board')
  @ApiOperation({
    summary: 'Where tickets wait, and who does what',
    description:
      'Leads see the lanes, people and tickets of their teams, managers those of all. A take-over is POST /api/desk/{ticketId}/take with a reason, a reassignment POST /api/tickets/{id}/transfer.',
  })
  @ApiOkResponse({ type: BoardDto })
  @ApiProblems(422)
  board(@Query() query: BoardQuery, @Caller() person: Person, @CallerLang() lang: Lang): Promise<BoardDto> {
    return this.boards.board(person, query.tz ?? 'UTC', this.clock.now(), lang);
  }

  @Get('waiting')
  @Audited('customer.read', { tickets: ['items.id'] })
  @Access('desk.board')
  @ApiOperation({
    summary: 'The tickets that wait in one lane, the most urgent first',
    description: 'At most 200. A lane is named by its team, tier and set of skills, as the board gives them.',
  })
  @ApiOkResponse({ type: LaneTicketsDto })
  @ApiProblems(422)
  waiting(
    @Query() query: LaneQuery,
    @Caller() person: Person,
    @CallerLang() lang: Lang,
  ): Promise<LaneTicketsDto> {
    return this.boards.waiting(person, query, lang);
  }
}
