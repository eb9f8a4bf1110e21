import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RecordedAccessGuard } from './guards/recorded-access.guard.js';
import { Accounts } from './accounts/accounts.service.js';
import { AuthController } from './sign-in/auth.controller.js';
import { MeController } from './users/me.controller.js';
import { OwnProfile } from './users/own-profile.service.js';
import { OwnPasswordController } from './sign-in/own-password.controller.js';
import { NewPasswords } from './passwords/new-passwords.service.js';
import { PeopleChanges } from './accounts/people-changes.service.js';
import { PeopleService } from './people.service.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { SessionRows } from './sessions/session-rows.service.js';
import { Sessions } from './sessions/sessions.service.js';
import { Tokens } from './sessions/tokens.service.js';
import { UserSessionsController } from './sessions/user-sessions.controller.js';
import { SetupDuty } from './sign-in/setup-duty.service.js';
import { SetupService } from './sign-in/setup.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { Skills } from './users/skills.service.js';
import { SkillsController } from './users/skills.controller.js';
import { SignInThrottle } from './throttle/sign-in-throttle.service.js';
import { TeamCalendars } from './teams/team-calendars.service.js';
import { TeamTiers } from './accounts/team-tiers.service.js';
import { TeamsController } from './teams/teams.controller.js';
import { TeamsService } from './teams/teams.service.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';
import { AuditModule } from '../audit/audit.module.js';
import { WritesModule } from '../writes/writes.module.js';

/** Brings the people, their sign-in, and the guard that closes every endpoint which declares no rule. */
@Module({
  imports: [AuditModule, WritesModule],
  controllers: [
    AuthController,
    MeController,
    OwnPasswordController,
    OwnSessionsController,
    UserSessionsController,
    UsersController,
    SkillsController,
    TeamsController,
  ],
  providers: [
    Accounts,
    NewPasswords,
    OwnProfile,
    PeopleChanges,
    PeopleService,
    SessionRows,
    Sessions,
    SetupDuty,
    SetupService,
    SignInService,
    SignInThrottle,
    Skills,
    TeamCalendars,
    TeamTiers,
    TeamsService,
    Tokens,
    UsersService,
    { provide: APP_GUARD, useClass: RecordedAccessGuard },
  ],
  exports: [Accounts, PeopleChanges, PeopleService, Sessions, TeamCalendars],
})
export class PeopleModule {}
