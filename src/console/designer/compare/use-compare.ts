import { useQuery } from '@tanstack/react-query';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { $api, api } from '../../api/client';
import { useListedSop } from '../common/use-sops';
import { readYaml } from '../yaml/yaml-text';

/** What can be compared: version numbers, newest first, and `draft` before them when there is one. */
export function useEditions(id: string) {
  const { sops, sop, title } = useListedSop(id);
  const versions = $api.useQuery('get', '/api/sops/{id}/versions', {
    params: { path: { id }, query: { limit: 200 } },
  });
  const numbers = versions.data?.items.map(({ version }) => String(version)) ?? [];
  return {
    title,
    editions: sop?.hasDraft ? ['draft', ...numbers] : numbers,
    isPending: sops.isPending || versions.isPending,
    error: sops.error ?? versions.error,
    retry: () => void Promise.all([sops.refetch(), versions.refetch()]),
  };
}

async function loadEdition(id: string, edition: string): Promise<SopDefinition | null> {
  const text =
    edition === 'draft'
      ? (await api.GET('/api/sops/{id}/draft', { params: { path: { id } } })).data?.source
      : (
          await api.GET('/api/sops/{id}/versions/{n}', {
            params: { path: { id, n: edition } },
            headers: { accept: 'application/yaml' },
            parseAs: 'text',
          })
        ).data;
  const { value } = readYaml(text ?? '');
  return typeof value === 'object' && value !== null ? (value as SopDefinition) : null;
}

/** An SOP as it was in a version, or is in the draft; null when its text cannot be read. */
export function useEdition(id: string, edition: string | null) {
  return useQuery({
    queryKey: ['edition', '/api/sops/{id}/draft', id, edition],
    queryFn: () => loadEdition(id, edition ?? ''),
    enabled: edition !== null,
  });
}
