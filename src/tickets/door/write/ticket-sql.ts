import { CHANGING_COLUMNS, TICKET_COLUMNS } from './ticket-columns.js';
import { columnsOf, PART_NAMES, tableOf, type PartName } from './write-parts.js';

/**
 * The statements of the hot path. One statement is one transaction: a ticket's new state, its history, visits,
 * waiting lines, leases, timers, messages and effects are written together or not at all.
 */

const list = (names: readonly string[], of = ''): string => names.map((name) => `${of}"${name}"`).join(', ');

/** Reads tickets by id, as they are. */
export const READ_TICKETS = `select ${list(Object.keys(TICKET_COLUMNS))} from tickets where id = any($1::bigint[])`;

/** The answer to an earlier command with this key, if there was one. */
export const READ_KEY = 'select body_hash, answer from idempotency where scope = $1 and key = $2';

/** Whether the event of a ticket that stands at this place is the one of this command. */
export const READ_WRITTEN = 'select 1 from history where ticket_id = $1 and seq = $2 and command_id = $3';

/** Numbers for what is new: tickets, messages. */
export const TAKE_IDS = `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::int)`;

/** Rows that hang on a ticket are written with it or not at all. */
const OK = 'r.ticket_id = any (array(select id from ok))';
/** What a chain begins with. */
const FIRST_SEAL = `\\x${'00'.repeat(32)}`;
type RowSql = (rows: string) => string;

function insert(part: PartName, onConflict = ''): RowSql {
  const names = columnsOf(part);
  return (rows) =>
    `insert into ${tableOf(part)} (${list(names)}) select ${list(names, 'r.')} from ${rows} where ${OK} ${onConflict}`;
}

function remove(part: PartName): RowSql {
  const same = columnsOf(part).map((name) => `k."${name}" = r."${name}"`);
  return (rows) => `delete from ${tableOf(part)} k using ${rows} where ${OK} and ${same.join(' and ')}`;
}

/** What a row that is there already takes over of the new one. */
function renew(keys: string, names: readonly string[]): string {
  return `on conflict (${keys}) do update set ${names.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`;
}

const SEALED = (name: string): boolean => name !== 'link' && name !== 'seal';

/** Events, chained to what their tickets held before. */
const insertHistory: RowSql = () => {
  const names = list(columnsOf('history').filter(SEALED));
  return `insert into history (${names}, "link", "seal") select ${names}, links + 1, seals[1] from chained`;
};

/** Messages follow the event that they came with. */
const insertMessages: RowSql = (rows) => {
  const names = columnsOf('messages').filter(SEALED);
  return `insert into messages (${list(names)}, "link", "seal") select ${list(names, 'r.')}, c.links + r.link, c.seals[r.link]
  from ${rows} join chained c on c.ticket_id = r.ticket_id`;
};

/**
 * Chains what a command adds to its ticket, and moves the end of the chain. The row of the end is locked before it is
 * looked at, so what was written by hand at the same moment is in the chain too.
 */
function chainSql(history: string, messages: string | null): string[] {
  const seals =
    messages === null
      ? `array[sha256(coalesce(s.seal, '${FIRST_SEAL}'::bytea) || h.seal)]`
      : `seal_rows(s.seal,
    array[h.seal] || array(select m.seal from ${messages} as m where m.ticket_id = h.ticket_id order by m.link))`;
  const names = columnsOf('history').filter(SEALED);
  return [
    `chained as materialized (
  select ${list(names, 'h.')}, coalesce(s.links, 0) as links, ${seals} as seals
  from ${history} as h
  left join lateral (select k.links, k.seal from ticket_seals k where k.ticket_id = h.ticket_id for update) s on true
  where h.ticket_id = any (array(select id from ok)))`,
    `chain_ends as (
  insert into ticket_seals (ticket_id, links, seal)
  select ticket_id, links + cardinality(seals), seals[cardinality(seals)] from chained
  ${renew('ticket_id', ['links', 'seal'])})`,
  ];
}

