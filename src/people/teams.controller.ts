import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { Access } from './access.decorators.js';
import { ApiProblems } from './problem-docs.decorators.js';
import { NewTeamDto, TeamChangeDto, TeamListDto, TeamWithMembersDto } from './teams.dto.js';
import { TeamsService } from './teams.service.js';

@ApiTags('people')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @NotAudited('names and hours of teams')
  @Access('teams.read')
  @ApiOperation({ summary: 'All teams with their hours, by id' })
  @ApiOkResponse({ type: TeamListDto })
  async list(): Promise<TeamListDto> {
    return { items: await this.teams.list(), nextCursor: null };
  }

  @Get(':id')
  @NotAudited('colleagues, not customers')
  @Access('people.read')
  @ApiOperation({ summary: 'One team with its members' })
  @ApiOkResponse({ type: TeamWithMembersDto })
  @ApiProblems(404)
  read(@Param('id') id: string): Promise<TeamWithMembersDto> {
    return this.teams.read(id);
  }

  @Post()
  @Audited('team.created', {
    about: { kind: 'team' },
    together: true,
    values: ['title', 'calendar', 'specialist', 'members'],
  })
  @Access('people.manage')
  @ApiOperation({ summary: 'Create a team' })
  @ApiCreatedResponse({ type: TeamWithMembersDto })
  @ApiProblems(409, 422)
  create(@Body() body: NewTeamDto): Promise<TeamWithMembersDto> {
    return this.teams.create(body);
  }

  @Patch(':id')
  @Audited('team.changed', {
    about: { kind: 'team', param: 'id' },
    together: true,
    values: ['title', 'calendar', 'specialist', 'members'],
  })
  @Access('people.manage')
  @ApiOperation({
    summary: 'Change title, calendar or members of a team, or whether it is a specialist team',
    description:
      'A changed calendar counts for what is computed from then on, in every process within 2 s. Tickets that former members hold wait in their lanes again when this answers.',
  })
  @ApiOkResponse({ type: TeamWithMembersDto })
  @ApiProblems(404, 409, 422)
  change(@Param('id') id: string, @Body() body: TeamChangeDto): Promise<TeamWithMembersDto> {
    return this.teams.change(id, body);
  }
}
