import type { RowType, Source } from '../../../writes/rows/row-arrays.js';
import { RowArrays } from '../../../writes/rows/row-arrays.js';
import { leaseChanges, waitingChanges } from '../../decide/change.js';
import type { Ticket } from '../../model/model.js';
import {
  EFFECTS,
  GONE_TIMERS,
  GONE_VISITS,
  HISTORY,
  KEYS,
  LEASES,
  MESSAGES,
  TERMS,
  TIMERS,
  VISITS,
  WAITING,
} from './columns.js';
import { termRows } from './term-rows.js';
import { TICKET_COLUMNS } from './ticket-columns.js';
import type { Write } from './write.js';

/** What a batch may write, each part with its table and what the rows are made of. */
const PARTS = {
  tickets: { table: 'tickets', columns: TICKET_COLUMNS },
  keys: { table: 'idempotency', columns: KEYS },
  history: { table: 'history', columns: HISTORY },
  visits: { table: 'visits', columns: VISITS },
  waiting: { table: 'waiting', columns: WAITING },
  waitingGone: { table: 'waiting', columns: GONE_VISITS },
  leases: { table: 'leases', columns: LEASES },
  leasesGone: { table: 'leases', columns: GONE_VISITS },
  timers: { table: 'timers', columns: TIMERS },
  timersGone: { table: 'timers', columns: GONE_TIMERS },
  effects: { table: 'outbox', columns: EFFECTS },
  messages: { table: 'messages', columns: MESSAGES },
  terms: { table: 'search_terms', columns: TERMS },
} as const;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];
export const WRITTEN_TABLES = [...new Set(Object.values(PARTS).map(({ table }) => table))];

export function tableOf(name: PartName): string {
  return PARTS[name].table;
}

/** The columns that a part fills, by their names. */
export function columnsOf(name: PartName): string[] {
  return Object.keys(PARTS[name].columns);
}

type Rows = Source<unknown, Write>[];

/** The rows of a batch by part, and for each of its commands the effect whose result it is. */
export interface BatchRows {
  rows: Record<PartName, Rows>;
  effects: (string | null)[];
}

export function collectRows(batch: readonly Write[]): BatchRows {
  const rows = Object.fromEntries(PART_NAMES.map((name) => [name, [] as Rows])) as BatchRows['rows'];
  for (const whole of batch) {
    const { change } = whole;
    const { before, ticket } = change;
    const put = (name: PartName, parts: readonly unknown[]): void => {
      for (const part of parts) rows[name].push({ part, whole });
    };
    const waiting = waitingChanges(before, ticket);
    const leases = leaseChanges(before, ticket);
    put('tickets', [ticket]);
    put('keys', [whole.key]);
    put('history', [change.history]);
    put('visits', change.closed);
    put('waiting', waiting.put);
    put('waitingGone', waiting.gone);
    put('leases', leases.put);
    put('leasesGone', leases.gone);
    put('timers', change.timersSet);
    put('timersGone', change.timersCancelled);
    put(
      'effects',
      change.effects.map((effect, n) => ({ n, effect })),
    );
    put('messages', whole.seals.messages);
    put('terms', termRows(change));
  }
  return { rows, effects: batch.map(({ change }) => change.effectDone) };
}

/** True for a ticket that this write opens. */
export const opens = ({ version }: Pick<Ticket, 'version'>): boolean => version === 1;

/** Makes the parameters of the parts, for a database whose tables are as `types` say. */
export class PartArrays {
  private readonly arrays: ReadonlyMap<PartName, RowArrays<unknown, Write>>;

  /** @throws UnknownColumn for a column that a table does not have. */
  constructor(types: ReadonlyMap<string, RowType>) {
    this.arrays = new Map(
      PART_NAMES.flatMap((name) => {
        const { table, columns } = PARTS[name];
        const type = types.get(table);
        return type ? [[name, new RowArrays<unknown, Write>(type, columns as never)] as const] : [];
      }),
    );
  }

  encode(name: PartName, rows: Rows): Buffer {
    const array = this.arrays.get(name);
    if (array === undefined) throw new Error(`nothing is known of the table of ${name}`);
    return array.encode(rows);
  }
}
