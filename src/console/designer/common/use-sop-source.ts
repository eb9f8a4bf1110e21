import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { toProblem } from '../../api/problem';

/** The text that a designer goes on from: the draft, or the newest version when there is none. */
export interface SopSource {
  text: string;
  /** Of the draft; null when there is none. */
  revision: number | null;
  /** Newest published version; null when there is none. */
  version: number | null;
  by: string | null;
  /** When the draft was saved (ISO 8601). */
  at: string | null;
}

/** The draft of an SOP, else its newest version. Throws ApiProblem 404 when there is no such SOP. */
export async function loadSource(id: string): Promise<SopSource> {
  const { data: sops } = await api.GET('/api/sops', { params: { query: { limit: 200 } } });
  const sop = sops?.items.find((one) => one.id === id);
  const version = sop?.version ?? null;
  // A draft that cannot be read is in no list; it must be possible to mend it.
  const draft =
    sop?.hasDraft === false
      ? null
      : await api
          .GET('/api/sops/{id}/draft', { params: { path: { id } } })
          .then(({ data }) => data ?? null, ignoreMissing);
  if (draft) {
    const { source, revision, updatedByName, updatedAt } = draft;
    return { text: source, revision, version, by: updatedByName, at: updatedAt };
  }
  const { data } = await api.GET('/api/sops/{id}/versions/{n}', {
    params: { path: { id, n: 'newest' } },
    headers: { accept: 'application/yaml' },
    parseAs: 'text',
  });
  return { text: data ?? '', revision: null, version, by: null, at: null };
}

function ignoreMissing(error: unknown): null {
  if (toProblem(error).status === 404) return null;
  throw error;
}

export function useSopSource(id: string) {
  return useQuery({
    // Named as a path below /api/sops, so that what others save makes it stale.
    queryKey: ['source', '/api/sops/{id}/draft', id],
    queryFn: () => loadSource(id),
  });
}
