import { Module } from '@nestjs/common';
import { Config } from '../config.js';
import { Threads } from './threads.service.js';

@Module({
  providers: [{ provide: Threads, useFactory: (config: Config) => new Threads(config), inject: [Config] }],
  exports: [Threads],
})
export class ThreadsModule {}
