import { api, type Schemas } from '../api/client';
import { useTexts } from '../i18n/texts';
import { asCsv } from './csv-button';
import type { Column } from './figure-table';
import { managerTexts } from './texts';
import { ticketTexts } from './texts-tickets';
import { useLengthColumn, useTicketColumns, useTimeColumn } from './ticket-columns';
import { TicketRows, type Part } from './ticket-rows';
import type { FilterRoom } from './use-filters';
import { usePreparedRows, useRows } from './use-rows';
import { countStays, PARTS, type Nth } from './visits';

type Stay = Nth<Schemas['StepVisitItem']>;
type Wait = Schemas['BottleneckVisit'];

interface Props {
  step: string;
  sop: string;
  room: FilterRoom;
}

const STAYS: Part<Stay>[] = [
  { name: 'there', holds: (row) => row.exitedAt === null },
  { name: 'again', holds: (row) => row.nth > 1 },
  { name: 'escalated', holds: (row) => row.escalated },
  { name: 'missed', holds: (row) => row.slaBreached === true },
];

/** The stays of tickets in a step. */
export function StepList({ step, sop, room }: Props) {
  const tell = useTexts(ticketTexts);
  const query = { ...room.query, sop, step };
  const answer = usePreparedRows(
    ['step', query],
    (page, signal) =>
      api.GET('/api/metrics/steps/tickets', { params: { query: { ...query, ...page } }, signal }),
    countStays,
  );
  const title = answer.data?.rows[0]?.title ?? step;
  const base = useTicketColumns<Stay>(room);
  const entered = useTimeColumn<Stay>('entered', tell('entered'), (row) => row.enteredAt);
  const left = useTimeColumn<Stay>('left', tell('left'), (row) => row.exitedAt);
  const stay = useLengthColumn<Stay>('stay', tell('stay'), (row) => row.dwellSeconds);
  const parts = usePartColumns(answer.data?.rows ?? []);
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
      title={tell('stepVisits', { step: title })}
      room={room}
      answer={answer}
      columns={[
        ...base,
        entered,
        { ...left, cell: (row) => (row.exitedAt === null ? tell('stillThere') : left.cell(row)) },
        stay,
        ...parts,
        marks,
      ]}
      rowKey={(row) => `${row.ticketId} ${row.no} ${row.enteredAt}`}
      sort="-stay"
      parts={STAYS}
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

/** The longest waits in a step, and what for. */
export function BottleneckList({ step, sop, room }: Props) {
  const tell = useTexts(ticketTexts);
  const query = { ...room.query, sop, step };
  const answer = useRows(['bottleneck', query], (page, signal) =>
    api.GET('/api/metrics/bottlenecks/tickets', { params: { query: { ...query, ...page } }, signal }),
  );
  const title = answer.data?.rows[0]?.title ?? step;
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
      fetchFile={() => api.GET('/api/metrics/bottlenecks/tickets', { params: { query }, ...asCsv })}
    />
  );
}
