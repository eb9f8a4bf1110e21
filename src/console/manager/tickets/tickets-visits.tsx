import { api, type Schemas } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { asCsv } from '../common/csv-button';
import type { Column } from '../common/figure-table';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { useLengthColumn, useTicketColumns, useTimeColumn } from './ticket-columns';
import { TicketRows, useOnly } from './ticket-rows';
import type { FilterRoom } from '../common/use-filters';
import { useRows } from './use-rows';
import { PARTS } from './visits';
import { useWeekday } from '../common/week-bars';

type Stay = Schemas['StepVisitItem'];
type Wait = Schemas['BottleneckVisit'];

interface Props {
  step: string;
  sop: string;
  room: FilterRoom;
}

/** The parts to choose from, and those that only some number opens. */
const USUAL = ['there', 'again', 'escalated', 'missed'] as const;
const OTHERS = ['finished', 'critical', 'due'] as const;

/** The stays of tickets in a step. */
export function StepList({ step, sop, room }: Props) {
  const tell = useTexts(ticketTexts);
  const titleOf = (stay: Stay | undefined, isLoading: boolean): string =>
    tell('stepVisits', { step: stay?.title ?? (isLoading ? '…' : step) });
  return <StayList wish={{ sop, step }} room={room} titleOf={titleOf} />;
}

interface StayProps {
  wish: { sop: string; version?: number } & ({ step: string } | { way: string[] });
  room: FilterRoom;
  /** The title of the list, knowing a stay of it if there is one. */
  titleOf: (stay: Stay | undefined, isLoading: boolean) => string;
}

/** The stays of tickets in a step, or those that went some of the ways between steps. */
export function StayList({ wish, room, titleOf }: StayProps) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  const only = useOnly([...USUAL, ...OTHERS]);
  const part = only === 'there' ? ('open' as const) : only;
  const query = { ...room.query, ...wish, ...(part === null ? {} : { part }) };
  const answer = useRows(['step', query], (page, signal) =>
    api.GET('/api/metrics/steps/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const rows = answer.data?.rows ?? [];
  const base = useTicketColumns<Stay>(room);
  const nameOf = (row: Stay): string => row.title ?? row.step;
  const isOfOne = rows.every((row) => row.step === rows[0]?.step);
  const step: Column<Stay> = { key: 'step', title: say('step'), sortBy: nameOf, cell: nameOf };
  const entered = useTimeColumn<Stay>('entered', tell('entered'), (row) => row.enteredAt);
  const left = useTimeColumn<Stay>('left', tell('left'), (row) => row.exitedAt);
  const stay = useLengthColumn<Stay>('stay', tell('stay'), (row) => row.dwellSeconds);
  const parts = usePartColumns(rows);
  const marks: Column<Stay> = {
    ...{ key: 'marks', title: tell('marks') },
    cell: (row) =>
      [
        row.nth > 1 && tell('mark_again', { no: row.nth }),
        row.escalated && tell('mark_escalated'),
        row.slaBreached && tell('mark_missed'),
        row.failed && tell('mark_failed'),
      ]
        .filter((mark) => typeof mark === 'string')
        .join(' · '),
  };
  return (
    <TicketRows
      title={titleOf(rows[0], answer.isLoading)}
      room={room}
      answer={answer}
      columns={[
        ...base,
        ...(isOfOne ? [] : [step]),
        entered,
        { ...left, cell: (row) => (row.exitedAt === null ? tell('stillThere') : left.cell(row)) },
        stay,
        ...parts,
        marks,
      ]}
      rowKey={(row) => `${row.ticketId} ${row.no} ${row.enteredAt}`}
      sort="-stay"
      parts={[...USUAL, ...OTHERS.filter((name) => name === only)].map((name) => ({
        ...{ name, label: tell(`only_${name}`) },
      }))}
      only={only}
      fetchFile={() => api.GET('/api/metrics/steps/tickets', { params: { query }, ...asCsv })}
    />
  );
}

/** One column for each part of the time that occurs at all. */
function usePartColumns(rows: readonly Stay[]): Column<Stay>[] {
  const say = useTexts(managerTexts);
  const words = useLengthColumn<number>('', '', (seconds) => seconds);
  return PARTS.filter((part) => rows.some((row) => row.parts[part] > 0)).map((part) => ({
    ...{ key: part, title: say(part), isNumber: true },
    sortBy: (row) => row.parts[part],
    cell: (row) => words.cell(row.parts[part]),
  }));
}

/** A day of the week on which the waiting began, as the address says it. */
const WEEKDAYS = ['day-1', 'day-2', 'day-3', 'day-4', 'day-5', 'day-6', 'day-7'] as const;

/** The longest waits in a step, and what for. */
export function BottleneckList({ step, sop, room }: Props) {
  const tell = useTexts(ticketTexts);
  const only = useOnly(WEEKDAYS);
  const weekday = only === null ? null : WEEKDAYS.indexOf(only) + 1;
  const query = { ...room.query, sop, step, ...(weekday === null ? {} : { weekday }) };
  const nameOfDay = useWeekday();
  const answer = useRows(['bottleneck', query], (page, signal) =>
    api.GET('/api/metrics/bottlenecks/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const title = answer.data?.rows[0]?.title ?? (answer.isLoading ? '…' : step);
  const base = useTicketColumns<Wait>(room);
  const entered = useTimeColumn<Wait>('entered', tell('entered'), (row) => row.enteredAt);
  const left = useTimeColumn<Wait>('left', tell('left'), (row) => row.exitedAt);
  const waited = useLengthColumn<Wait>('waited', tell('waited'), (row) => row.idleSeconds);
  const worked = useLengthColumn<Wait>('worked', tell('worked'), (row) => row.touchSeconds);
  const causeOf = (row: Wait): string => {
    const [most] = row.causes.toSorted((a, b) => b.seconds - a.seconds);
    return most === undefined || most.seconds === 0 ? '–' : tell(`cause_${most.cause}`);
  };
  return (
    <TicketRows
      title={tell('bottleneckVisits', { step: title })}
      room={room}
      answer={answer}
      columns={[
        ...base,
        entered,
        left,
        waited,
        { key: 'cause', title: tell('mainCause'), sortBy: causeOf, cell: causeOf },
        worked,
      ]}
      rowKey={(row) => `${row.ticketId} ${row.no} ${row.enteredAt}`}
      sort="-waited"
      parts={weekday === null ? [] : [{ name: WEEKDAYS[weekday - 1] ?? '', label: nameOfDay(weekday) }]}
      only={only}
      fetchFile={() => api.GET('/api/metrics/bottlenecks/tickets', { params: { query }, ...asCsv })}
    />
  );
}
