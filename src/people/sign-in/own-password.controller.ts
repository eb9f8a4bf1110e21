import { Body, Controller, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Caller, ComesAgain, From, PasswordMayBeExpired } from '../access/access.decorators.js';
import type { CallerRequest } from '../access/access.decorators.js';
import { Audited } from '../../audit/audited.decorators.js';
import { OwnPasswordDto, SignedInDto, renderSignedIn } from './auth.dto.js';
import type { Person } from '../common/model.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import type { Origin } from '../access/session.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('people')
@Controller('me/password')
export class OwnPasswordController {
  constructor(private readonly signIns: SignInService) {}

  @Put()
  @Audited('password.changed')
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ComesAgain()
  @ApiOperation({
    summary: 'Change my password',
    description:
      'Ends all my sessions, this one too, and answers with a fresh token. Tries with a wrong current password are limited like sign-ins. Asked for once more with the same session, because the answer was lost, it answers with a fresh token if the new password is the one that counts.',
  })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems(422, 429)
  async change(
    @Caller() caller: Person,
    @Req() { session }: CallerRequest,
    @Body() body: OwnPasswordDto,
    @From() from: Origin,
  ): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.changePassword(caller, session, body, from));
  }
}
