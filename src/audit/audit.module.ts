import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { WritesModule } from '../writes/writes.module.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { Audit } from './audit.service.js';
import { Refusals } from './refusals.service.js';

/** Brings the record of who did what, and what writes it for every endpoint that is marked. */
@Global()
@Module({
  imports: [WritesModule],
  providers: [Audit, Refusals, { provide: APP_INTERCEPTOR, useClass: AuditInterceptor }],
  exports: [Audit, Refusals],
})
export class AuditModule {}
