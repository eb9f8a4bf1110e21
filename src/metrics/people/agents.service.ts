import { Injectable } from '@nestjs/common';
import type { Lang, Text } from '../../engine/common/text.js';
import { say } from '../../engine/common/text.js';
import { AGENTS, agentTicketsSql } from './agents-sql.js';
import type {
  AgentComparisons,
  AgentFigures,
  AgentPart,
  AgentRow,
  AgentTicket,
  AgentTicketPage,
  DayCount,
  MissingFigure,
} from './agents.dto.js';
import type { FigureScope } from '../shared/cohort-sql.js';
import { scopeValues, sightOf } from '../shared/cohort-sql.js';
import { compareCounts, compareMedians, compareRates } from '../shared/comparison.js';
import type { DurationSummary } from '../shared/figures.js';
import { durationOf, rateOf, toSeconds } from '../shared/figures.js';
import { readPage } from '../shared/paged.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { StepNames } from '../shared/step-names.service.js';

/** Null where the person handled nothing that the filter lets through. */
interface RawAgent {
  id: string;
  name: string | null;
  active: boolean | null;
  handled: number | null;
  visits: number | null;
  days: DayCount[] | null;
  wallMs: number | null;
  weightedMs: number | null;
  fcrN: number | null;
  fcrCount: number | null;
  fcrExcluded: Record<string, number> | null;
  reopenN: number | null;
  reopenCount: number | null;
  immature: number | null;
  open: number | null;
  cancelled: number | null;
  reopenings: number | null;
  frt: DurationSummary | null;
  onTime: number | null;
  escalations: number;
}

type RawTicket = Omit<AgentTicket, 'sopTitle' | 'touchSeconds' | 'replySeconds' | 'times'> & {
  touchMs: number;
  replyMs: number | null;
  times: number | null;
};

/** Which tickets of a person are wanted; days are cut in `tz`. */
interface TicketsWish {
  after: string;
  limit: number;
  tz: string;
  part?: AgentPart;
}

const MISSING: readonly [MissingFigure['figure'], Text][] = [
  [
    'online',
    {
      en: 'Who was online when is not recorded, so online time and adherence cannot be told.',
      'zh-CN': '系统未记录人员在线时段，暂无法统计在线时长和在岗遵循率。',
    },
  ],
  ['csat', { en: 'No survey of customers is connected.', 'zh-CN': '尚未接入客户满意度调查。' }],
  ['qa', { en: 'No quality checks are recorded.', 'zh-CN': '尚无质检记录。' }],
];

/** What people did: definition section 12. */
@Injectable()
export class AgentsService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly names: StepNames,
  ) {}

  /**
   * One row per person, over the stays that ended, the first replies that were given and the escalations that were raised
   * in [from, to). A ticket counts for everybody who held it, so rows do not add up to a team. Days are cut in `tz`.
   * `before`: a period whose figures of the same person stand beside them.
   */
  async agents(
    scope: FigureScope,
    tz: string,
    before: Pick<FigureScope, 'from' | 'to'> | null = null,
  ): Promise<AgentRow[]> {
    return this.snapshot.read(async (client, windows) => {
      const read = async (asked: FigureScope): Promise<AgentFigures[]> => {
        const { rows } = await client.query<RawAgent>(AGENTS, [
          ...scopeValues({ ...asked, agent: null }, windows),
          ...[tz, asked.agent ?? null],
        ]);
        return rows.map(renderAgent);
      };
      const rows = await read(scope);
      const earlier = before === null ? [] : await read({ ...scope, ...before });
      const byId = new Map(earlier.map((row) => [row.id, row]));
      return rows.map((row) => {
        const previous = byId.get(row.id) ?? null;
        return { ...row, previous, comparisons: before === null ? null : compareAgents(row, previous) };
      });
    });
  }

  /** What of definition section 12 the rows do not say, and why. */
  missing(lang: Lang): MissingFigure[] {
    return MISSING.map(([figure, reason]) => ({ figure, reason: say(reason, lang) }));
  }

  /** The tickets behind a person's row or one of its figures, by id. */
  async tickets(
    scope: FigureScope,
    agent: string,
    { after, limit, tz, part }: TicketsWish,
    lang: Lang,
  ): Promise<AgentTicketPage> {
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const values = [
        ...scopeValues({ ...scope, agent: null }, windows),
        agent,
        after,
        limit + 1,
        tz,
        sightOf(scope),
      ];
      type Row = RawTicket & { totals: Pick<AgentTicketPage, 'total' | 'hidden' | 'sum'> };
      return readPage((await client.query<Row>(agentTicketsSql(part), values)).rows, limit);
    });
    const items = await Promise.all(
      rows.map(async ({ touchMs, replyMs, times, ...row }) => ({
        ...row,
        ...(times === null ? {} : { times }),
        sopTitle: await this.names.sopTitle(row, lang),
        touchSeconds: touchMs / 1000,
        replySeconds: toSeconds(replyMs),
      })),
    );
    return { items, nextCursor: last?.ticketId ?? null, ...totals };
  }
}

function compareAgents(now: AgentFigures, before: AgentFigures | null): AgentComparisons {
  return {
    handled: compareCounts(now.handled, before?.handled ?? 0),
    firstResponse: compareMedians(now.firstResponse, before?.firstResponse ?? null),
    firstResponseOnTime: compareRates(now.firstResponseOnTime, before?.firstResponseOnTime ?? null),
    fcr: compareRates(now.fcr, before?.fcr ?? null),
    reopen: compareRates(now.reopen, before?.reopen ?? null),
  };
}

function renderAgent(row: RawAgent): AgentFigures {
  const handled = row.handled ?? 0;
  const [wall, weighted] = [(row.wallMs ?? 0) / 1000, (row.weightedMs ?? 0) / 1000];
  const days = row.days ?? [];
  const counted = days.reduce((sum, { tickets }) => sum + tickets, 0);
  return {
    id: row.id,
    name: row.name,
    active: row.active ?? false,
    handled,
    visits: row.visits ?? 0,
    throughput: { days, perActiveDay: days.length === 0 ? null : counted / days.length },
    firstResponse: durationOf(row.frt ?? { n: 0, sum: null, percentiles: null }),
    firstResponseOnTime: rateOf(row.onTime ?? 0, row.frt?.n ?? 0),
    handling: {
      n: handled,
      sumSeconds: wall,
      meanSeconds: handled === 0 ? null : wall / handled,
      weightedSumSeconds: weighted,
      weightedMeanSeconds: handled === 0 ? null : weighted / handled,
    },
    fcr: rateOf(row.fcrCount ?? 0, row.fcrN ?? 0, row.fcrExcluded ?? {}),
    reopen: rateOf(row.reopenCount ?? 0, row.reopenN ?? 0, {
      immature: row.immature ?? 0,
      open: row.open ?? 0,
      cancelled: row.cancelled ?? 0,
    }),
    reopenings: row.reopenings ?? 0,
    escalations: row.escalations,
  };
}
