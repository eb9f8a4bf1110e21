import { Link } from 'react-router';
import { $api } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { changedSteps, STEP_CHANGES } from './publish-steps';
import { versionTexts } from './texts-versions';
import styles from './publish.module.css';

const MOST_NAMES = 6;

/** What the draft changes, in names of steps; the page that compares says the rest. */
export function PublishChanges(props: { sop: string; version: number | null; isShown: boolean }) {
  const { sop, version, isShown } = props;
  const say = useTexts(versionTexts);
  const diff = $api.useQuery(
    'get',
    '/api/sops/{id}/diff',
    { params: { path: { id: sop }, query: { from: String(version ?? ''), to: 'draft' } } },
    { enabled: version !== null && isShown, staleTime: 0 },
  );
  if (!isShown) return null;
  if (version === null) return <p className={styles.line}>{say('firstVersion')}</p>;
  const changed = diff.data ? changedSteps(diff.data) : null;
  return (
    <section>
      <h3>{say('changes', { version })}</h3>
      {diff.isPending && <Waiting rows={2} />}
      {diff.error && <ProblemNotice error={diff.error} onRetry={() => void diff.refetch()} />}
      {diff.data?.same && <p className={styles.line}>{say('sameText', { version })}</p>}
      {changed && !diff.data?.same && (
        <dl className={styles.changes}>
          {STEP_CHANGES.filter((status) => changed[status].length > 0).map((status) => (
            <div key={status} data-status={status}>
              <dt>
                {say(`steps_${status}`)} {changed[status].length}
              </dt>
              <dd>{nameSome(changed[status], say('between'), (values) => say('andMore', values))}</dd>
            </div>
          ))}
          {changed.root && (
            <div data-status="changed">
              <dt>{say('steps_changed')}</dt>
              <dd>{say('rootChanged')}</dd>
            </div>
          )}
        </dl>
      )}
      {diff.data && !diff.data.same && (
        <Link to={`/designer/${sop}/compare?from=${version}&to=draft`}>{say('seeCompare')}</Link>
      )}
    </section>
  );
}

function nameSome(
  names: string[],
  between: string,
  more: (values: { list: string; count: number }) => string,
): string {
  const list = names.slice(0, MOST_NAMES).join(between);
  return names.length > MOST_NAMES ? more({ list, count: names.length - MOST_NAMES }) : list;
}
