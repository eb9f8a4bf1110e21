import { useMemo } from 'react';
import { $api } from '../../api/client';
import type { Knowledge } from '../yaml/complete';
import { isRecord } from '../yaml/yaml-render';

const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

/** What completion and the panel offer: the format, the teams, the skills there are, and the systems and skills that the text names already. */
export function useKnowledge(value: unknown): Knowledge | null {
  const schema = $api.useQuery('get', '/api/sop.schema.json', {}, FOREVER).data;
  const teams = $api.useQuery('get', '/api/teams', {}, FOREVER).data;
  const skills = $api.useQuery('get', '/api/skills', {}, FOREVER).data;
  return useMemo(() => {
    if (!isRecord(schema)) return null;
    const named = {
      connections: new Set<string>(),
      skills: new Set(skills?.items.map(({ skill }) => skill)),
    };
    collect(value, named, 0);
    return {
      schema,
      teams: teams?.items.map(({ id }) => id) ?? [],
      tiers: Object.fromEntries(teams?.items.map(({ id, tiers }) => [id, tiers]) ?? []),
      skills: [...named.skills],
      connections: [...named.connections],
    };
  }, [schema, teams, skills, value]);
}

/** The names that stand anywhere in the SOP. */
function collect(
  value: unknown,
  named: { connections: Set<string>; skills: Set<string> },
  depth: number,
): void {
  if (typeof value !== 'object' || value === null || depth > 60) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'connection' && typeof inner === 'string') named.connections.add(inner);
    if (key === 'skills' && Array.isArray(inner)) {
      for (const skill of inner) if (typeof skill === 'string') named.skills.add(skill);
    }
    collect(inner, named, depth + 1);
  }
}
