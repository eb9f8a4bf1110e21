import { useCallback } from 'react';
import { $api } from '../api/client';
import { useLang } from '../i18n/texts';

/** Teams change rarely; a live hint says when. */
const FRESH_MS = 10 * 60_000;

export function useTeams() {
  return $api.useQuery('get', '/api/teams', {}, { staleTime: FRESH_MS });
}

/** The name of a team by its id; stays the same function as long as it says the same. */
export function useTeamName(): (id: string) => string {
  const lang = useLang();
  const teams = useTeams().data?.items;
  return useCallback((id) => teams?.find((team) => team.id === id)?.title[lang] ?? id, [teams, lang]);
}
