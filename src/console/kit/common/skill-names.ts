import { useCallback } from 'react';
import { $api } from '../../api/client';
import { useLang } from '../../i18n/texts';

/** Skills change rarely; a live hint says when. */
const FRESH_MS = 10 * 60_000;

export function useSkills() {
  return $api.useQuery('get', '/api/skills', {}, { staleTime: FRESH_MS });
}

/**
 * How a skill is called in the reader's language; stays the same function as long as it says the same. One that nobody
 * has and nobody has given a title is called by its name.
 */
export function useSkillName(): (skill: string) => string {
  const lang = useLang();
  const { data, isLoading } = useSkills();
  const skills = data?.items;
  return useCallback(
    (name) => {
      if (skills === undefined) return isLoading ? '…' : name;
      return skills.find(({ skill }) => skill === name)?.title[lang] ?? name;
    },
    [skills, isLoading, lang],
  );
}
