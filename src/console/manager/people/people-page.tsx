import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import type { operations } from '../../api/schema';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { asCsv, CsvButton } from '../common/csv-button';
import { DayBars } from './day-bars';
import { FigureTable, type Column } from '../common/figure-table';
import { Filled, RateCell, SmallChange, wordSeconds } from '../common/figure-words';
import { NoCases } from '../common/no-cases';
import { PageHead } from '../common/page-head';
import { managerTexts } from '../common/texts';
import { stepTexts } from '../common/texts-steps';
import type { FilterRoom } from '../common/use-filters';
import { classes } from '../../kit/common/classes';
import figureWords from '../common/figure-words.module.css';
import panel from '../common/panel.module.css';
import styles from './people-page.module.css';

type Row = Schemas['AgentRow'];
type Part = NonNullable<operations['AgentsController_agentTickets']['parameters']['query']['part']>;

/** What people did, each number with its tickets. */
export function PeoplePage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const query = room.compared;
  const { data, error, refetch, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/metrics/agents',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHead title={say('people')} room={room} definition="people" answer={data}>
        {data && <span className="is-soft">{tell('total', { count: data.agents.length })}</span>}
        <CsvButton
          name={say('people')}
          room={room}
          fetchFile={() => api.GET('/api/metrics/agents', { params: { query }, ...asCsv })}
        />
      </PageHead>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data?.agents.length === 0 && <NoCases room={room} />}
      {data && data.agents.length > 0 && (
        <div className={isPlaceholderData ? classes(panel.panel, panel.isOld) : panel.panel}>
          <PeopleTable rows={data.agents} room={room} />
        </div>
      )}
      {data && data.missing.length > 0 && (
        <p className="is-soft">
          {tell('missingFigures')} {data.missing.map(({ reason }) => reason).join(' ')}
        </p>
      )}
    </>
  );
}

function NCell({ n, to }: { n: number; to: string }) {
  const say = useTexts(managerTexts);
  const format = useFormat();
  return (
    <small>
      <Filled word={(values) => say('n', values)} slots={{ n: <Link to={to}>{format.number(n)}</Link> }} />
    </small>
  );
}

function PeopleTable({ rows, room }: { rows: Row[]; room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const ticketsOf = (row: Row, only?: Part): string =>
    room.linkTo('/tickets', { list: 'agent', of: row.id, only });
  const dayOf = (row: Row, day: string): string =>
    room.linkTo(
      '/tickets',
      { list: 'agent', of: row.id, only: 'handled' },
      { preset: null, from: day, to: day },
    );
  const column = (
    key: 'handled' | 'perDay' | 'aht' | 'firstResponse' | 'onTime' | 'fcr' | 'reopen' | 'escalations',
    sortBy: (row: Row) => number | null,
    cell: Column<Row>['cell'],
  ): Column<Row> => ({ key, title: tell(key), help: tell(`${key}Help`), isNumber: true, sortBy, cell });
  const columns: Column<Row>[] = [
    {
      ...{ key: 'person', title: tell('person'), isHead: true, sortBy: (row) => row.name },
      cell: (row) => (
        <>
          <Link to={ticketsOf(row)}>{row.name ?? row.id}</Link>
          <small>
            <Link
              to={room.linkTo('', {}, { agent: row.id })}
              aria-label={say('figuresOfPerson', { name: row.name ?? row.id })}
            >
              {say('figuresOf')}
            </Link>
          </small>
          {!row.active && <small>{tell('left')}</small>}
        </>
      ),
    },
    column(
      'handled',
      (row) => row.handled,
      (row) => (
        <>
          <Link to={ticketsOf(row, 'handled')}>{format.number(row.handled)}</Link>
          <SmallChange
            comparison={row.comparisons?.handled ?? null}
            good={null}
            before={row.previous && format.number(row.previous.handled)}
          />
        </>
      ),
    ),
    column(
      'perDay',
      (row) => row.throughput.perActiveDay,
      (row) => (
        <span className={styles.perDay}>
          <DayBars days={row.throughput.days} room={room} linkOf={(day) => dayOf(row, day)} />
          {row.throughput.perActiveDay === null ? (
            '–'
          ) : (
            <Link to={ticketsOf(row, 'active-days')}>{format.number(row.throughput.perActiveDay, 1)}</Link>
          )}
        </span>
      ),
    ),
    column(
      'aht',
      (row) => row.handling.weightedMeanSeconds,
      (row) => (
        <span className={figureWords.rate}>
          <Link to={ticketsOf(row, 'handled')}>{wordSeconds(row.handling.weightedMeanSeconds, format)}</Link>
          <NCell n={row.handling.n} to={ticketsOf(row, 'handled')} />
        </span>
      ),
    ),
    column(
      'firstResponse',
      (row) => row.firstResponse.p50Seconds,
      (row) => (
        <span className={figureWords.rate}>
          <Link to={ticketsOf(row, 'replied')}>{wordSeconds(row.firstResponse.p50Seconds, format)}</Link>
          <NCell n={row.firstResponse.n} to={ticketsOf(row, 'replied')} />
          <SmallChange
            comparison={row.comparisons?.firstResponse ?? null}
            good="down"
            before={row.previous && wordSeconds(row.previous.firstResponse.p50Seconds, format)}
          />
        </span>
      ),
    ),
    column(
      'onTime',
      (row) => row.firstResponseOnTime.value,
      (row) => (
        <RateCell
          rate={row.firstResponseOnTime}
          to={ticketsOf(row, 'replied')}
          toCount={ticketsOf(row, 'on-time')}
        />
      ),
    ),
    column(
      'fcr',
      (row) => row.fcr.value,
      (row) => (
        <RateCell rate={row.fcr} to={ticketsOf(row, 'fcr')} toCount={ticketsOf(row, 'first-contact')} />
      ),
    ),
    column(
      'reopen',
      (row) => row.reopen.value,
      (row) => (
        <RateCell rate={row.reopen} to={ticketsOf(row, 'reopen')} toCount={ticketsOf(row, 'reopened')} />
      ),
    ),
    column(
      'escalations',
      (row) => row.escalations,
      (row) => <Link to={ticketsOf(row, 'escalated')}>{format.number(row.escalations)}</Link>,
    ),
  ];
  return (
    <FigureTable
      caption={say('people')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      sort="-handled"
    />
  );
}
