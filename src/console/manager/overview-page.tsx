import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { BacklogPanel } from './backlog-panel';
import { NoCases } from './no-cases';
import { TileView } from './overview-tile';
import { hasUsefulBefore, tilesOf } from './overview-tiles';
import { PageHead } from './page-head';
import { figureTexts } from './texts-figures';
import { managerTexts } from './texts';
import { TopBottlenecks } from './top-bottlenecks';
import type { FilterRoom } from './use-filters';

/** How things stand, against the period before. */
export function OverviewPage({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const query = room.compared;
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
