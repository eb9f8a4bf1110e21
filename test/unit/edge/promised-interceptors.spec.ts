import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InterceptorsConsumer } from '@nestjs/core/interceptors/interceptors-consumer.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { of, type Observable } from 'rxjs';
import { Around } from '../../../src/around.js';
import { promiseInterceptors, PromisedInterceptors } from '../../../src/edge/promised-interceptors.js';

/** Says what happened, and mends what it is told to. */
class Noted extends Around {
  constructor(
    private readonly name: string,
    private readonly said: string[],
    private readonly mends = false,
  ) {
    super();
  }

  async around(context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
    this.said.push(
      `${this.name} before ${context.getHandler().name} of ${context.getClass().name} ${context.getType()}`,
    );
    try {
      const answer = await work();
      this.said.push(`${this.name} after ${String(answer)}`);
      return [this.name, answer];
    } catch (error) {
      this.said.push(`${this.name} sees ${String(error)}`);
      if (this.mends) return 'mended';
      throw error;
    }
  }
}

class Rooms {
  all(this: void): void {}
}

async function outcome(consumer: InterceptorsConsumer, mends: boolean, work: () => Promise<unknown>) {
  const said: string[] = [];
  const all = [new Noted('outer', said), new Noted('middle', said, mends), new Noted('inner', said)];
  const rooms = new Rooms();
  let result: unknown;
  try {
    const answer = await consumer.intercept(all, [{}], rooms, Rooms.prototype.all, work, 'http');
    // Nest's way answers something that is listened to.
    result = await new Promise((done, failed) => {
      if (typeof answer === 'object' && answer !== null && 'subscribe' in answer)
        (answer as Observable<unknown>).subscribe({ next: done, error: failed });
      else done(answer);
    });
  } catch (error) {
    result = String(error);
  }
  return { said, result };
}

describe('interceptors by promises', () => {
  it('do what they do by observables, in the same order, and see the same faults', async () => {
    const works = [
      () => Promise.resolve('answer'),
      () => Promise.resolve(undefined),
      () => Promise.reject(new Error('broken')),
    ];
    for (const work of works)
      for (const mends of [false, true])
        expect(await outcome(new PromisedInterceptors(), mends, work)).toEqual(
          await outcome(new InterceptorsConsumer(), mends, work),
        );
  });

  it('are what the routes of an application use, and others still work as Nest wants them', async () => {
    class OnlyPromises extends Around {
      async around(_context: ExecutionContext, work: () => Promise<unknown>): Promise<unknown> {
        return { around: await work() };
      }
      override intercept(): never {
        throw new Error('asked by observables');
      }
    }
    class Usual {
      intercept(): Observable<unknown> {
        return of({ usual: true });
      }
    }
    @Controller()
    class Endpoints {
      @Get('ours')
      @UseInterceptors(OnlyPromises)
      ours(): string {
        return 'ours';
      }
      @Get('usual')
      @UseInterceptors(Usual)
      usual(): string {
        return 'never';
      }
    }
    @Module({ controllers: [Endpoints] })
    class App {}
    const app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), {
      logger: false,
    });
    promiseInterceptors(app);
    await app.listen(0, '127.0.0.1');
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`${await app.getUrl()}/${path}`)).json();
    try {
      expect(await ask('ours')).toEqual({ around: 'ours' });
      expect(await ask('usual')).toEqual({ usual: true });
    } finally {
      await app.close();
    }
  });
});
