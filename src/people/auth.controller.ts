import { Body, Controller, HttpCode, Ip, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorators.js';
import type { CallerRequest } from './access.decorators.js';
import { Access, Caller, Public } from './access.decorators.js';
import { SetupDto, SignInDto, SignedInDto, renderSignedIn } from './auth.dto.js';
import type { Person } from './model.js';
import { ApiProblems } from './problem-docs.decorators.js';
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
    description: 'Failed tries are limited; a successful one sets the count of the address back.',
  })
  @ApiOkResponse({ type: SignedInDto })
  @ApiProblems(401, 422, 429)
  async login(@Body() body: SignInDto, @Ip() ip: string): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.signIn(body.email, body.password, ip));
  }

  @Post('renew')
  @Audited('session.renewed')
  @HttpCode(200)
  @Access('profile.self')
  @ApiOperation({
    summary: 'A fresh token for one that is still valid',
    description: 'A session lasts 12 h at most from the sign-in, however often it is renewed.',
  })
  @ApiOkResponse({ type: SignedInDto })
  async renew(@Caller() caller: Person, @Req() request: CallerRequest): Promise<SignedInDto> {
    return renderSignedIn(await this.signIns.renew(caller.id, request.signedInAt ?? 0));
  }

  @Post('logout')
  @Audited('session.ended')
  @HttpCode(204)
  @Access('profile.self')
  @ApiOperation({
    summary: 'Sign out everywhere',
    description:
      'Ends all sessions of the user, on every device: here at once, in other processes within 2 s.',
  })
  @ApiNoContentResponse()
  async logout(@Caller() caller: Person): Promise<void> {
    await this.signIns.signOut(caller.id);
  }

  @Post('setup')
  @Audited('installation.set-up')
  @Public()
  @ApiOperation({
    summary: 'Create the first administrator',
    description: 'Once, with the token that the first start prints while there are no users.',
  })
  @ApiCreatedResponse({ type: SignedInDto })
  @ApiProblems(409, 422)
  async setup(@Body() body: SetupDto): Promise<SignedInDto> {
    const { token, ...admin } = body;
    return renderSignedIn(await this.signIns.setUp(token, admin));
  }
}
