import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Unauthenticated } from '../access/access-problems.js';
import { Audited } from '../../audit/audited.decorators.js';
import type { CallerRequest } from '../access/access.decorators.js';
import { Access, Caller, From, PasswordMayBeExpired, Public } from '../access/access.decorators.js';
import { reauthenticationRequired } from '../../words/problem-kinds.js';
import { SetupDto, SignInDto, SignedInDto, renderSignedIn } from './auth.dto.js';
import type { Person } from '../common/model.js';
import { ApiProblems } from '../common/problem-docs.decorators.js';
import { ProveDto, ProvedDto } from '../sessions/sessions.dto.js';
import type { Origin, Session } from '../access/session.js';
import type { Identity } from '../../writes/identity.js';
import { TakesKey, WriteIdentity } from '../../writes/write-identity.decorators.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly signIns: SignInService) {}

  @Post('login')
  @Audited('session.began')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Sign in',
    description:
      'After some failed tries the next one has to wait, twice as long each time; nobody else waits for it.',
  })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems(401, 422, 429)
  async login(@Body() body: SignInDto, @From() from: Origin): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.signIn(body.email, body.password, from));
  }

  @Post('renew')
  @Audited('session.renewed')
  @HttpCode(200)
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ApiOperation({
    summary: 'A fresh token for one that is still valid',
    description:
      'A session lasts 12 h at most from the sign-in, however often it is renewed. The token before ends a minute after the fresh one came first; sent again later, it ends the session, since two have it then.',
  })
  @ApiOkResponse({ type: SignedInDto })
  async renew(@Req() request: CallerRequest): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.renew(sessionOf(request)));
  }

  @Post('prove')
  @Audited('session.proved')
  @HttpCode(200)
  @Access('profile.self')
  @ApiOperation({
    summary: 'Give the password again',
    description: `As sensitive acts want it (\`${reauthenticationRequired.slug}\`). Wrong ones count like failed sign-ins.`,
  })
  @ApiOkResponse({ type: ProvedDto })
  @ApiProblems(422, 429)
  async prove(
    @Caller() caller: Person,
    @Req() request: CallerRequest,
    @Body() body: ProveDto,
    @From() from: Origin,
  ): Promise<ProvedDto> {
    const until = await this.signIns.prove(caller, sessionOf(request), body.password, from);
    return { provedUntil: new Date(until).toISOString() };
  }

  @Post('logout')
  @Audited('session.ended')
  @HttpCode(204)
  @Access('profile.self')
  @PasswordMayBeExpired()
  @ApiOperation({
    summary: 'Sign out',
    description:
      'Ends this session: here at once, in other processes within 2 s. DELETE /api/me/sessions ends all.',
  })
  @ApiNoContentResponse()
  async logout(@Req() request: CallerRequest): Promise<void> {
    await this.signIns.signOut(sessionOf(request));
  }

  @Post('setup')
  @Audited('installation.set-up')
  @Public()
  @ApiOperation({
    summary: 'Create the first administrator',
    description: 'Once, with the token that the first start prints while there are no users.',
  })
  @ApiCreatedResponse({ type: SignedInDto })
  @TakesKey()
  @ApiProblems(409, 422)
  async setup(
    @Body() body: SetupDto,
    @From() from: Origin,
    @WriteIdentity() identity: Identity,
  ): Promise<SignedInDto> {
    const { token, ...admin } = body;
    return renderSignedIn(await this.signIns.setUp(token, admin, from, identity));
  }
}

function sessionOf({ session }: CallerRequest): Session {
  if (!session) throw new Unauthenticated();
  return session;
}
