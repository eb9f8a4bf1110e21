import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { Lang } from '../../engine/common/text.js';
import { BACKLOG, BACKLOG_TICKETS } from './backlog-sql.js';
import type { BacklogList, BacklogPoint, BacklogTicket, BacklogTicketPage } from './backlog.dto.js';
import type { BucketInterval } from '../shared/buckets.js';
import { bucketStarts, MOST_BUCKETS } from '../shared/buckets.js';
import type { FcrWindow, FigureScope } from '../shared/cohort-sql.js';
import { scopeValues, sightOf } from '../shared/cohort-sql.js';
import { TooManyPoints } from '../shared/metrics-problems.js';
import { readPage } from '../shared/paged.js';
import { FigureSnapshot } from '../shared/snapshot.service.js';
import { StepNames } from '../shared/step-names.service.js';

type Change = Exclude<BacklogList, 'open'>;
interface BucketRow {
  /** 0: before the first bucket. */
  bucket: number;
  what: Change;
  count: number;
}
type Counts = Record<Change, number>;

const none = (): Counts => ({ created: 0, reopened: 0, resolved: 0, cancelled: 0, merged: 0 });
const growth = ({ created, reopened, resolved, cancelled, merged }: Counts): number =>
  created + reopened - resolved - cancelled - merged;

/** How many tickets are open, and what made it so (definition section 0: open tickets are counted, not ignored). */
@Injectable()
export class BacklogService {
  constructor(
    private readonly snapshot: FigureSnapshot,
    private readonly names: StepNames,
  ) {}

  /**
   * The open tickets by hour or day of `tz`, up to now. Throws `TooManyPoints` when the range has more than
   * `MOST_BUCKETS` of them.
   */
  series(
    scope: FigureScope,
    tz: string,
    interval: BucketInterval,
  ): Promise<{ openBefore: number; points: BacklogPoint[] }> {
    const end = endOf(scope);
    const starts = bucketStarts({ from: scope.from, to: end, tz }, interval);
    if (starts.length > MOST_BUCKETS) throw new TooManyPoints(MOST_BUCKETS);
    return this.snapshot.read(async (client, windows) => {
      const buckets = await countChanges(client, { ...scope, to: end }, windows, starts);
      const openBefore = growth(buckets[0] ?? none());
      let open = openBefore;
      const points = starts.map((at, i) => {
        const counts = buckets[i + 1] ?? none();
        open += growth(counts);
        const to = new Date(starts[i + 1] ?? end).toISOString();
        return { at: new Date(at).toISOString(), to, ...counts, open };
      });
      return { openBefore, points };
    });
  }

  /** How many tickets were open at the beginning of the range and are at its end, or now when that is earlier. */
  async openTickets(
    client: PoolClient,
    scope: FigureScope,
    windows: FcrWindow[],
  ): Promise<{ atStart: number; atEnd: number }> {
    const to = endOf(scope);
    const [before = none(), within = none()] = await countChanges(client, { ...scope, to }, windows, [
      scope.from,
    ]);
    return { atStart: growth(before), atEnd: growth(before) + growth(within) };
  }

  /** The tickets behind a point: those open at the end of the range, or those to which `what` happened in it. */
  async tickets(
    scope: FigureScope,
    what: BacklogList,
    page: { after: [ticket: string, change: number]; limit: number },
    lang: Lang,
  ): Promise<BacklogTicketPage> {
    const { rows, totals, last } = await this.snapshot.read(async (client, windows) => {
      const asked = { ...scope, to: endOf(scope) };
      const values = [...scopeValues(asked, windows), what, ...page.after, page.limit + 1, sightOf(scope)];
      type Row = Omit<BacklogTicket, 'sopTitle'> & {
        seq: number;
        totals: Pick<BacklogTicketPage, 'total' | 'hidden'>;
      };
      return readPage((await client.query<Row>(BACKLOG_TICKETS, values)).rows, page.limit);
    });
    const items = rows.map(async ({ seq: _, ...row }) => ({
      ...row,
      sopTitle: await this.names.sopTitle(row, lang),
    }));
    return {
      items: await Promise.all(items),
      nextCursor: last === undefined ? null : `${last.ticketId}.${last.seq}`,
      ...totals,
    };
  }
}

/** The end of the range, or now when that is earlier. */
const endOf = ({ from, to, asOf }: FigureScope): number => Math.max(from, Math.min(to, asOf));

/** By bucket; the first is what was before all of them. */
async function countChanges(
  client: PoolClient,
  scope: FigureScope,
  windows: FcrWindow[],
  starts: number[],
): Promise<Counts[]> {
  const instants = starts.map((at) => new Date(at));
  const { rows } = await client.query<BucketRow>(BACKLOG, [...scopeValues(scope, windows), instants]);
  const buckets = Array.from({ length: starts.length + 1 }, none);
  for (const { bucket, what, count } of rows) {
    const counts = buckets[bucket];
    if (counts !== undefined) counts[what] = count;
  }
  return buckets;
}
