import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Around } from '../../around.js';
import type { Person } from '../../people/common/model.js';
import { Problem } from '../../problems/problem.js';
import type { WriteRequest } from '../../writes/identity.js';
import { TicketsService } from '../door/tickets.service.js';
import { CommandOptionsService } from './command-options.service.js';

/**
 * Answers a repetition of an act under its key like the first time, also where it is refused before it reaches the door:
 * what an act looks up beforehand (a team, a person, the other ticket) may be gone by what the first copy did.
 */
@Injectable()
export class Replays extends Around {
  constructor(
    private readonly tickets: TicketsService,
    private readonly options: CommandOptionsService,
  ) {
    super();
  }

  async around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      const request = context.switchToHttp().getRequest<WriteRequest & { person?: Person }>();
      const made = await this.replayOf(request, error);
      if (made === null) throw error;
      return made.answer;
    }
  }

  private async replayOf(request: WriteRequest & { person?: Person }, error: unknown) {
    const { person } = request;
    if (person === undefined || !(error instanceof Problem)) return null;
    return this.tickets.replay(this.options.optionsFor(request, person, person.lang));
  }
}
