import { CloudUploadOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useConfirm } from '../../kit/use-confirm';
import { ActMenu } from '../../kit/act-menu';
import { useToast } from '../../kit/use-toast';
import type { PlacedFinding } from '../common/findings';
import { PublishDialog } from './publish-dialog';
import { versionTexts } from './texts-versions';
import { keepUnsaved } from '../common/unsaved';
import type { Draft } from '../common/use-draft';
import { loadSource, type SopSource } from '../common/use-sop-source';
import type { ReadText } from '../common/use-text';

interface Props {
  sop: string;
  title: string;
  draft: Draft;
  read: ReadText;
  isDirty: boolean;
  onSave: () => void;
  onGo: (finding: PlacedFinding) => void;
  /** Puts another text of the server into the editor. */
  onTake: (source: SopSource) => void;
}

/** What ends a draft: publishing it, or throwing it away. */
export function PublishActs(props: Props) {
  const say = useTexts(versionTexts);
  const [isOpen, setOpen] = useState(false);
  const discard = useDiscard(props);
  const { draft, isDirty } = props;
  const hasDraft = draft.base.revision !== null;
  const isNothing = !hasDraft && !isDirty;
  return (
    <>
      <Tooltip title={isNothing ? say('publishHelp') : undefined}>
        <Button
          type={hasDraft && !isDirty ? 'primary' : 'default'}
          icon={<CloudUploadOutlined aria-hidden />}
          disabled={isNothing}
          onClick={() => setOpen(true)}
        >
          {say('publish')}
        </Button>
      </Tooltip>
      <ActMenu
        placement="bottomLeft"
        items={[
          { key: 'discard', danger: true, disabled: !hasDraft, label: say('discard'), onClick: discard },
        ]}
      >
        {(button) => (
          <Button ref={button} type="text" icon={<MoreOutlined aria-hidden />} aria-label={say('more')} />
        )}
      </ActMenu>
      {isOpen && <PublishDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function useDiscard({ sop, draft, onTake }: Props): () => void {
  const say = useTexts(versionTexts);
  const words = useProblemWords();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const { revision, version } = draft.base;
  const discard = async (): Promise<void> => {
    try {
      const header = { 'If-Match': `"${revision ?? 0}"` };
      await api.DELETE('/api/sops/{id}/draft', { params: { path: { id: sop }, header } });
      if (version === null) {
        keepUnsaved(sop, null);
        void navigate('/designer');
      } else onTake(await loadSource(sop));
      toast.success(say('discarded'));
    } catch (error) {
      const { title, detail } = words(toProblem(error));
      toast.error(`${title} ${detail}`);
    } finally {
      void refresh('/api/sops');
    }
  };
  const ask = async (): Promise<void> => {
    const help = version === null ? say('discardAll') : say('discardHelp', { version });
    if (await confirm({ title: say('discardTitle'), help, go: say('discard') })) await discard();
  };
  return () => void ask();
}
