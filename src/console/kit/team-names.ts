import { useCallback } from 'react';
import { $api } from '../api/client';
import { useLang } from '../i18n/texts';

/** Teams change rarely; a live hint says when. */
const FRESH_MS = 10 * 60_000;

export function useTeams() {
  return $api.useQuery('get', '/api/teams', {}, { staleTime: FRESH_MS });
}

/**
 * The name of a team by its id; stays the same function as long as it says the same. An id is never shown just because
 * the names are still on their way.
 */
export function useTeamName(): (id: string) => string {
  const lang = useLang();
  const { data, isLoading } = useTeams();
  const teams = data?.items;
  return useCallback(
    (id) => teams?.find((team) => team.id === id)?.title[lang] ?? (isLoading ? '…' : id),
    [teams, isLoading, lang],
  );
}
