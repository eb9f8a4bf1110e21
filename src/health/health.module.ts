import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { PrometheusController } from './prometheus.controller.js';
import { Prometheus } from './prometheus.service.js';

@Module({
  imports: [BackupModule],
  controllers: [HealthController, PrometheusController],
  providers: [HealthService, Prometheus],
  exports: [Prometheus],
})
export class HealthModule {}
