import type { Schemas } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { connectionTexts } from './texts-connections';
import styles from './connections.module.css';

type Failure = Pick<Schemas['ConnectionFailure'], 'code' | 'message' | 'reason' | 'facts' | 'detail'>;

/** Why a call or a test failed, in the reader's language; words of others as they came. */
export function FailureWords({ failure }: { failure: Failure }) {
  const say = useTexts(connectionTexts);
  const { code, message, facts } = failure;
  // A server that is newer than this page may know reasons that it has no words for.
  const isKnown = Object.hasOwn(connectionTexts.entries, `failure_${failure.reason}`);
  const reason = isKnown ? failure.reason : 'other';
  const detail = isKnown ? failure.detail : message;
  return (
    <>
      {say(`failure_${reason}`, facts)} <code>{code}</code>
      {detail !== null && (
        <>
          {' '}
          <code className={styles.detail}>{detail}</code>
        </>
      )}
    </>
  );
}
