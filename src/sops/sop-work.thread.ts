import { checkSop, diffSops, parseSop } from '../engine/index.js';
import type { CheckedSop, SopDiff } from '../engine/index.js';
import { carried } from '../threads/task.js';
import { renderYaml } from './sop-yaml.js';
import type { CheckInput, DiffInput, ReadInput, ReadText } from './sop-tasks.js';
import { SopUnreadable } from './sops-problems.js';

export const check = carried(({ source, format, known }: CheckInput): CheckedSop =>
  checkSop(source, format, known),
);

export const read = carried(({ source, format, asYaml }: ReadInput): ReadText => {
  const { definition, findings } = parseSop(source, format);
  if (definition === null) throw new SopUnreadable(findings);
  return { definition, yaml: format === 'yaml' ? source : asYaml ? renderYaml(definition) : null };
});

export const diff = carried(({ before, after }: DiffInput): SopDiff =>
  diffSops(definitionOf(before), definitionOf(after)),
);

function definitionOf({ source, format }: DiffInput['before']): Parameters<typeof diffSops>[0] {
  const { definition, findings } = parseSop(source, format);
  if (definition === null) throw new SopUnreadable(findings);
  return definition;
}
