import { useCallback } from 'react';
import { $api } from '../../api/client';
import { defineTexts } from '../../i18n/define-texts';
import { useLang, useTexts } from '../../i18n/texts';

const teamTexts = defineTexts('kit-teams', {
  missing: {
    en: 'team “{{id}}” (does not exist yet: an administrator creates it in Settings)',
    'zh-CN': '团队“{{id}}”（尚未创建，请管理员在系统设置中创建）',
  },
});

/** Teams change rarely; a live hint says when. */
const FRESH_MS = 10 * 60_000;

export function useTeams() {
  return $api.useQuery('get', '/api/teams', {}, { staleTime: FRESH_MS });
}

/**
 * The name of a team by its id; stays the same function as long as it says the same. An id is never shown just because
 * the names are still on their way; a team that does not exist is said to be missing, with what to do.
 */
export function useTeamName(): (id: string) => string {
  const lang = useLang();
  const say = useTexts(teamTexts);
  const { data, isLoading } = useTeams();
  const teams = data?.items;
  return useCallback(
    (id) => {
      if (teams === undefined) return isLoading ? '…' : id;
      return teams.find((team) => team.id === id)?.title[lang] ?? say('missing', { id });
    },
    [teams, isLoading, lang, say],
  );
}

/** How many tiers a team has; 1 while that is not known. Stays the same function as long as it says the same. */
export function useTiersOf(): (team: string) => number {
  const teams = useTeams().data?.items;
  return useCallback((id) => teams?.find((team) => team.id === id)?.tiers ?? 1, [teams]);
}
