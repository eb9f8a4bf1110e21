import { keepPreviousData } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { Filled } from '../common/figure-words';
import { figureTexts } from '../common/texts-figures';
import type { FilterRoom } from '../common/use-filters';
import { isWaitingFor } from '../common/whose';
import pageHead from '../common/page-head.module.css';
import panel from '../common/panel.module.css';
import styles from './top-bottlenecks.module.css';

const SHOWN = 4;

/** The steps where tickets wait longest for our people, and why: what can be changed here. */
export function TopBottlenecks({ room }: { room: FilterRoom }) {
  const tell = useTexts(figureTexts);
  const format = useFormat();
  const { data, error, refetch } = $api.useQuery(
    'get',
    '/api/metrics/bottlenecks',
    { params: { query: room.query } },
    { placeholderData: keepPreviousData },
  );
  const rows = data?.bottlenecks.filter(({ cause }) => isWaitingFor(cause, 'us')) ?? [];
  const visitsOf = ({ sop, version, step }: (typeof rows)[number]): string =>
    room.linkTo('/tickets', { list: 'bottleneck', of: step }, { sop, version });
  return (
    <section className={panel.panel} aria-labelledby="top">
      <header className={panel.head}>
        <h2 id="top">{tell('topBottlenecks')}</h2>
        <span className={pageHead.acts}>
          <Link to={room.linkTo('/bottlenecks', { whose: 'all' })}>{tell('allBottlenecks')}</Link>
        </span>
      </header>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      <ol className={styles.top} data-testid="top">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={`${row.sop} ${row.version} ${row.step}`}>
            <Link to={visitsOf(row)}>{row.title ?? row.step}</Link>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${row.score * 100}%` }} />
            </span>
            <span className="is-soft">
              <Filled
                word={(values) => tell('ofWaiting', { ...values, sop: row.sopTitle })}
                slots={{ share: <Link to={visitsOf(row)}>{format.percent(row.score, 0)}</Link> }}
              />
            </span>
            <span>{row.explanation}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
