import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { CommandKeys } from './door/command-keys.service.js';
import { CommandOptionsService } from './http/command-options.service.js';
import { GuideService } from './read/guide.service.js';
import { Limits } from './door/limits.service.js';
import { OldKeys } from './door/old-keys.service.js';
import { PersonNames } from './read/person-names.service.js';
import { SopWalkController } from './walk/sop-walk.controller.js';
import { SopWalkService } from './walk/sop-walk.service.js';
import { TicketSurroundings } from './door/surroundings.service.js';
import { SearchRefill } from './search/search-refill.service.js';
import { TicketActsController } from './http/ticket-acts.controller.js';
import { TicketActsService } from './http/ticket-acts.service.js';
import { TicketChanges } from './door/ticket-changes.service.js';
import { TicketLists } from './read/ticket-lists.service.js';
import { TicketBatches } from './door/write/ticket-batches.service.js';
import { TicketStore } from './door/ticket-store.service.js';
import { TicketStory } from './read/ticket-story.service.js';
import { TicketsController } from './http/tickets.controller.js';
import { TicketsService } from './door/tickets.service.js';

/** The one door, and what people see of tickets. */
@Module({
  imports: [PeopleModule, QueuesModule, SopsModule, ThreadsModule],
  controllers: [TicketsController, TicketActsController, SopWalkController],
  providers: [
    TicketsService,
    TicketChanges,
    TicketBatches,
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
    SearchRefill,
    SopWalkService,
  ],
  exports: [TicketsService, TicketChanges, TicketSurroundings, GuideService, CommandOptionsService, Limits],
})
export class TicketsModule {}
