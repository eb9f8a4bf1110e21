import { Module } from '@nestjs/common';
import { AutomationModule } from '../automation/automation.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { AboutController } from './about.controller.js';
import { DemoShop } from './demo-shop.service.js';
import { DemoService } from './demo.service.js';
import { RelaxedCommits } from './relaxed-commits.service.js';
import { WorldDoor } from './world-door.service.js';
import { WorldService } from './world.service.js';

/** Demo people, the sandbox shop and a world to look at. */
@Module({
  imports: [PeopleModule, QueuesModule, SopsModule, TicketsModule, AutomationModule],
  controllers: [AboutController],
  providers: [DemoService, DemoShop, RelaxedCommits, WorldService, WorldDoor],
  exports: [DemoService],
})
export class DemoModule {}
