import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { CommandKeys } from './command-keys.service.js';
import { CommandOptionsService } from './command-options.service.js';
import { GuideService } from './guide.service.js';
import { Limits } from './limits.service.js';
import { OldKeys } from './old-keys.service.js';
import { PersonNames } from './person-names.service.js';
import { SopWalkController } from './sop-walk.controller.js';
import { SopWalkService } from './sop-walk.service.js';
import { TicketSurroundings } from './surroundings.service.js';
import { TicketActsController } from './ticket-acts.controller.js';
import { TicketActsService } from './ticket-acts.service.js';
import { TicketChanges } from './ticket-changes.service.js';
import { TicketLists } from './ticket-lists.service.js';
import { TicketStore } from './ticket-store.service.js';
import { TicketStory } from './ticket-story.service.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsService } from './tickets.service.js';

/** The one door, and what people see of tickets. */
@Module({
  imports: [PeopleModule, QueuesModule, SopsModule],
  controllers: [TicketsController, TicketActsController, SopWalkController],
  providers: [
    TicketsService,
    TicketChanges,
    TicketStore,
    TicketSurroundings,
    CommandKeys,
    Limits,
    TicketLists,
    TicketStory,
    PersonNames,
    GuideService,
    TicketActsService,
    CommandOptionsService,
    OldKeys,
    SopWalkService,
  ],
  exports: [TicketsService, TicketChanges, TicketSurroundings, GuideService, CommandOptionsService, Limits],
})
export class TicketsModule {}
