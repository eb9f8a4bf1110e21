import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited, NotAudited } from '../audit/audited.decorators.js';
import { Access, Caller } from './access.decorators.js';
import type { Person } from './model.js';
import { PersonDto, UserDto } from './person.dto.js';
import { ApiProblems } from './problem-docs.decorators.js';
import { ProfileChangeDto } from './users.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('people')
@Controller('me')
export class MeController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @NotAudited('the caller themselves')
  @Access('profile.self')
  @ApiOperation({ summary: 'Who am I: roles, teams, skills' })
  @ApiOkResponse({ type: PersonDto })
  me(@Caller() caller: Person): PersonDto {
    return caller;
  }

  @Patch()
  @Audited('person.changed', { together: true, values: ['lang'] })
  @Access('profile.self')
  @ApiOperation({ summary: 'Change my name or language' })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems(422)
  change(@Caller() caller: Person, @Body() body: ProfileChangeDto): Promise<UserDto> {
    return this.users.change(caller.id, body);
  }
}
