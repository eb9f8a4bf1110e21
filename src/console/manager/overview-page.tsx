import { QuestionCircleOutlined } from '@ant-design/icons';
import { keepPreviousData } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { $api } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { BacklogPanel } from './backlog-panel';
import { ChangeSign } from './figure-words';
import { NoCases } from './no-cases';
import { hasUsefulBefore, tilesOf, type Tile } from './overview-tiles';
import { PageHead } from './page-head';
import { figureTexts, type FigureKey } from './texts-figures';
import { managerTexts } from './texts';
import { TopBottlenecks } from './top-bottlenecks';
import type { FilterRoom } from './use-filters';

/** How things stand, against the period before. */
export function OverviewPage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const query = { ...room.query, ...(room.filters.isCompared ? { compare: 'previous' as const } : {}) };
  const { data, error, refetch, isPlaceholderData } = $api.useQuery(
    'get',
    '/api/metrics/overview',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHead title={say('overview')} room={room} answer={data}>
        {data && data.previous !== null && !hasUsefulBefore(data) && (
          <span className="quiet">{tell('noBefore')}</span>
        )}
      </PageHead>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data && data.tickets.created === 0 && data.backlog.atEnd === 0 && <NoCases room={room} />}
      {data && (data.tickets.created > 0 || data.backlog.atEnd > 0) && (
        <div className={isPlaceholderData ? 'is-old' : undefined}>
          <ul className="tiles">
            {tilesOf(data, tell, format, room).map((tile) => (
              <TileView key={tile.key} tile={tile} isCompared={hasUsefulBefore(data)} />
            ))}
          </ul>
          <div className="overview-below">
            <BacklogPanel room={room} />
            <TopBottlenecks room={room} />
          </div>
        </div>
      )}
    </>
  );
}

function TileView({ tile, isCompared }: { tile: Tile; isCompared: boolean }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const { change, before } = tile;
  return (
    <li className="tile">
      <h2>
        {tile.title}
        <Tooltip title={tile.help}>
          <button type="button" className="tile-help" aria-label={`${tile.title}: ${tile.help}`}>
            <QuestionCircleOutlined aria-hidden />
          </button>
        </Tooltip>
      </h2>
      <p className="tile-value">
        <Link to={tile.to} title={say('ticketsOf')} aria-label={`${tile.title}: ${tile.value}`}>
          {tile.value}
        </Link>
      </p>
      {isCompared && (
        <p className="tile-change">
          {change === null || before === null ? (
            <span className="quiet">{tile.n > 0 && tell('noBefore')}</span>
          ) : (
            <>
              <ChangeSign change={change} />{' '}
              <span className="quiet">
                {tell('before', { value: before.value, n: say('n', { n: format.number(before.n) }) })}
              </span>
            </>
          )}
        </p>
      )}
      <p className="tile-n">
        <Spread tile={tile} />
      </p>
      <dl className="tile-lines">
        {tile.lines.map(({ label, value, to }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{to === undefined ? value : <Link to={to}>{value}</Link>}</dd>
          </div>
        ))}
      </dl>
      <LeftOut excluded={tile.excluded} />
    </li>
  );
}

function Spread({ tile: { n, count, interval } }: { tile: Tile }) {
  const say = useTexts(managerTexts);
  const format = useFormat();
  if (count === null) return say('n', { n: format.number(n) });
  const low = format.percent(interval?.low ?? 0);
  const high = format.percent(interval?.high ?? 1);
  const cases = say('countOf', { count: format.number(count), n: format.number(n) });
  return interval === null ? cases : `${cases} · ${say('interval', { low, high })}`;
}

function LeftOut({ excluded }: { excluded: Record<string, number> }) {
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  if (reasons.length === 0) return null;
  const words = reasons
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => {
      const key = `out_${reason}`;
      return isKnown(key) ? tell(key, { count: format.number(count) }) : format.number(count);
    });
  return <p className="tile-out">{tell('leftOut', { list: words.join(' · ') })}</p>;
}

function isKnown(key: string): key is FigureKey {
  return key in figureTexts.entries;
}
