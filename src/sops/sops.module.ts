import { Module } from '@nestjs/common';
import { SopsService } from './sops.service.js';

@Module({ providers: [SopsService], exports: [SopsService] })
export class SopsModule {}
