import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { Claims } from './claims.service.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { LeaseSweeper } from './lease-sweeper.service.js';
import { WaitingLanes } from './waiting-lanes.service.js';

/** Who takes which ticket next, and for how long. */
@Module({
  imports: [PeopleModule, QueuesModule, TicketsModule],
  controllers: [DeskController],
  providers: [Claims, DeskService, LeaseSweeper, WaitingLanes],
  exports: [DeskService, LeaseSweeper],
})
export class RoutingModule {}
