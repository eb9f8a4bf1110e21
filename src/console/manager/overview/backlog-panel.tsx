import { keepPreviousData } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { asCsv, CsvButton } from '../common/csv-button';
import { dayIn } from '../common/filters';
import { FigureTable, type Column } from '../common/figure-table';
import { figureTexts } from '../common/texts-figures';
import type { FilterRoom } from '../common/use-filters';
import pageHead from '../common/page-head.module.css';
import panel from '../common/panel.module.css';
import styles from './backlog.module.css';

const BacklogChart = lazy(() => import('./backlog-chart'));
type Point = Schemas['BacklogPoint'];

/** Open tickets day by day, as a picture or as a table. */
export function BacklogPanel({ room }: { room: FilterRoom }) {
  const tell = useTexts(figureTexts);
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const isTable = params.get('trend') === 'table';
  const query = { ...room.query, interval: 'day' as const };
  const { data, error, refetch } = $api.useQuery(
    'get',
    '/api/metrics/backlog',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const show = (look: string): void => {
    const next = new URLSearchParams(params);
    if (look === 'table') next.set('trend', 'table');
    else next.delete('trend');
    setParams(next, { replace: true });
  };
  const dayLink = (point: Point, of: string): string => {
    const day = dayIn(room.filters.tz, Date.parse(point.at));
    return room.linkTo('/tickets', { list: 'backlog', of }, { preset: null, from: day, to: day });
  };
  return (
    <section className={panel.panel} aria-labelledby="trend">
      <header className={panel.head}>
        <h2 id="trend">{tell('trend')}</h2>
        {!isTable && <span className="is-soft">{tell('trendHelp')}</span>}
        <span className={pageHead.acts}>
          <Segmented
            size="small"
            aria-label={tell('trend')}
            value={isTable ? 'table' : 'chart'}
            onChange={show}
            options={[
              { value: 'chart', label: tell('chart') },
              { value: 'table', label: tell('table') },
            ]}
          />
          <CsvButton
            name={tell('trend')}
            room={room}
            fetchFile={() => api.GET('/api/metrics/backlog', { params: { query }, ...asCsv })}
          />
        </span>
      </header>
      <div className={styles.trend}>
        {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Waiting rows={6} />}
        {data && isTable && <TrendTable points={data.points} room={room} dayLink={dayLink} />}
        {data && !isTable && (
          <Suspense fallback={<Waiting rows={6} />}>
            <BacklogChart
              points={data.points}
              tz={room.filters.tz}
              onChoose={(point, of) => void go(dayLink(point, of))}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}

interface TableProps {
  points: Point[];
  room: FilterRoom;
  dayLink: (point: Point, of: string) => string;
}

function TrendTable({ points, room, dayLink }: TableProps) {
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const count = (key: 'created' | 'reopened' | 'resolved' | 'open', title: string): Column<Point> => ({
    ...{ key, title, isNumber: true },
    cell: (point) => <Link to={dayLink(point, key)}>{format.number(point[key])}</Link>,
  });
  return (
    <FigureTable
      caption={tell('trend')}
      rows={points}
      rowKey={({ at }) => at}
      columns={[
        {
          ...{ key: 'day', title: tell('day'), isHead: true },
          cell: ({ at }) => format.day(`${dayIn(room.filters.tz, Date.parse(at))}T00:00`),
        },
        count('created', tell('newOnes')),
        count('reopened', tell('reopenedOnes')),
        count('resolved', tell('resolvedOnes')),
        count('open', tell('openAtEnd')),
      ]}
    />
  );
}
