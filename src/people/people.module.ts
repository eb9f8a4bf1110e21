import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RecordedAccessGuard } from './recorded-access.guard.js';
import { Accounts } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { MeController } from './me.controller.js';
import { OwnProfile } from './names/own-profile.service.js';
import { OwnPasswordController } from './own-password.controller.js';
import { NewPasswords } from './passwords/new-passwords.service.js';
import { PeopleChanges } from './people-changes.service.js';
import { PeopleService } from './people.service.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { SessionRows } from './sessions/session-rows.service.js';
import { Sessions } from './sessions/sessions.service.js';
import { Tokens } from './sessions/tokens.service.js';
import { UserSessionsController } from './sessions/user-sessions.controller.js';
import { SetupDuty } from './setup-duty.service.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';
import { SkillsController } from './skills.controller.js';
import { SignInThrottle } from './throttle/sign-in-throttle.service.js';
import { TeamCalendars } from './team-calendars.service.js';
import { TeamsController } from './teams.controller.js';
import { TeamsService } from './teams.service.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';
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
    TeamCalendars,
    TeamsService,
    Tokens,
    UsersService,
    { provide: APP_GUARD, useClass: RecordedAccessGuard },
  ],
  exports: [Accounts, PeopleChanges, PeopleService, Sessions, TeamCalendars],
})
export class PeopleModule {}
