import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { StepKind } from '../../engine/common/model.js';
import type { Lang, Text } from '../../engine/common/text.js';
import { say } from '../../engine/common/text.js';
import type {
  BottleneckBefore,
  BottleneckRow,
  BottleneckVisit,
  BottleneckVisitPage,
  CauseShare,
} from './bottlenecks.dto.js';
import { CAUSE_TEXTS, explainBottleneck, nameRhythm } from './bottleneck-texts.js';
import type { Cause } from './bottlenecks-sql.js';
import { BOTTLENECK_VISITS, BOTTLENECKS, CAUSES, WAITS } from './bottlenecks-sql.js';
import type { Mean } from '../shared/comparison.js';
import { compareMeans } from '../shared/comparison.js';
import type { FigureScope } from '../shared/cohort-sql.js';
import { scopeValues, sightOf } from '../shared/cohort-sql.js';
import { toSeconds } from '../shared/figures.js';
import { readPage } from '../shared/paged.js';
import type { WeekHour } from './rhythm.js';
import { byWeekday, findRhythm } from './rhythm.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { StepNames } from '../shared/step-names.service.js';

type ByCause = Record<Cause, number>;

interface RawWait {
  sop: string;
  version: number;
  step: string;
  visits: number;
  idleMs: number;
  /** Null of a single visit. */
  deviationMs: number | null;
}

interface RawBottleneck extends RawWait, ByCause {
  kind: StepKind;
  team: string;
  tickets: number;
  touchMs: number;
  p90Ms: number;
  hours: WeekHour[];
  openVisits: number;
  oldestOpenAt: Date | null;
}

type RawVisit = Omit<BottleneckVisit, 'idleSeconds' | 'touchSeconds' | 'causes' | 'title'> &
  ByCause & { idleMs: number; touchMs: number };

/** Which visits of a step are wanted; `weekday`: 1 = Monday … 7 = Sunday in `tz`, only those that began then. */
interface VisitsWish {
  after: [ms: number, ticket: string, visit: number] | null;
  limit: number;
  weekday?: number | null;
  tz?: string;
}

const NAMES = Object.keys(CAUSES) as Cause[];

/** Where tickets wait, and why: definition section 10. */
@Injectable()
export class BottlenecksService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly names: StepNames,
  ) {}

  /**
   * One row per version and step, the longest waiting first, over the finished visits entered in [from, to). The scores add
   * up to 1 within each version of an SOP. Weekdays and hours are cut in `tz`. `before`: a period whose waiting in the same
   * version and step stands beside it.
   */
  async bottlenecks(
    scope: FigureScope,
    tz: string,
    lang: Lang,
    before: Pick<FigureScope, 'from' | 'to'> | null = null,
  ): Promise<BottleneckRow[]> {
    const { rows, teams, waits } = await this.snapshot.read(async (client, windows) => ({
      rows: (await client.query<RawBottleneck>(BOTTLENECKS, [...scopeValues(scope, windows), tz])).rows,
      teams: await readTeams(client),
      waits:
        before === null
          ? []
          : (await client.query<RawWait>(WAITS, scopeValues({ ...scope, ...before }, windows))).rows,
    }));
    const scoreOf = scoring(rows);
    const scoreBefore = scoring(waits);
    const earlier = new Map(
      waits.map((wait) => [stepOf(wait), { ...renderWait(wait), score: scoreBefore(wait) }]),
    );
    const meanBefore = new Map(waits.map((wait) => [stepOf(wait), meanOf(wait)]));
    return Promise.all(
      rows.map(async (row) => ({
        ...renderRow(row, titleOf(teams, row.team), lang),
        score: scoreOf(row),
        previous: earlier.get(stepOf(row)) ?? null,
        comparison: before === null ? null : compareMeans(meanOf(row), meanBefore.get(stepOf(row)) ?? null),
        title: await this.names.titleOf(row, lang),
        sopTitle: await this.names.sopTitle(row, lang),
      })),
    );
  }

  /** The finished visits on the critical path behind a step's row, the longest waiting first. */
  async visits(
    scope: FigureScope,
    step: string,
    { after, limit, weekday = null, tz = 'UTC' }: VisitsWish,
    lang: Lang,
  ): Promise<BottleneckVisitPage> {
    const [ms, ticket, no] = after ?? [null, '0', 0];
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const values = [
        ...scopeValues(scope, windows),
        step,
        ms,
        ticket,
        no,
        limit + 1,
        weekday,
        tz,
        sightOf(scope),
      ];
      type Row = RawVisit & { totals: Pick<BottleneckVisitPage, 'total' | 'hidden' | 'tickets'> };
      return readPage((await client.query<Row>(BOTTLENECK_VISITS, values)).rows, limit);
    });
    return {
      items: await Promise.all(rows.map((row) => this.renderVisit(row, lang))),
      nextCursor: last === undefined ? null : `${last.idleMs}.${last.ticketId}.${last.no}`,
      ...totals,
    };
  }

  private async renderVisit(row: RawVisit, lang: Lang): Promise<BottleneckVisit> {
    const { ticketId, root, subject, status, sop, version, step, no, kind, team, tier } = row;
    const { enteredAt, exitedAt, leftBy } = row;
    return {
      ...{ ticketId, root, subject, status, sop, version, step, no, kind, team, tier },
      ...{ enteredAt, exitedAt, leftBy },
      title: await this.names.titleOf(row, lang),
      idleSeconds: row.idleMs / 1000,
      touchSeconds: row.touchMs / 1000,
      causes: NAMES.filter((name) => row[name] > 0).map((cause) => ({ cause, seconds: row[cause] / 1000 })),
    };
  }
}

