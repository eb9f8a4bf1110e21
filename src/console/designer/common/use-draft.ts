import { useCallback, useState } from 'react';
import { api } from '../../api/client';
import { toProblem } from '../../api/problem';
import { loadSource, type SopSource } from './use-sop-source';

/** How saving stands. `conflict`: what stands on the server instead. */
export interface Draft {
  base: SopSource;
  isSaving: boolean;
  conflict: SopSource | null;
  /** The failure of the last save that was no conflict. */
  error: unknown;
}

export interface DraftActs {
  /** True when it was saved. `over`: whatever somebody else has saved meanwhile. */
  save: (text: string, over?: SopSource) => Promise<boolean>;
  /** Goes on from another text of the server. */
  adopt: (source: SopSource) => void;
  leaveConflict: () => void;
}

/** The draft on the server and the way to it; two designers never overwrite each other without being asked. */
export function useDraft(id: string, source: SopSource): [Draft, DraftActs] {
  const [draft, setDraft] = useState<Draft>({ base: source, isSaving: false, conflict: null, error: null });
  const save = useCallback(
    async (text: string, over?: SopSource): Promise<boolean> => {
      const { revision, version } = over ?? draft.base;
      setDraft((before) => ({ ...before, isSaving: true, error: null }));
      try {
        const header = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
        const { data } = await api.PUT('/api/sops/{id}/draft', {
          params: { path: { id }, header },
          body: { source: text, format: 'yaml' },
        });
        const base = {
          text,
          version,
          by: null,
          revision: data?.revision ?? null,
          at: data?.updatedAt ?? null,
        };
        setDraft({ base, isSaving: false, conflict: null, error: null });
        return true;
      } catch (error) {
        const isConflict = toProblem(error).status === 412;
        const conflict = isConflict ? await loadSource(id).catch(() => null) : null;
        setDraft((before) => ({ ...before, isSaving: false, conflict, error: conflict ? null : error }));
        return false;
      }
    },
    [id, draft.base],
  );
  const adopt = useCallback(
    (base: SopSource) => setDraft((before) => ({ ...before, base, conflict: null, error: null })),
    [],
  );
  const leaveConflict = useCallback(() => setDraft((before) => ({ ...before, conflict: null })), []);
  return [draft, { save, adopt, leaveConflict }];
}