/** How each part that hangs on a ticket gets into its table. */
const ROWS: Partial<Record<PartName, RowSql>> = {
  history: insertHistory,
  visits: insert('visits'),
  waiting: insert('waiting', renew('ticket_id, visit_no', ['lane', 'team', 'tier', 'skills', 'due_at'])),
  waitingGone: remove('waitingGone'),
  leases: insert('leases', renew('ticket_id, visit_no', ['user_id', 'since', 'expires_at'])),
  leasesGone: remove('leasesGone'),
  timers: insert('timers', renew('ticket_id, id', ['seq', 'due_at'])),
  timersGone: remove('timersGone'),
  effects: insert('effects'),
  messages: insertMessages,
  terms: insert('terms', renew('ticket_id, seq', ['terms'])),
};

/** What a batch has: which of the parts, tickets that are there and such that are opened, keys or effects. */
export interface Shape {
  parts: readonly PartName[];
  changes: boolean;
  opens: boolean;
  commands: boolean;
}

/**
 * The commands of a batch: `$1` the tickets as they are afterwards; with `commands` also `$2` the effect whose result
 * each of them is, in a column that has the name of its function, and `$3` their keys. `ok`: those whose ticket still is
 * at the version before, whose effect was not accounted for, and whose key is new.
 */
function commandsSql({ changes, opens, commands }: Shape): string[] {
  const rows = commands
    ? 'rows from (unnest($1::tickets[]), unnest($2::bigint[]), unnest($3::idempotency[]))'
    : 'unnest($1::tickets[])';
  const fits = [
    ...(opens ? ['i.version = 1'] : []),
    ...(changes ? ['i.id = any (array(select id from locked))'] : []),
  ].join(' or ');
  const locked = `locked as materialized (
  select l.id from (select id, version from input where version > 1 order by id) i
  cross join lateral (select k.id from tickets k where k.id = i.id and k.version = i.version - 1 for update of k) l)`;
  const input = `input as materialized (select * from ${rows} as r)`;
  if (!commands)
    return [
      input,
      ...(changes ? [locked] : []),
      `ok as materialized (select i.* from input i${changes ? ` where ${fits}` : ''})`,
    ];
  return [
    input,
    ...(changes ? [locked] : []),
    `fitting as materialized (
  select i.* from input i
  left join lateral (
    select true as undone from outbox o where o.id = i.unnest and o.done_at is null offset 0) e on true
  where (${fits}) and (i.unnest is null or e.undone))`,
    `keyed as (
  insert into idempotency (${list(columnsOf('keys'))}) select ${list(columnsOf('keys'), 'c.')} from fitting c
  where c.key is not null on conflict do nothing returning scope, key)`,
    `ok as materialized (
  select c.* from fitting c
  where c.key is null or exists (select 1 from keyed k where k.scope = c.scope and k.key = c.key))`,
    `effects_done as (update outbox o set done_at = ok.updated_at from ok where o.id = ok.unnest)`,
  ];
}

function writeSql(shape: Shape): string {
  const all = Object.keys(TICKET_COLUMNS);
  const with_ = commandsSql(shape);
  if (shape.changes)
    with_.push(`changed as (
  update tickets k set (${list(CHANGING_COLUMNS)}) = (${list(CHANGING_COLUMNS, 'ok.')})
  from ok where k.id = ok.id and ok.version > 1)`);
  if (shape.opens)
    with_.push(`opened as (
  insert into tickets (${list(all)}) select ${list(all, 'ok.')} from ok where ok.version = 1)`);
  const before = shape.commands ? 3 : 1;
  const rowsOf = (part: PartName): string =>
    `unnest($${String(before + 1 + shape.parts.indexOf(part))}::${tableOf(part)}[])`;
  with_.push(...chainSql(rowsOf('history'), shape.parts.includes('messages') ? rowsOf('messages') : null));
  for (const part of shape.parts) {
    const sql = ROWS[part];
    if (sql !== undefined) with_.push(`${part}_rows as (${sql(`${rowsOf(part)} as r`)})`);
  }
  return `with ${with_.join(',\n')}\nselect id from ok`;
}

const statements = new Map<number, { name: string; text: string }>();

/** The write for batches of this shape: the parts that are not there cost nothing. Answers the ids that were written. */
export function writeStatement(shape: Shape): { name: string; text: string } {
  const bits = [
    shape.changes,
    shape.opens,
    shape.commands,
    ...PART_NAMES.map((part) => shape.parts.includes(part)),
  ];
  const sign = bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);
  const known = statements.get(sign);
  if (known !== undefined) return known;
  const made = { name: `tickets-write-${String(sign)}`, text: writeSql(shape) };
  statements.set(sign, made);
  return made;
}
