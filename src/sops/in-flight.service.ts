import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import type { StepKind } from '../engine/common/model.js';
import { say, type Lang } from '../engine/common/text.js';
import { SopVersionsService } from './sop-versions.service.js';
import { UnknownSop } from './sops-problems.js';
import { SopsService } from './sops.service.js';

/** Open tickets in one step of one version. */
export interface InFlightStep {
  version: number;
  step: string;
  title: string;
  kind: StepKind;
  tickets: number;
  /** When the ticket that has been there for the longest time came. */
  oldestAt: string;
}

export interface InFlightVersion {
  version: number;
  tickets: number;
}

interface StepRow {
  version: number;
  step: string;
  kind: StepKind;
  tickets: number;
  oldestAt: Date;
}

/** Which tickets are under way in an SOP: they stay in the version in which they began. */
@Injectable()
export class InFlightService {
  constructor(
    private readonly database: Database,
    private readonly versions: SopVersionsService,
    private readonly sops: SopsService,
  ) {}

  /**
   * Open tickets by version (newest first) and step (in document order). A ticket in parallel steps counts in each of
   * them, and once in `versions`. Throws `UnknownSop`.
   */
  async read(id: string, lang: Lang): Promise<{ items: InFlightStep[]; versions: InFlightVersion[] }> {
    const versions = await this.countTickets(id);
    if (versions.length === 0 && !(await this.versions.exists(id))) throw new UnknownSop(id);
    const { rows } = await this.database.pool.query<StepRow>(
      `select t.sop_version as version, v.step, min(v.kind) as kind, count(distinct t.id)::int as tickets,
              to_timestamp(min(v."enteredAt") / 1000.0) as "oldestAt"
       from tickets t
       cross join lateral jsonb_to_recordset(t.open_visits) as v(step text, kind text, "enteredAt" bigint)
       where t.sop_id = $1 and t.status = 'open' and v.kind <> 'joined'
       group by t.sop_version, v.step`,
      [id],
    );
    const items = await Promise.all(rows.map((row) => this.name(id, row, lang)));
    items.sort((a, b) => b.item.version - a.item.version || a.place - b.place);
    return { items: items.map(({ item }) => item), versions };
  }

  /** Open tickets per version, newest first; versions without any are left out. */
  async countTickets(id: string): Promise<InFlightVersion[]> {
    const { rows } = await this.database.pool.query<InFlightVersion>(
      `select sop_version as version, count(*)::int as tickets from tickets
       where sop_id = $1 and status = 'open' group by sop_version order by sop_version desc`,
      [id],
    );
    return rows;
  }

  private async name(id: string, row: StepRow, lang: Lang): Promise<{ item: InFlightStep; place: number }> {
    const { steps, states } = await this.sops.compiled(id, row.version);
    const title = steps.get(row.step)?.meta.title;
    const item = {
      ...row,
      title: title === undefined ? row.step : say(title, lang),
      oldestAt: row.oldestAt.toISOString(),
    };
    return { item, place: states.get(row.step)?.order ?? 0 };
  }
}
