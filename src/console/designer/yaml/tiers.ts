import { valueAt } from './edit-value';
import type { YamlPath } from './yaml-text';

/**
 * How many tiers there are to choose from at a place that may say a team (the `meta` of a state, the target of an action):
 * those of its team, else of the state's, of the phases around it, of the SOP. Of an unknown team: the most that any has.
 */
export function tiersAt(sop: unknown, place: YamlPath, tiers: Readonly<Record<string, number>>): number {
  const most = Math.max(1, ...Object.values(tiers));
  for (const at of [place, ...metasAround(place)]) {
    const team = valueAt(sop, [...at, 'team']);
    if (typeof team === 'string') return (Object.hasOwn(tiers, team) ? tiers[team] : undefined) ?? most;
  }
  return most;
}

/** The `meta` of the state in which a place lies, of the phases around it, and of the SOP. */
function metasAround(place: YamlPath): YamlPath[] {
  const metas: YamlPath[] = [];
  for (let length = 0; length <= place.length; length += 2) {
    metas.unshift([...place.slice(0, length), 'meta']);
    if (place[length] !== 'states') break;
  }
  return metas;
}
