import { Button, Modal } from 'antd';
import { useState } from 'react';
import { $api, api } from '../api/client';
import { refresh } from '../api/queries';
import { session } from '../api/session';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { SessionList } from '../kit/account/session-list';
import { sessionTexts } from '../kit/account/texts-sessions';
import { useConfirm } from '../kit/use-confirm';
import { useToast } from '../kit/use-toast';
import { useFocusBack } from '../kit/use-focus-back';
import styles from './own-sessions.module.css';

/** Where the person is signed in, to be ended one by one or all. */
export default function OwnSessions({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const say = useTexts(sessionTexts);
  const toast = useToast();
  const confirm = useConfirm();
  const query = $api.useQuery('get', '/api/me/sessions', {}, { staleTime: 0 });
  const [error, setError] = useState<unknown>(null);

  const end = async (id: string): Promise<void> => {
    setError(null);
    try {
      await api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } });
      toast.success(say('ended'));
      await refresh('/api/me/sessions');
    } catch (failure) {
      setError(failure);
    }
  };
  const endAll = async (): Promise<void> => {
    const question = { title: `${say('everywhere')}?`, help: say('everywhereHelp'), go: say('everywhere') };
    if (!(await confirm(question))) return;
    try {
      await api.DELETE('/api/me/sessions');
      session.signOut();
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Modal
      open
      title={say('mine')}
      onCancel={onClose}
      width={560}
      footer={[
        <Button key="all" danger onClick={() => void endAll()}>
          {say('everywhere')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {say('close')}
        </Button>,
      ]}
    >
      <p className={styles.help}>{say('mineHelp')}</p>
      {query.isPending && <Waiting />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <SessionList sessions={query.data.items} onEnd={({ id }) => void end(id)} />}
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}
