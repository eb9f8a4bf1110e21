import { useLang } from '../../i18n/texts';
import { useTeams as useAllTeams } from '../../kit/common/team-names';

/** All teams with their names in the reader's language. */
export function useTeams(): { id: string; name: string }[] {
  const lang = useLang();
  const { data } = useAllTeams();
  return data?.items.map(({ id, title }) => ({ id, name: title[lang] })) ?? [];
}
