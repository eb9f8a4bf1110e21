import { $api } from '../api/client';
import { useLang } from '../i18n/texts';

/** All teams with their names in the reader's language. */
export function useTeams(): { id: string; name: string }[] {
  const lang = useLang();
  const { data } = $api.useQuery('get', '/api/teams', {}, { staleTime: 60_000 });
  return data?.items.map(({ id, title }) => ({ id, name: title[lang] })) ?? [];
}
