import { CheckCircleFilled, CloseCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import { refresh } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { AdminPage } from '../common/admin-page';
import { stateOf } from './connection-state';
import { FailureWords } from './failure-words';
import { adminTexts } from '../common/texts';
import { connectionTexts } from './texts-connections';
import facts from '../common/facts.module.css';
import table from '../common/table.module.css';
import styles from './connections.module.css';

type Connection = Schemas['Connection'];
type Probe = Schemas['ConnectionProbe'];

/** The other systems: whether they work, who needs them, what went wrong last. */
export function ConnectionsPage() {
  const say = useTexts(connectionTexts);
  const sayAdmin = useTexts(adminTexts);
  const list = $api.useQuery('get', '/api/connections', {}, { refetchInterval: 30_000 });
  return (
    <AdminPage title={sayAdmin('connections')} help={sayAdmin('connectionsHelp')}>
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting rows={6} />}
      {list.data?.items.length === 0 && <p className={table.empty}>{say('connectionsEmpty')}</p>}
      {list.data?.items.map((one) => (
        <OneConnection key={one.name} connection={one} />
      ))}
    </AdminPage>
  );
}

function OneConnection({ connection }: { connection: Connection }) {
  const say = useTexts(connectionTexts);
  const format = useFormat();
  const lang = useLang();
  const { test, probe, error, isTesting } = useTest(connection.name);
  const { calls, name } = connection;
  const failure = calls.lastError;
  return (
    <section className={styles.card} data-testid="admin-card" aria-labelledby={`connection-${name}`}>
      <div className={styles.cardHead}>
        <h2 id={`connection-${name}`}>
          <code>{name}</code>
        </h2>
        <StateWords connection={connection} />
        {connection.configured && (
          <Button
            aria-label={say('testNamed', { name })}
            loading={isTesting && { delay: 200 }}
            onClick={() => void test()}
          >
            {say('test')}
          </Button>
        )}
      </div>
      {!connection.configured && <Alert type="error" showIcon title={say('notConfiguredHelp')} />}
      <div aria-live="polite">
        {error !== null && <ProblemNotice error={error} />}
        {probe && <ProbeResult probe={probe} />}
      </div>
      <dl className={facts.facts}>
        <dt>{say('address')}</dt>
        <dd>{connection.baseUrl === null ? '–' : <code>{connection.baseUrl}</code>}</dd>
        <dt>{say('calls')}</dt>
        <dd>
          {format.number(calls.last24h)}
          {calls.failed > 0 && (
            <span className="is-bad">
              {' '}
              · <WarningFilled aria-hidden /> {say('callsFailed', { count: calls.failed })}
            </span>
          )}
          {calls.underWay > 0 && ` · ${say('callsUnderWay', { count: calls.underWay })}`}
        </dd>
        <dt>{say('lastCall')}</dt>
        <dd>{calls.lastAt === null ? say('none') : format.dateTime(calls.lastAt)}</dd>
        <dt>{say('lastFailure')}</dt>
        <dd>
          {failure === null ? (
            say('none')
          ) : (
            <>
              {format.dateTime(failure.at)} · <FailureWords failure={failure} />{' '}
              <Link to={`/agent/tickets/${failure.ticketId}`}>{say('ticket', { id: failure.ticketId })}</Link>
            </>
          )}
        </dd>
        <dt>{say('headers')}</dt>
        <dd>
          {connection.headerNames.length === 0 ? (
            say('none')
          ) : (
            <>
              <code>{connection.headerNames.join(', ')}</code> ({say('headersHelp')})
            </>
          )}
        </dd>
        <dt>{say('timeout')}</dt>
        <dd>{connection.timeoutMs === null ? say('timeoutOwn') : format.duration(connection.timeoutMs)}</dd>
        <dt>{say('allowed')}</dt>
        <dd>
          <Allowed connection={connection} />
        </dd>
        <dt>{say('privateNet')}</dt>
        <dd>{say(connection.allowPrivate ? 'privateYes' : 'privateNo')}</dd>
        <dt>{say('usedBy')}</dt>
        <dd>
          {connection.usedBy.length === 0 && say('usedByNobody')}
          <ul className={styles.uses}>
            {connection.usedBy.map(({ sop, titles, version, stepTitles }) => (
              <li key={`${sop}@${String(version)}`}>
                <Link to={`/designer/${sop}`}>{titles[lang]}</Link> {say('version', { version })} ·{' '}
                <span className="is-soft">{stepTitles.map((title) => title[lang]).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}

/** What SOPs may ask of it. */
function Allowed({ connection: { configured, methods, paths } }: { connection: Connection }) {
  const say = useTexts(connectionTexts);
  if (!configured) return '–';
  return (
    <>
      {methods === null ? say('allMethods') : <code>{methods.join(', ')}</code>}
      {' · '}
      {paths === null ? say('allPaths') : <code>{paths.join(', ')}</code>}
      {(methods === null || paths === null) && <span className="is-soft"> ({say('allHelp')})</span>}
    </>
  );
}

const SIGNS = {
  notConfigured: { look: 'is-bad', sign: <CloseCircleFilled aria-hidden /> },
  failing: { look: 'is-warn', sign: <WarningFilled aria-hidden /> },
  someFailed: { look: 'is-soft', sign: <WarningFilled aria-hidden /> },
  unused: { look: 'is-soft', sign: <MinusCircleOutlined aria-hidden /> },
  ok: { look: 'is-good', sign: <CheckCircleFilled aria-hidden /> },
} as const;

function StateWords({ connection }: { connection: Connection }) {
  const say = useTexts(connectionTexts);
  const format = useFormat();
  const state = stateOf(connection);
  const { look, sign } = SIGNS[state];
  const [failed, all] = [connection.calls.failed, connection.calls.last24h].map((n) => format.number(n));
  return (
    <span className={look}>
      {sign} {say(state, { failed: failed ?? '', all: all ?? '' })}
    </span>
  );
}

function ProbeResult({ probe }: { probe: Probe }) {
  const say = useTexts(connectionTexts);
  if (probe.ok)
    return (
      <Alert type="success" showIcon title={say('testOk', { status: probe.status ?? '–', ms: probe.ms })} />
    );
  const failure = probe.error && <FailureWords failure={probe.error} />;
  return <Alert type="error" showIcon title={say('testFailed')} description={failure} />;
}

function useTest(name: string) {
  const [probe, setProbe] = useState<Probe | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isTesting, setTesting] = useState(false);
  const test = async (): Promise<void> => {
    setTesting(true);
    setError(null);
    setProbe(null);
    try {
      const { data } = await api.POST('/api/connections/{name}/test', { params: { path: { name } } });
      setProbe(data ?? null);
    } catch (failure) {
      setError(failure);
    } finally {
      setTesting(false);
      void refresh('/api/connections');
    }
  };
  return { test, probe, error, isTesting };
}