async function readTeams(client: PoolClient): Promise<Map<string, Text>> {
  const { rows } = await client.query<{ id: string; title: Partial<Text> }>('select id, title from teams');
  return new Map(
    rows.map(({ id, title }) => [id, { en: title.en ?? id, 'zh-CN': title['zh-CN'] ?? title.en ?? id }]),
  );
}

const titleOf = (teams: Map<string, Text>, team: string): Text =>
  teams.get(team) ?? { en: team, 'zh-CN': team };

const versionOf = ({ sop, version }: RawWait): string => `${sop}@${version}`;
const stepOf = (wait: RawWait): string => `${versionOf(wait)} ${wait.step}`;

const meanOf = ({ idleMs, visits, deviationMs }: RawWait): Mean => ({
  ...{ mean: idleMs / visits, deviation: deviationMs, n: visits },
});

/** The share of each row in the waiting of its version. */
function scoring(rows: RawWait[]): (row: RawWait) => number {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(versionOf(row), (totals.get(versionOf(row)) ?? 0) + row.idleMs);
  return (row) => row.idleMs / (totals.get(versionOf(row)) ?? NaN);
}

function renderWait({ visits, idleMs }: RawWait): Omit<BottleneckBefore, 'score'> {
  return { visits, idleSeconds: idleMs / 1000, meanIdleSeconds: idleMs / visits / 1000 };
}

function renderRow(
  row: RawBottleneck,
  team: Text,
  lang: Lang,
): Omit<BottleneckRow, 'title' | 'sopTitle' | 'score' | 'previous' | 'comparison'> {
  const causes = NAMES.map((cause): CauseShare => {
    const text = say(CAUSE_TEXTS[cause](team), lang);
    return { cause, text, seconds: row[cause] / 1000, share: row[cause] / row.idleMs };
  })
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  const [first] = causes;
  if (first === undefined) throw new Error('waiting without a cause');
  const when = findRhythm(row.hours);
  return {
    sop: row.sop,
    version: row.version,
    step: row.step,
    kind: row.kind,
    team: row.team,
    teamTitle: say(team, lang),
    ...renderWait(row),
    tickets: row.tickets,
    p90IdleSeconds: row.p90Ms / 1000,
    touchSeconds: row.touchMs / 1000,
    cause: first.cause,
    causes,
    when: when === null ? null : { ...when, text: say(nameRhythm(when), lang) },
    explanation: say(explainBottleneck(first.cause, first.share, team, when), lang),
    weekdays: byWeekday(row.hours).map(({ ms, ...day }) => ({ ...day, idleSeconds: toSeconds(ms) ?? 0 })),
    openVisits: row.openVisits,
    oldestOpenAt: row.oldestOpenAt?.toISOString() ?? null,
  };
}
