import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { BacklogPanel } from './backlog-panel';
import { NoCases } from '../common/no-cases';
import { TileView } from './overview-tile';
import { tilesOf } from './overview-tiles';
import { PageHead } from '../common/page-head';
import { figureTexts } from '../common/texts-figures';
import { managerTexts } from '../common/texts';
import { TopBottlenecks } from './top-bottlenecks';
import type { FilterRoom } from '../common/use-filters';
import panel from '../common/panel.module.css';
import styles from './overview-page.module.css';

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
      <PageHead title={say('overview')} room={room} definition="rules" answer={data} />
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={12} />}
      {data && data.tickets.created === 0 && data.backlog.atEnd === 0 && <NoCases room={room} />}
      {data && (data.tickets.created > 0 || data.backlog.atEnd > 0) && (
        <div className={isPlaceholderData ? panel.isOld : undefined}>
          <ul className={styles.tiles} data-testid="tiles">
            {tilesOf(data, tell, format, room).map((tile) => (
              <TileView key={tile.key} tile={tile} isCompared={data.comparisons !== null} />
            ))}
          </ul>
          <div className={styles.below}>
            <BacklogPanel room={room} />
            <TopBottlenecks room={room} />
          </div>
        </div>
      )}
    </>
  );
}
