import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { TicketsModule } from '../tickets/tickets.module.js';
import { LiveBus } from './live/live-bus.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.service.js';
import { Presence } from './live/presence.service.js';

/** How what happens reaches those who are connected. */
@Module({
  imports: [PeopleModule, TicketsModule],
  controllers: [LiveController],
  providers: [LiveBus, LiveStreams, Presence],
})
export class ChannelsModule {}
