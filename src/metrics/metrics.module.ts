import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SopsModule } from '../sops/sops.module.js';
import { AgentsController } from './people/agents.controller.js';
import { AgentsService } from './people/agents.service.js';
import { BacklogService } from './backlog/backlog.service.js';
import { BottlenecksService } from './bottlenecks/bottlenecks.service.js';
import { DrillDownService } from './cases/drill-down.service.js';
import { FigureScopes } from './shared/metrics-scope.service.js';
import { KnownNames } from './shared/known-names.service.js';
import { FigureTables } from './shared/tables.service.js';
import { MetricsController } from './metrics.controller.js';
import { OverviewService } from './overview/overview.service.js';
import { ResolutionService } from './overview/resolution.service.js';
import { FigureSnapshot } from './shared/snapshot.service.js';
import { StepNames } from './shared/step-names.service.js';
import { StepsController } from './steps.controller.js';
import { StepsService } from './steps/steps.service.js';
import { TargetsService } from './overview/targets.service.js';

@Module({
  imports: [PeopleModule, SopsModule],
  controllers: [MetricsController, StepsController, AgentsController],
  providers: [
    FigureScopes,
    KnownNames,
    FigureTables,
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
