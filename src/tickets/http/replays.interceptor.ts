import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, of, switchMap, throwError, type Observable } from 'rxjs';
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
export class Replays implements NestInterceptor {
  constructor(
    private readonly tickets: TicketsService,
    private readonly options: CommandOptionsService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<WriteRequest & { person?: Person }>();
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.replayOf(request, error)).pipe(
            switchMap((made) => (made === null ? throwError(() => error) : of(made.answer))),
          ),
        ),
      );
  }

  private async replayOf(request: WriteRequest & { person?: Person }, error: unknown) {
    const { person } = request;
    if (person === undefined || !(error instanceof Problem)) return null;
    return this.tickets.replay(this.options.optionsFor(request, person, person.lang));
  }
}
