import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Caller, PasswordMayBeExpired } from '../access/access.decorators.js';
import { Audited, NotAudited } from '../../audit/audited.decorators.js';
import type { Person } from '../common/model.js';
import { OwnProfile } from './own-profile.service.js';
import { PersonDto, UserDto } from './person.dto.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { ProfileChangeDto } from './users.dto.js';
import type { Identity } from '../../writes/identity.js';
import { TakesKey, WriteIdentity } from '../../writes/write-identity.decorators.js';
import { Writes } from '../../writes/writes.service.js';

@ApiTags('people')
@Controller('me')
export class MeController {
  constructor(
    private readonly profile: OwnProfile,
    private readonly writes: Writes,
  ) {}

  @Get()
  @NotAudited('the caller themselves')
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ApiOperation({ summary: 'Who am I: roles, teams, skills' })
  @ApiOkResponse({ type: PersonDto })
  me(@Caller() caller: Person): PersonDto {
    return caller;
  }

  @Patch()
  @Audited('person.changed', { values: ['lang'] })
  @Access('profile.self')
  @ApiOperation({
    summary: 'Change my name or language',
    description:
      'A name that looks like a colleague’s is refused; administrators may give the same name twice.',
  })
  @ApiOkResponse({ type: UserDto })
  @TakesKey()
  @ApiProblems(409, 422)
  change(
    @Caller() caller: Person,
    @Body() body: ProfileChangeDto,
    @WriteIdentity() identity: Identity,
  ): Promise<UserDto> {
    return this.writes.once(identity, () => this.profile.change(caller.id, body));
  }
}
