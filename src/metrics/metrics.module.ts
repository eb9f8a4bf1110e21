import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { AgentsController } from './agents.controller.js';
import { AgentsService } from './agents.service.js';
import { BacklogService } from './backlog.service.js';
import { BottlenecksService } from './bottlenecks.service.js';
import { DrillDownService } from './drill-down.service.js';
import { FigureScopes } from './metrics-scope.service.js';
import { MetricsController } from './metrics.controller.js';
import { OverviewService } from './overview.service.js';
import { ResolutionService } from './resolution.service.js';
import { FigureSnapshot } from './snapshot.service.js';
import { StepNames } from './step-names.service.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps.service.js';
import { TargetsService } from './targets.service.js';

@Module({
  imports: [PeopleModule, SopsModule],
  controllers: [MetricsController, StepsController, AgentsController],
  providers: [
    FigureScopes,
    FigureSnapshot,
    OverviewService,
    ResolutionService,
    StepsService,
    StepNames,
    BottlenecksService,
    BacklogService,
    AgentsService,
    TargetsService,
    DrillDownService,
  ],
  exports: [OverviewService, StepsService],
})
export class MetricsModule {}
