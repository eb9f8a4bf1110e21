import { Injectable } from '@nestjs/common';
import type { StepKind } from '../../engine/common/model.js';
import type { Lang } from '../../engine/common/text.js';
import { say } from '../../engine/common/text.js';
import type { FigureScope } from '../shared/cohort-sql.js';
import { scopeValues } from '../shared/cohort-sql.js';
import type { DurationSummary } from '../shared/figures.js';
import { durationOf, rateOf } from '../shared/figures.js';
import { FLOWS } from './flows-sql.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { StepNames } from '../shared/step-names.service.js';
import type { LeavingEvent, StepFlow, StepRow } from './steps-answer.dto.js';
import type { PartName } from './steps-sql.js';
import { STEP_ROWS } from './steps-sql.js';

interface RawStep {
  sop: string;
  version: number;
  step: string;
  kind: StepKind | 'joined';
  visits: number;
  tickets: number;
  again: number;
  openVisits: number;
  escalated: number;
  failed: number;
  slaMet: number;
  slaBreached: number;
  slaPending: number;
  criticalMs: number;
  criticalIdleMs: number;
  dwell: DurationSummary;
  parts: Record<PartName, DurationSummary>;
  leaving: Record<string, number> | null;
  fcr: {
    n: number;
    gross: number;
    immature: number;
    open: number;
    cancelled: number;
    repeat: number;
  } | null;
}

interface RawFlow extends Omit<StepFlow, 'title'> {
  sop: string;
}

/** The figures of each step: definition section 8. */
@Injectable()
export class StepsService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly names: StepNames,
  ) {}

  /**
   * One row per version and step over the visits entered in [from, to), and how the tickets went from step to step. Open
   * visits are counted; durations are those of the finished ones. Shares and bottleneck scores add up to 1 within each
   * version of the SOP.
   */
  async steps(scope: FigureScope, lang: Lang): Promise<{ steps: StepRow[]; flows: StepFlow[] }> {
    const { rows, flows } = await this.snapshot.read(async (client, windows) => {
      const values = scopeValues(scope, windows);
      return {
        rows: (await client.query<RawStep>(STEP_ROWS, values)).rows,
        flows: (await client.query<RawFlow>(FLOWS, values)).rows,
      };
    });
    const totals = totalsOf(rows);
    return {
      steps: await Promise.all(rows.map((row) => this.nameStep(row, totals, lang))),
      flows: await Promise.all(
        flows.map(async ({ sop, ...flow }) => ({
          ...flow,
          title: await this.names.eventTitle({ ...flow, sop, step: flow.from }, lang),
        })),
      ),
    };
  }

  private async nameStep(row: RawStep, totals: Map<string, Totals>, lang: Lang): Promise<StepRow> {
    const titles = await this.names.titlesOf(row);
    const step = renderStep(row, totals.get(versionOf(row)) ?? { critical: 0, idle: 0 });
    const leaving = step.leaving.map(async (way) => ({
      ...way,
      title: await this.names.eventTitle({ ...row, event: way.event }, lang),
    }));
    return {
      ...step,
      leaving: await Promise.all(leaving),
      title: titles === null ? null : say(titles, lang),
      titles,
    };
  }
}

interface Totals {
  critical: number;
  idle: number;
}

const versionOf = ({ sop, version }: { sop: string; version: number }): string => `${sop}@${version}`;

/** Critical and non-touch time of each version. */
function totalsOf(rows: RawStep[]): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const row of rows) {
    const total = totals.get(versionOf(row)) ?? { critical: 0, idle: 0 };
    total.critical += row.criticalMs;
    total.idle += row.criticalIdleMs;
    totals.set(versionOf(row), total);
  }
  return totals;
}

type Unnamed = Omit<StepRow, 'title' | 'titles' | 'leaving'> & { leaving: Omit<LeavingEvent, 'title'>[] };

function renderStep(row: RawStep, total: Totals): Unnamed {
  const finished = row.visits - row.openVisits;
  const fcr = row.fcr ?? { n: 0, gross: 0, immature: 0, open: 0, cancelled: 0, repeat: 0 };
  const { immature, open, cancelled, repeat } = fcr;
  return {
    sop: row.sop,
    version: row.version,
    step: row.step,
    kind: row.kind,
    visits: row.visits,
    tickets: row.tickets,
    openVisits: row.openVisits,
    dwell: durationOf(row.dwell),
    parts: {
      queue: durationOf(row.parts.queue),
      touch: durationOf(row.parts.touch),
      customer: durationOf(row.parts.customer),
      external: durationOf(row.parts.external),
      offShift: durationOf(row.parts.offShift),
      join: durationOf(row.parts.join),
    },
    leaving: renderLeaving(row.leaving ?? {}, finished),
    rework: rateOf(row.again, row.visits),
    escalation: rateOf(row.escalated, row.tickets),
    sla: { ...rateOf(row.slaMet, row.slaMet + row.slaBreached), pending: row.slaPending },
    failed: rateOf(row.failed, finished),
    fcr: rateOf(fcr.gross, fcr.n, { immature, open, cancelled, repeat }),
    shareOfTotal: total.critical === 0 ? null : row.criticalMs / total.critical,
    bottleneck: total.idle === 0 ? null : row.criticalIdleMs / total.idle,
  };
}

function renderLeaving(events: Record<string, number>, finished: number): Unnamed['leaving'] {
  return Object.entries(events)
    .map(([event, visits]) => ({ event, visits, share: visits / finished }))
    .sort((a, b) => b.visits - a.visits || (a.event < b.event ? -1 : 1));
}
