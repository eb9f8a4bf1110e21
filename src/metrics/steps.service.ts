import { Injectable } from '@nestjs/common';
import type { StepKind } from '../engine/model.js';
import type { Lang, Text } from '../engine/text.js';
import { say } from '../engine/text.js';
import { SopsService } from '../sops/sops.service.js';
import type { FigureScope } from './cohort-sql.js';
import { scopeValues } from './cohort-sql.js';
import type { DurationSummary } from './figures.js';
import { durationOf, rateOf } from './figures.js';
import { FigureSnapshot } from './snapshot.service.js';
import type { LeavingEvent, StepRow } from './steps-answer.dto.js';
import type { PartName } from './steps-sql.js';
import { STEP_ROWS } from './steps-sql.js';

interface RawStep {
  sop: string;
  version: number;
  step: string;
  kind: StepKind | 'joined';
  visits: number;
  tickets: number;
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

/** The figures of each step: definition section 8. */
@Injectable()
export class StepsService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly sops: SopsService,
  ) {}

  /**
   * One row per version and step over the visits entered in [from, to). Open visits are counted; durations are those of the
   * finished ones. Shares and bottleneck scores add up to 1 within each version of the SOP.
   */
  async steps(scope: FigureScope, lang: Lang): Promise<StepRow[]> {
    const rows = await this.snapshot.read(async (client, windows) => {
      const found = await client.query<RawStep>(STEP_ROWS, scopeValues(scope, windows));
      return found.rows;
    });
    const totals = new Map<string, { critical: number; idle: number }>();
    for (const { sop, version, criticalMs, criticalIdleMs } of rows) {
      const total = totals.get(`${sop}@${version}`) ?? { critical: 0, idle: 0 };
      total.critical += criticalMs;
      total.idle += criticalIdleMs;
      totals.set(`${sop}@${version}`, total);
    }
    return Promise.all(
      rows.map(async (row) => {
        const total = totals.get(`${row.sop}@${row.version}`) ?? { critical: 0, idle: 0 };
        const titles = await this.titlesOf(row);
        const title = titles === null ? null : say(titles, lang);
        return { ...renderStep(row, total), title, titles };
      }),
    );
  }

  /** Null where the version's text says nothing, as for the wait of a region that is done. */
  private async titlesOf({ sop, version, step }: RawStep): Promise<Text | null> {
    const compiled = await this.sops.compiled(sop, version);
    return compiled.steps.get(step)?.meta.title ?? null;
  }
}

function renderStep(
  row: RawStep,
  total: { critical: number; idle: number },
): Omit<StepRow, 'title' | 'titles'> {
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
    rework: rateOf(row.visits - row.tickets, row.visits),
    escalation: rateOf(row.escalated, row.tickets),
    sla: { ...rateOf(row.slaMet, row.slaMet + row.slaBreached), pending: row.slaPending },
    failed: rateOf(row.failed, finished),
    fcr: rateOf(fcr.gross, fcr.n, { immature, open, cancelled, repeat }),
    shareOfTotal: total.critical === 0 ? null : row.criticalMs / total.critical,
    bottleneck: total.idle === 0 ? null : row.criticalIdleMs / total.idle,
  };
}

function renderLeaving(events: Record<string, number>, finished: number): LeavingEvent[] {
  return Object.entries(events)
    .map(([event, visits]) => ({ event, visits, share: visits / finished }))
    .sort((a, b) => b.visits - a.visits || (a.event < b.event ? -1 : 1));
}
