import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { $api, api, type Schemas } from '../../api/client';
import { refresh } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { PlacedFinding } from '../common/findings';
import { PublishChanges } from './publish-changes';
import { versionTexts } from './texts-versions';
import type { Draft } from '../common/use-draft';
import type { ReadText } from '../common/use-text';
import { InFlightSteps } from './versions-in-flight';
import { useFocusBack } from '../../kit/use-focus-back';
import findingsList from '../common/findings.module.css';
import help from './help.module.css';
import publishStyles from './publish.module.css';

type Published = Schemas['SopPublished'];

interface Props {
  sop: string;
  title: string;
  draft: Draft;
  read: ReadText;
  isDirty: boolean;
  onSave: () => void;
  onGo: (finding: PlacedFinding) => void;
  onClose: () => void;
}

/** Before a draft becomes the next version: what forbids it, what changes, and which tickets stay behind. */
export function PublishDialog(props: Props) {
  useFocusBack();
  const { sop, title, draft, read, isDirty, onClose } = props;
  const say = useTexts(versionTexts);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [published, setPublished] = useState<Published | null>(null);
  // What is said stays what it was when the dialog was opened, although publishing moves the editor on.
  const [{ version, revision }, setBase] = useState(draft.base);
  if (published === null && draft.base.revision !== revision) setBase(draft.base);
  const next = (version ?? 0) + 1;
  const errors = read.findings.filter(({ severity }) => severity === 'error');
  const isReady = !isDirty && !read.isChecking && errors.length === 0 && revision !== null;

  const publish = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const header = { 'If-Match': `"${revision ?? 0}"` };
      const { data } = await api.POST('/api/sops/{id}/publish', { params: { path: { id: sop }, header } });
      setPublished(data ?? null);
      void refresh('/api/sops');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  if (published !== null) return <PublishedDialog published={published} onClose={onClose} />;
  return (
    <Modal
      open
      width={620}
      title={say('publishTitle', { title })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {say('cancel')}
        </Button>,
        isDirty ? (
          <Button key="save" type="primary" loading={draft.isSaving && { delay: 200 }} onClick={props.onSave}>
            {say('saveFirst')}
          </Button>
        ) : (
          <Button
            key="publish"
            type="primary"
            disabled={!isReady}
            loading={isBusy && { delay: 200 }}
            onClick={() => void publish()}
          >
            {say('publishAs', { version: next })}
          </Button>
        ),
      ]}
    >
      <div className={publishStyles.publish}>
        {isDirty ? (
          <p className={publishStyles.line}>
            <WarningFilled className="is-warn" data-testid="finding-warning" aria-hidden /> {say('notSaved')}
          </p>
        ) : (
          <>
            <PublishFindings {...props} />
            <PublishChanges sop={sop} version={version} isShown={errors.length === 0} />
            <PublishInFlight sop={sop} version={version} next={next} />
          </>
        )}
        {Boolean(error) && <ProblemNotice error={error} onRetry={() => void publish()} />}
      </div>
    </Modal>
  );
}

const MOST_FINDINGS = 5;

function PublishFindings({ read, onGo, onClose }: Props) {
  const say = useTexts(versionTexts);
  const errors = read.findings.filter(({ severity }) => severity === 'error');
  const shown = errors.length > 0 ? errors : read.findings;
  return (
    <section>
      <h3>{say('check')}</h3>
      <p className={publishStyles.line} role="status">
        {read.isChecking ? (
          say('checking')
        ) : errors.length > 0 ? (
          <>
            <CloseCircleFilled className="is-bad" data-testid="finding-error" aria-hidden />{' '}
            {say('forbidden', { count: errors.length })}
          </>
        ) : shown.length > 0 ? (
          <>
            <WarningFilled className="is-warn" data-testid="finding-warning" aria-hidden />{' '}
            {say('warned', { count: shown.length })}
          </>
        ) : (
          <>
            <CheckCircleFilled className="is-good" data-testid="finding-good" aria-hidden />{' '}
            {say('mayPublish')}
          </>
        )}
      </p>
      {shown.length > 0 && (
        <ul className={publishStyles.findings}>
          {shown.slice(0, MOST_FINDINGS).map((finding, index) => (
            <li key={index}>
              <button
                type="button"
                className={findingsList.finding}
                onClick={() => {
                  onClose();
                  onGo(finding);
                }}
              >
                {finding.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown.length > MOST_FINDINGS && (
        <p className={help.help}>{say('moreFindings', { count: shown.length - MOST_FINDINGS })}</p>
      )}
    </section>
  );
}

function PublishInFlight({ sop, version, next }: { sop: string; version: number | null; next: number }) {
  const say = useTexts(versionTexts);
  const found = $api.useQuery(
    'get',
    '/api/sops/{id}/in-flight',
    { params: { path: { id: sop } } },
    { enabled: version !== null },
  );
  if (version === null) return null;
  const { items = [], versions = [] } = found.data ?? {};
  const count = versions.reduce((sum, { tickets }) => sum + tickets, 0);
  return (
    <section>
      <h3>{say('inFlight')}</h3>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <p className={publishStyles.line}>
          {count === 0 ? say('noneInFlight') : say('stayBehind', { count, version: next })}
        </p>
      )}
      {versions
        .filter(({ tickets }) => tickets > 0)
        .map((one) => (
          <details key={one.version} className={publishStyles.flight} open={versions.length === 1}>
            <summary>
              {say('version', { version: one.version })} · {say('tickets')} {one.tickets}
            </summary>
            <InFlightSteps
              items={items.filter((item) => item.version === one.version)}
              label={say('openTickets', { name: say('version', { version: one.version }) })}
            />
          </details>
        ))}
    </section>
  );
}

function PublishedDialog({ published, onClose }: { published: Published; onClose: () => void }) {
  const say = useTexts(versionTexts);
  const { id, version, created, inFlight } = published;
  const count = inFlight.reduce((sum, { tickets }) => sum + tickets, 0);
  return (
    <Modal
      open
      width={480}
      title={
        <>
          <CheckCircleFilled className="is-good" data-testid="finding-good" aria-hidden />{' '}
          {say('publishedNow', { version })}
        </>
      }
      onCancel={onClose}
      footer={[
        <Link key="versions" to={`/designer/${id}/versions`} className={publishStyles.away}>
          {say('versionsOf', { title: id })}
        </Link>,
        <Button key="close" type="primary" autoFocus onClick={onClose}>
          {say('close')}
        </Button>,
      ]}
    >
      <p>{created ? say('publishedHelp') : say('nothingNew', { version })}</p>
      {count > 0 && <p>{say('stayed', { count })}</p>}
    </Modal>
  );
}
