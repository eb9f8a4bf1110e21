import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, AsksAgain } from '../access/access.decorators.js';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import { MOST_TIERS, USUAL_TIERS } from '../../engine/common/tiers.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { NewTeamDto, TeamChangeDto, TeamListDto, TeamWithMembersDto } from './teams.dto.js';
import { TeamsService } from './teams.service.js';
import type { Identity } from '../../writes/identity.js';
import { TakesKey, WriteIdentity } from '../../writes/write-identity.decorators.js';
import { Writes } from '../../writes/writes.service.js';

@ApiTags('people')
@Controller('teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly writes: Writes,
  ) {}

  @Get()
  @NotAudited('names and hours of teams')
  @Access('teams.read')
  @ApiOperation({ summary: 'All teams with their hours, by id' })
  @ApiOkResponse({ type: TeamListDto })
  async list(): Promise<TeamListDto> {
    return {
      items: await this.teams.list(),
      mostTiers: MOST_TIERS,
      usualTiers: USUAL_TIERS,
      nextCursor: null,
    };
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
    values: ['title', 'calendar', 'specialist', 'tiers', 'idleMinutes', 'members'],
  })
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({ summary: 'Create a team' })
  @ApiCreatedResponse({ type: TeamWithMembersDto })
  @TakesKey()
  @ApiProblems(409, 422)
  create(@Body() body: NewTeamDto, @WriteIdentity() identity: Identity): Promise<TeamWithMembersDto> {
    return this.writes.once(identity, () => this.teams.create(body));
  }

  @Patch(':id')
  @Audited('team.changed', {
    about: { kind: 'team', param: 'id' },
    values: ['title', 'calendar', 'specialist', 'tiers', 'idleMinutes', 'members'],
  })
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary:
      'Change title, calendar, tiers, idle cut-off or members of a team, or whether it is a specialist team',
    description:
      'A changed calendar or idle cut-off is in force from then on, in every process within 2 s: what lies before is measured as it was. Due times that were set stay. Tickets that former members hold wait in their lanes again when this answers.',
  })
  @ApiOkResponse({ type: TeamWithMembersDto })
  @TakesKey()
  @ApiProblems(404, 409, 422)
  change(
    @Param('id') id: string,
    @Body() body: TeamChangeDto,
    @WriteIdentity() identity: Identity,
  ): Promise<TeamWithMembersDto> {
    return this.writes.once(identity, () => this.teams.change(id, body));
  }
}
