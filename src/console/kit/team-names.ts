import { $api } from '../api/client';
import { useLang } from '../i18n/texts';

/** Teams change rarely; a live hint says when. */
const FRESH_MS = 10 * 60_000;

export function useTeams() {
  return $api.useQuery('get', '/api/teams', {}, { staleTime: FRESH_MS });
}

/** The name of a team by its id. */
export function useTeamName(): (id: string) => string {
  const lang = useLang();
  const teams = useTeams().data?.items;
  return (id) => teams?.find((team) => team.id === id)?.title[lang] ?? id;
}
