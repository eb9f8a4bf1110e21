import { Module } from '@nestjs/common';
import { InFlightService } from './in-flight.service.js';
import { SopChecks } from './sop-checks.service.js';
import { SopDiffController } from './sop-diff.controller.js';
import { SopDraftsController } from './sop-drafts.controller.js';
import { SopDraftsService } from './sop-drafts.service.js';
import { SopFolderService } from './sop-folder.service.js';
import { SopReadingService } from './sop-reading.service.js';
import { SopTextParser } from './sop-text.service.js';
import { SopVersionsService } from './sop-versions.service.js';
import { SopSchemaController, SopsController } from './sops.controller.js';
import { SopsService } from './sops.service.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { WritesModule } from '../writes/writes.module.js';

@Module({
  imports: [AuditModule, WritesModule, ThreadsModule],
  controllers: [SopsController, SopDraftsController, SopDiffController, SopSchemaController],
  providers: [
    SopsService,
    SopVersionsService,
    SopDraftsService,
    SopReadingService,
    SopFolderService,
    SopTextParser,
    InFlightService,
    SopChecks,
  ],
  exports: [SopsService, SopReadingService, SopFolderService],
})
export class SopsModule {}
