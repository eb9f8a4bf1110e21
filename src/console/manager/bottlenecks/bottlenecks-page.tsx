import { keepPreviousData } from '@tanstack/react-query';
import { Segmented, Tooltip } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { asCsv, CsvButton } from '../common/csv-button';
import { FigureTable, type Column } from '../common/figure-table';
import { SmallChange, wordSeconds } from '../common/figure-words';
import { NoCases } from '../common/no-cases';
import { PageHead } from '../common/page-head';
import { managerTexts } from '../common/texts';
import { stepTexts } from '../common/texts-steps';
import type { FilterRoom } from '../common/use-filters';
import { WeekBars } from '../common/week-bars';
import { isWaitingFor, WHOSE, type Whose } from '../common/whose';
import { classes } from '../../kit/common/classes';
import styles from './bottlenecks-page.module.css';
import panel from '../common/panel.module.css';

type Row = Schemas['BottleneckRow'];

/** Where tickets wait longest, why and when. */
export function BottlenecksPage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const [params, setParams] = useSearchParams();
  const whose = WHOSE.find((one) => one === params.get('whose')) ?? 'all';
  const query = room.compared;
  const { data, error, refetch, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/metrics/bottlenecks',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const rows = data?.bottlenecks.filter((row) => isWaitingFor(row.cause, whose)) ?? [];
  const choose = (next: Whose): void => {
    const said = new URLSearchParams(params);
    said.set('whose', next);
    setParams(said, { replace: true });
  };
  return (
    <>
      <PageHead title={say('bottlenecks')} room={room} definition="bottlenecks" answer={data}>
        <Tooltip title={tell('whoseHelp')}>
          <span id="whose" className="is-soft">
            {tell('whose')}
          </span>
        </Tooltip>
        <Segmented<Whose>
          aria-label={tell('whose')}
          aria-labelledby="whose"
          value={whose}
          onChange={choose}
          options={WHOSE.map((one) => ({ value: one, label: tell(`whose_${one}`) }))}
        />
        <CsvButton
          name={say('bottlenecks')}
          room={room}
          fetchFile={() => api.GET('/api/metrics/bottlenecks', { params: { query }, ...asCsv })}
        />
      </PageHead>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data?.bottlenecks.length === 0 && <NoCases room={room} />}
      {data && data.bottlenecks.length > 0 && rows.length === 0 && (
        <p className={panel.noCases} data-testid="no-cases">
          <strong>{tell('nobody')}</strong> {tell('nobodyHelp')}
        </p>
      )}
      {rows.length > 0 && (
        <div className={isPlaceholderData ? classes(panel.panel, panel.isOld) : panel.panel}>
          <BottleneckTable rows={rows} room={room} now={Date.parse(data?.asOf ?? '')} />
        </div>
      )}
    </>
  );
}

function BottleneckTable({ rows, room, now }: { rows: Row[]; room: FilterRoom; now: number }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(stepTexts);
  const format = useFormat();
  const ticketsOf = (row: Row, only?: string): string =>
    room.linkTo(
      '/tickets',
      { list: 'bottleneck', of: row.step, only },
      { sop: row.sop, version: row.version },
    );
  const thereOf = (row: Row): string =>
    room.linkTo(
      '/tickets',
      { list: 'step', of: row.step, only: 'there' },
      { sop: row.sop, version: row.version },
    );
  const columns: Column<Row>[] = [
    {
      ...{ key: 'step', title: say('step'), isHead: true, sortBy: (row) => row.title ?? row.step },
      cell: (row) => (
        <>
          <Link to={ticketsOf(row)}>{row.title ?? row.step}</Link>
          <small>
            {row.sopTitle}, {say('versionN', { version: row.version })}
          </small>
          <small>{row.teamTitle}</small>
        </>
      ),
    },
    {
      ...{ key: 'score', title: tell('score'), help: tell('scoreHelp'), isNumber: true },
      sortBy: (row) => row.score,
      cell: (row) => (
        <Link to={ticketsOf(row)} className={styles.score}>
          <span className={styles.scoreBar} aria-hidden>
            <span style={{ width: `${row.score * 100}%` }} />
          </span>
          {format.percent(row.score)}
        </Link>
      ),
    },
    {
      ...{ key: 'why', title: tell('why') },
      cell: (row) => (
        <span className={styles.why} data-testid="why">
          {row.explanation}
        </span>
      ),
    },
    {
      ...{ key: 'when', title: tell('when'), help: tell('whenHelp') },
      cell: (row) => <WeekBars row={row} linkOf={(weekday) => ticketsOf(row, `day-${weekday}`)} />,
    },
    {
      ...{ key: 'idle', title: tell('inAll'), help: tell('inAllHelp'), isNumber: true },
      sortBy: (row) => row.idleSeconds,
      cell: (row) => <Link to={ticketsOf(row)}>{wordSeconds(row.idleSeconds, format)}</Link>,
    },
    {
      ...{ key: 'mean', title: tell('perVisit'), help: tell('perVisitHelp'), isNumber: true },
      sortBy: (row) => row.meanIdleSeconds,
      cell: (row) => (
        <>
          <Link to={ticketsOf(row)}>{wordSeconds(row.meanIdleSeconds, format)}</Link>
          <SmallChange
            comparison={row.comparison}
            good="down"
            before={wordSeconds(row.previous?.meanIdleSeconds ?? null, format)}
          />
        </>
      ),
    },
    {
      ...{ key: 'p90', title: tell('p90'), help: tell('p90Help'), isNumber: true },
      sortBy: (row) => row.p90IdleSeconds,
      cell: (row) => <Link to={ticketsOf(row)}>{wordSeconds(row.p90IdleSeconds, format)}</Link>,
    },
    {
      ...{ key: 'visits', title: say('visits'), isNumber: true, sortBy: (row) => row.visits },
      cell: (row) => <Link to={ticketsOf(row)}>{format.number(row.visits)}</Link>,
    },
    {
      ...{ key: 'open', title: tell('open'), isNumber: true, sortBy: (row) => row.openVisits },
      cell: (row) => (
        <>
          <Link to={thereOf(row)}>{format.number(row.openVisits)}</Link>
          {row.oldestOpenAt !== null && (
            <small>
              <Link to={thereOf(row)}>
                {tell('oldest', { time: format.duration(now - Date.parse(row.oldestOpenAt)) })}
              </Link>
            </small>
          )}
        </>
      ),
    },
  ];
  return (
    <FigureTable
      caption={say('bottlenecks')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.sop} ${row.version} ${row.step}`}
      sort="-idle"
    />
  );
}
