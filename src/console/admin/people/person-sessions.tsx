import { Button, Modal } from 'antd';
import { useState } from 'react';
import { $api, api, type Schemas } from '../../api/client';
import { refresh } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { SessionList } from '../../kit/account/session-list';
import { sessionTexts } from '../../kit/account/texts-sessions';
import { useConfirm } from '../../kit/use-confirm';
import { useToast } from '../../kit/use-toast';
import { useFocusBack } from '../../kit/use-focus-back';

/** Where a person is signed in, for the administrator who ends it. */
export function PersonSessions(props: { user: Schemas['UserDto']; onClose: () => void }) {
  useFocusBack();
  const { id: userId, name } = props.user;
  const say = useTexts(sessionTexts);
  const toast = useToast();
  const confirm = useConfirm();
  const query = $api.useQuery('get', '/api/users/{userId}/sessions', { params: { path: { userId } } });
  const [error, setError] = useState<unknown>(null);

  const act = async (send: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await send();
      toast.success(say('ended'));
      await refresh('/api/users/{userId}/sessions');
    } catch (failure) {
      setError(failure);
    }
  };
  const end = (id: string): Promise<void> =>
    act(() => api.DELETE('/api/users/{userId}/sessions/{id}', { params: { path: { userId, id } } }));
  const endAll = async (): Promise<void> => {
    const help = say('othersEverywhereHelp', { name });
    if (await confirm({ title: `${say('everywhere')}?`, help, go: say('everywhere') }))
      await act(() => api.DELETE('/api/users/{userId}/sessions', { params: { path: { userId } } }));
  };

  return (
    <Modal
      open
      title={say('others', { name })}
      onCancel={props.onClose}
      width={560}
      footer={[
        <Button key="all" danger disabled={query.data?.items.length === 0} onClick={() => void endAll()}>
          {say('everywhere')}
        </Button>,
        <Button key="close" type="primary" onClick={props.onClose}>
          {say('close')}
        </Button>,
      ]}
    >
      {query.isPending && <Waiting />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <SessionList sessions={query.data.items} onEnd={({ id }) => void end(id)} />}
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}
