import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { AutomationModule } from './automation/automation.module.js';
import { ChannelsModule } from './channels/channels.module.js';
import { Clock, ClockModule } from './clock.js';
import { ConfigModule, type Config } from './config.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { HealthModule } from './health/health.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { PeopleModule } from './people/people.module.js';
import { QueuesModule } from './queues/queues.module.js';
import { RecordModule } from './record/record.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { SopsModule } from './sops/sops.module.js';
import { TicketsModule } from './tickets/tickets.module.js';

/** The whole program. `config.role` decides what of it a process runs. */
@Module({})
export class AppModule {
  /** With another clock for those who bring their own time. */
  static for(config: Config, clock?: Clock): DynamicModule {
    const own: Provider[] = clock ? [{ provide: Clock, useValue: clock }] : [];
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(config),
        { module: ClockModule, providers: own },
        DatabaseModule,
        AuditModule,
        QueuesModule,
        PeopleModule,
        SopsModule,
        TicketsModule,
        RoutingModule,
        AutomationModule,
        ChannelsModule,
        MetricsModule,
        RecordModule,
        DemoModule,
        HealthModule,
      ],
    };
  }
}
