import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditReader } from './audit-reader.service.js';

/** Shows the record of who did what to those who answer for the installation. */
@Module({ controllers: [AuditController], providers: [AuditReader] })
export class RecordModule {}
