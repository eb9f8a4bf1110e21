import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { identityOf, type Identity, type WriteRequest } from './identity.js';

/** The endpoint takes an `Idempotency-Key`: the same key again gets the same answer, and nothing happens twice. */
export function TakesKey(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Kept for 24 h: the same key with the same request gets the same answer',
    }),
  );
}

/** The identity of the caller's write, for `Writes.once`. */
export const WriteIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const request = context.switchToHttp().getRequest<WriteRequest & { person?: { id: string } }>();
  return identityOf(request, request.person?.id ?? 'nobody');
});
