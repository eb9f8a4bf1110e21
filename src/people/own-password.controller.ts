import { Body, Controller, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Caller, From, PasswordMayBeExpired } from './access.decorators.js';
import { Audited } from '../audit/audited.decorators.js';
import { OwnPasswordDto, SignedInDto, renderSignedIn } from './auth.dto.js';
import type { Person } from './model.js';
import { ApiProblems } from './problem-docs.decorators.js';
import type { Origin } from './sessions/sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('people')
@Controller('me/password')
export class OwnPasswordController {
  constructor(private readonly signIns: SignInService) {}

  @Put()
  @Audited('password.changed')
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ApiOperation({
    summary: 'Change my password',
    description:
      'Ends all my sessions, this one too, and answers with a fresh token. Tries with a wrong current password are limited like sign-ins.',
  })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems(422, 429)
  async change(
    @Caller() caller: Person,
    @Body() body: OwnPasswordDto,
    @From() from: Origin,
  ): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.changePassword(caller, body.current, body.password, from));
  }
}
