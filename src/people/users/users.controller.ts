import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Access, AsksAgain } from '../access/access.decorators.js';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import { UserDto, UserPageDto } from './person.dto.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { NewUserDto, PasswordDto, UserChangeDto, UserQueryDto } from './users.dto.js';
import { UsersService } from './users.service.js';
import type { Identity } from '../../writes/identity.js';
import { TakesKey, WriteIdentity } from '../../writes/write-identity.decorators.js';
import { Writes } from '../../writes/writes.service.js';

@ApiTags('people')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly writes: Writes,
  ) {}

  @Get()
  @NotAudited('colleagues, not customers')
  @Access('people.read')
  @ApiOperation({ summary: 'People, by e-mail' })
  @ApiOkResponse({ type: UserPageDto })
  @ApiProblems(422)
  list(@Query() query: UserQueryDto): Promise<UserPageDto> {
    return this.users.list(query);
  }

  @Get(':id')
  @NotAudited('a colleague, not a customer')
  @Access('people.read')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems(404)
  read(@Param('id') id: string): Promise<UserDto> {
    return this.users.read(id);
  }

  @Post()
  @Audited('person.created', {
    about: { kind: 'person' },
    values: ['roles', 'skills', 'teams', 'active', 'lang'],
  })
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary: 'Create a user',
    description: 'Their first sign-in asks for a password of their own.',
  })
  @ApiCreatedResponse({ type: UserDto })
  @TakesKey()
  @ApiProblems(409, 422)
  create(@Body() body: NewUserDto, @WriteIdentity() identity: Identity): Promise<UserDto> {
    return this.writes.once(identity, () => this.users.create(body, { expired: true }));
  }

  @Patch(':id')
  @Audited('person.changed', {
    about: { kind: 'person', param: 'id' },
    values: ['roles', 'skills', 'teams', 'active', 'lang'],
  })
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary: 'Change name, e-mail, language, roles, skills, teams, or whether the user is active',
    description:
      'Counts at once here and in other processes within 2 s. Tickets that they hold and may not serve any more wait in their lanes again when this answers. The last administrator stays one.',
  })
  @ApiOkResponse({ type: UserDto })
  @TakesKey()
  @ApiProblems(404, 409, 422)
  change(
    @Param('id') id: string,
    @Body() body: UserChangeDto,
    @WriteIdentity() identity: Identity,
  ): Promise<UserDto> {
    return this.writes.once(identity, () => this.users.change(id, body));
  }

  @Put(':id/password')
  @Audited('password.changed', { about: { kind: 'person', param: 'id' } })
  @HttpCode(204)
  @Access('people.manage')
  @AsksAgain()
  @ApiOperation({
    summary: 'Set a password; ends all sessions of the user',
    description: 'It opens nothing but setting another one, which the user does when they sign in with it.',
  })
  @ApiNoContentResponse()
  @TakesKey()
  @ApiProblems(404, 422)
  async setPassword(
    @Param('id') id: string,
    @Body() body: PasswordDto,
    @WriteIdentity() identity: Identity,
  ): Promise<void> {
    await this.writes.once(identity, () => this.users.setPassword(id, body.password, { expired: true }));
  }
}
