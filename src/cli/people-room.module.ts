import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ClockModule } from '../clock.js';
import { Config, ConfigModule } from '../config.js';
import { DatabaseModule } from '../database/database.module.js';
import { PeopleModule } from '../people/people.module.js';

/** The people and their database, without the rest of the program. */
@Module({})
export class PeopleRoom {
  static on(databaseUrl: string): DynamicModule {
    return {
      module: PeopleRoom,
      imports: [
        ConfigModule.for(new Config({ databaseUrl })),
        ClockModule,
        DatabaseModule,
        AuditModule,
        PeopleModule,
      ],
    };
  }
}
