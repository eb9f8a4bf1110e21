import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';

/**
 * An interceptor of which one method says all: what it does around the handling of a request. The edge calls it with
 * promises, which cost less than observables; by Nest's own means it does the same.
 */
export abstract class Around implements NestInterceptor {
  /** `work` checks what was sent and runs the handler; it answers what is answered, or throws. */
  abstract around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown>;

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.around(context, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
