import { stepOfPointer } from '../../kit/sop-diagram/graph';
import { pathOfStep, pointerOfPath } from '../yaml/yaml-place';
import type { YamlPath } from '../yaml/yaml-text';

/** What is chosen when somebody stands at a path: the step, or one of its ways. As a JSON pointer; empty for the SOP. */
export function chosenAt(path: YamlPath): string {
  const step = pathOfStep(stepOfPointer(pointerOfPath(path)));
  const rest = path.slice(step.length);
  return pointerOfPath([...step, ...wayOf(rest)]);
}

function wayOf(rest: YamlPath): YamlPath {
  const [first, second, third] = rest;
  if ((first === 'on' || first === 'after') && second !== undefined) {
    return typeof third === 'number' ? [first, second, third] : [first, second];
  }
  if (first === 'always' || first === 'onDone') return typeof second === 'number' ? [first, second] : [first];
  if (first !== 'invoke') return [];
  const end = rest.findIndex((key) => key === 'onDone' || key === 'onError');
  if (end === -1) return [];
  return rest.slice(0, typeof rest[end + 1] === 'number' ? end + 2 : end + 1);
}
