import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useConfirm } from '../../kit/use-confirm';
import { useToast } from '../../kit/use-toast';
import { versionTexts } from './texts-versions';
import { keepUnsaved } from '../common/unsaved';
import { loadSource } from '../common/use-sop-source';

/** Makes an old version the draft again, after asking when there is one already. */
export function useRestore(id: string): { isBusy: boolean; run: (version: number) => Promise<void> } {
  const say = useTexts(versionTexts);
  const format = useFormat();
  const words = useProblemWords();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);

  const put = async (version: number, revision: number | null): Promise<void> => {
    const { data: source = '' } = await api.GET('/api/sops/{id}/versions/{n}', {
      params: { path: { id, n: String(version) } },
      headers: { accept: 'application/yaml' },
      parseAs: 'text',
    });
    const header = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
    await api.PUT('/api/sops/{id}/draft', {
      params: { path: { id }, header },
      body: { source, format: 'yaml' },
    });
    // What stood unsaved in this browser's editor belongs to the text that has just been replaced.
    keepUnsaved(id, null);
    await refresh('/api/sops');
    toast.success(say('restored', { version }));
    void navigate(`/designer/${id}`);
  };
  const run = async (version: number): Promise<void> => {
    setBusy(true);
    try {
      // The draft as it stands now, not as this page saw it when it was opened.
      const { revision, by, at } = await loadSource(id);
      const isSure =
        revision === null ||
        (await confirm({
          title: say('restoreTitle', { version }),
          help: say('restoreHelp', { name: by ?? say('somebody'), time: format.time(at ?? Date.now()) }),
          go: say('replace'),
        }));
      if (isSure) await put(version, revision);
    } catch (error) {
      const { title, detail } = words(error);
      toast.error(`${title} ${detail}`);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, run };
}
