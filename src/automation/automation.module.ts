import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { AutomationService } from './automation.service.js';
import { ConnectionsController } from './connections.controller.js';
import { ConnectionsOverview } from './connections-overview.service.js';
import { ConnectionsProbe } from './connections-probe.service.js';
import { ConnectionChanges } from './connection-changes.service.js';
import { Connections } from './connections.service.js';
import { EffectsProcessor } from './effects.processor.js';
import { HttpActor, HttpActorSeams } from './http-actor.service.js';
import { TimersProcessor } from './timers.processor.js';
import { FutureTimers } from './future-timers.service.js';
import { TimersService } from './timers.service.js';

/** What happens without people: timers, and calls of other systems. */
@Module({
  imports: [QueuesModule, SopsModule, TicketsModule],
  controllers: [ConnectionsController],
  providers: [
    AutomationService,
    Connections,
    ConnectionChanges,
    ConnectionsOverview,
    ConnectionsProbe,
    EffectsProcessor,
    HttpActor,
    HttpActorSeams,
    TimersProcessor,
    FutureTimers,
    TimersService,
  ],
  exports: [AutomationService, Connections, TimersService],
})
export class AutomationModule {}
