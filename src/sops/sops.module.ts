import { Module } from '@nestjs/common';
import { InFlightService } from './in-flight.service.js';
import { SopDefinitions } from './sop-definitions.service.js';
import { KnownNames } from './known-names.service.js';
import { SopChecks } from './sop-checks.service.js';
import { SopDiffController } from './sop-diff.controller.js';
import { SopDraftsController } from './sop-drafts.controller.js';
import { SopDraftsService } from './sop-drafts.service.js';
import { SopFolderService } from './sop-folder.service.js';
import { SopReadingService } from './sop-reading.service.js';
import { SopSamplesController } from './sop-samples.controller.js';
import { SopSamples } from './sop-samples.service.js';
import { SopTextParser } from './sop-text.service.js';
import { SopVersionsService } from './sop-versions.service.js';
import { SopSchemaController, SopsController } from './sops.controller.js';
import { SopsService } from './sops.service.js';
import { ThreadsModule } from '../threads/threads.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { WritesModule } from '../writes/writes.module.js';

@Module({
  imports: [AuditModule, WritesModule, ThreadsModule],
  controllers: [
    SopSamplesController,
    SopsController,
    SopDraftsController,
    SopDiffController,
    SopSchemaController,
  ],
  providers: [
    SopsService,
    SopVersionsService,
    SopDefinitions,
    SopDraftsService,
    SopReadingService,
    SopFolderService,
    SopTextParser,
    InFlightService,
    SopChecks,
    SopSamples,
    KnownNames,
  ],
  exports: [SopsService, SopReadingService, SopFolderService],
})
export class SopsModule {}
