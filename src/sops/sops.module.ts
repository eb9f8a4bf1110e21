import { Module } from '@nestjs/common';
import { SopDraftsService } from './sop-drafts.service.js';
import { SopFolderService } from './sop-folder.service.js';
import { SopReadingService } from './sop-reading.service.js';
import { SopTextParser } from './sop-text.service.js';
import { SopVersionsService } from './sop-versions.service.js';
import { SopSchemaController, SopsController } from './sops.controller.js';
import { SopsService } from './sops.service.js';

@Module({
  controllers: [SopsController, SopSchemaController],
  providers: [
    SopsService,
    SopVersionsService,
    SopDraftsService,
    SopReadingService,
    SopFolderService,
    SopTextParser,
  ],
  exports: [SopsService, SopReadingService, SopFolderService],
})
export class SopsModule {}
