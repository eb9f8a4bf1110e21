import type { NestInterceptor } from '@nestjs/common';
import { InterceptorsConsumer } from '@nestjs/core/interceptors/interceptors-consumer.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Around } from '../around.js';

/** Where Nest keeps what runs the interceptors of a request; it has no other place to say so. */
interface Inside {
  routesResolver: {
    routerExplorer: { executionContextCreator: { interceptorsConsumer: InterceptorsConsumer } };
  };
}

/**
 * Interceptors of ours are called one within the other. Nest makes three observables of each, and an asynchronous
 * resource, which is most of what a small request costs.
 */
export class PromisedInterceptors extends InterceptorsConsumer {
  override async intercept(
    ...[interceptors, args, instance, callback, next, type]: Parameters<InterceptorsConsumer['intercept']>
  ): Promise<unknown> {
    if (!areOurs(interceptors)) return super.intercept(interceptors, args, instance, callback, next, type);
    const context = this.createContext(args, instance, callback);
    context.setType(type ?? 'http');
    let work = next;
    for (const one of interceptors.toReversed()) {
      const within = work;
      work = () => one.around(context, within);
    }
    return work();
  }
}

/** Before the routes are made. */
export function promiseInterceptors(app: NestFastifyApplication): void {
  const { routesResolver } = app as unknown as Inside;
  routesResolver.routerExplorer.executionContextCreator.interceptorsConsumer = new PromisedInterceptors();
}

function areOurs(interceptors: NestInterceptor[]): interceptors is Around[] {
  return interceptors.every((one) => one instanceof Around);
}
