import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CallerRequest } from '../access/access.decorators.js';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import { Access, Caller, PasswordMayBeExpired } from '../access/access.decorators.js';
import type { Person } from '../common/model.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { UsersService } from '../users/users.service.js';
import { SessionListDto, renderSessions } from './sessions.dto.js';
import { Sessions } from './sessions.service.js';

/** Where I am signed in. */
@ApiTags('people')
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersService,
  ) {}

  @Get()
  @NotAudited('sessions, not customers')
  @Access('profile.self')
  @ApiOperation({ summary: 'Where I am signed in' })
  @ApiOkResponse({ type: SessionListDto })
  async list(@Caller() caller: Person, @Req() request: CallerRequest): Promise<SessionListDto> {
    return renderSessions(await this.sessions.list(caller.id), request.session?.id);
  }

  @Delete(':id')
  @Audited('session.ended')
  @HttpCode(204)
  @Access('profile.self')
  @ApiOperation({
    summary: 'End one of my sessions',
    description: 'Here at once, in other processes within 2 s. One that has ended already stays so.',
  })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async end(@Caller() caller: Person, @Param('id') id: string): Promise<void> {
    await this.sessions.end(caller.id, id);
  }

  @Delete()
  @Audited('session.ended')
  @HttpCode(204)
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ApiOperation({ summary: 'Sign out everywhere', description: 'Ends all my sessions, this one too.' })
  @ApiNoContentResponse()
  async endAll(@Caller() caller: Person): Promise<void> {
    await this.users.endSessions(caller.id);
  }
}
