import type { Schemas } from '../../api/client';

export const STEP_CHANGES = ['added', 'changed', 'removed'] as const;
type StepChange = (typeof STEP_CHANGES)[number];

/**
 * Titles of the steps that a comparison is about. A step one of whose ways differs is a changed step, too; `root`: the
 * SOP as a whole differs.
 */
export function changedSteps(diff: Schemas['SopDiff']): Record<StepChange, string[]> & { root: boolean } {
  const withWays = new Set(
    diff.transitions.filter(({ status }) => status !== 'same').map(({ from }) => from),
  );
  const found: Record<StepChange, string[]> = { added: [], changed: [], removed: [] };
  for (const { step, title, status } of diff.steps) {
    if (status !== 'same') found[status].push(title);
    else if (step !== '' && withWays.has(step)) found.changed.push(title);
  }
  return { ...found, root: diff.root.length > 0 || withWays.has('') };
}
