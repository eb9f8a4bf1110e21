import { Global, Module } from '@nestjs/common';
import { Writes } from './writes.service.js';

/** Global: every room that writes something beside tickets does it through this. */
@Global()
@Module({ providers: [Writes], exports: [Writes] })
export class WritesModule {}
