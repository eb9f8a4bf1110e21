import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '../access/access.decorators.js';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import { Access, AsksAgain } from '../access/access.decorators.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { UsersService } from '../users/users.service.js';
import { SessionListDto, renderSessions } from './sessions.dto.js';
import { Sessions } from './sessions.service.js';

/** Where somebody else is signed in. */
@ApiTags('people')
@Controller('users/:userId/sessions')
export class UserSessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersService,
  ) {}

  @Get()
  @NotAudited('sessions, not customers')
  @Access('people.manage')
  @ApiOperation({ summary: 'Where a person is signed in' })
  @ApiOkResponse({ type: SessionListDto })
  @ApiProblems(404)
  async list(@Param('userId') userId: string, @Req() request: CallerRequest): Promise<SessionListDto> {
    const { id } = await this.users.read(userId);
    return renderSessions(await this.sessions.list(id), request.session?.id);
  }

  @Delete(':id')
  @Audited('session.ended', { about: { kind: 'person', param: 'userId' } })
  @HttpCode(204)
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary: 'End a session of a person',
    description: 'Here at once, in other processes within 2 s. One that has ended already stays so.',
  })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async end(@Param('userId') userId: string, @Param('id') id: string): Promise<void> {
    await this.sessions.end(userId, id);
  }

  @Delete()
  @Audited('session.ended', { about: { kind: 'person', param: 'userId' } })
  @HttpCode(204)
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({ summary: 'Sign a person out everywhere' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async endAll(@Param('userId') userId: string): Promise<void> {
    await this.users.endSessions(userId);
  }
}
