import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { BoardController } from './board/board.controller.js';
import { BoardService } from './board/board.service.js';
import { Claims } from './desk/claims.service.js';
import { DeskController } from './desk/desk.controller.js';
import { DeskService } from './desk/desk.service.js';
import { HeldTickets } from './leases/held-tickets.service.js';
import { LeaseRevoker } from './leases/lease-revoker.service.js';
import { LeaseSweeper } from './leases/lease-sweeper.service.js';
import { RightsWatch } from './leases/rights-watch.service.js';
import { TakeController } from './take/take.controller.js';
import { TakeService } from './take/take.service.js';
import { WaitingLanes } from './desk/waiting-lanes.service.js';

/** Who takes which ticket next, and for how long. */
@Module({
  imports: [PeopleModule, QueuesModule, SopsModule, TicketsModule],
  controllers: [BoardController, DeskController, TakeController],
  providers: [
    BoardService,
    Claims,
    HeldTickets,
    DeskService,
    LeaseRevoker,
    LeaseSweeper,
    RightsWatch,
    TakeService,
    WaitingLanes,
  ],
  exports: [DeskService, LeaseSweeper],
})
export class RoutingModule {}
