import { Module } from '@nestjs/common';
import { Writes } from './writes.service.js';

/** For the rooms that write something beside tickets. */
@Module({ providers: [Writes], exports: [Writes] })
export class WritesModule {}
