import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import { Database } from '../../database/database.service.js';
import type { Person } from '../../people/common/model.js';
import type { Applied, Ticket } from '../../tickets/model/model.js';
import type { TicketAndGuideDto } from '../../tickets/read/ticket-answer.dto.js';
import type { HeldDto } from '../desk/desk.dto.js';

/** What a person is answered who has got a ticket: it, its guide, and until when they hold it. */
@Injectable()
export class HeldTickets {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Of a claim, whose answer is the ticket and its guide; a claim of earlier may have been renewed since. */
  async of({ answer, ticket, replayed }: Applied, person: Person): Promise<HeldDto> {
    const shown = answer as unknown as TicketAndGuideDto;
    return { ...shown, lease: await this.leaseOf(ticket, person, replayed) };
  }

  async leaseOf(ticket: Ticket, person: Person, isOlder: boolean): Promise<HeldDto['lease']> {
    const rows = isOlder
      ? await this.database.query<{ expiresAt: Date }>(
          'routing-lease',
          'select expires_at as "expiresAt" from leases where ticket_id = $1 and user_id = $2 order by 1 limit 1',
          [ticket.id, person.id],
        )
      : [];
    const expiresAt = rows[0]?.expiresAt ?? new Date(ticket.updatedAt + this.config.leaseMs);
    return { expiresAt: expiresAt.toISOString() };
  }
}
