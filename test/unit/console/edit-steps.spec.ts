import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkSop } from '../../../src/engine/index';
import { listReferences, renameStep } from '../../../src/console/designer/panel/edit-references';
import {
  addStep,
  addWayTo,
  eventFromTitle,
  faultOfName,
  NEW_KINDS,
  placeOfNew,
  removeStep,
} from '../../../src/console/designer/panel/edit-steps';
import { valueAt } from '../../../src/console/designer/yaml/edit-value';
import { editYaml } from '../../../src/console/designer/yaml/edit-yaml';
import { newSopYaml } from '../../../src/console/designer/common/new-sop-yaml';
import { listStates } from '../../../src/console/designer/yaml/targets';
import { pathOfStep } from '../../../src/console/designer/yaml/yaml-place';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text';

const SOPS = readdirSync('workflows')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`workflows/${name}`, 'utf8'));
const NEW = newSopYaml({
  id: 'address-change',
  en: 'Change of address',
  zh: '修改地址',
  team: 'after-sales',
});
const TITLES = { en: 'Call back', zh: '回电' };

const SCOPES = `id: s
initial: one
meta:
  reopenAt: one
  never:
    - { id: r, step: one.look }
states:
  one:
    initial: look
    states:
      look: # the first
        on:
          A: { target: ask }
          B: { target: '#s.one.look' }
          C: { target: '#s.look' }
      ask:
        on: { A: look, B: look.deep, C: '#s.two.look', D: nowhere }
      back: { type: history, target: look }
    onDone: two
  look:
    on: { A: one, B: one.look }
  two:
    initial: look
    on: { OUT: .look, UP: look }
    states:
      look: { always: [{ target: '#s.one', guard: { type: cel } }, '#s.look'] }
`;

describe('A new step', () => {
  it.each(NEW_KINDS)('of the kind %s leaves the check nothing to forbid', (kind) => {
    const value = readYaml(NEW).value;
    const step = { kind, name: 'call-back', target: 'handle', ...TITLES };
    const text = editYaml(NEW, [
      ...addStep(value, '', 'handle', step),
      ...addWayTo(valueAt(value, ['states', 'handle']), ['states', 'handle'], 'call-back', TITLES),
    ]);
    const states = valueAt(readYaml(text).value, ['states']) as Record<string, unknown>;
    expect(Object.keys(states).slice(0, 2)).toEqual(['handle', 'call-back']);
    expect(checkSop(text).findings).toEqual([]);
    expect(
      text
        .replace(/ {6}CALL_BACK:[\s\S]*?(?=\n {6}\S|\n {4}\S)\n/, '')
        .replace(/ {2}call-back:[\s\S]*?\n(?= {2}\S)/, ''),
    ).toBe(NEW);
  });

  it('stands behind its neighbour in its group, with the empty line that parts the others', () => {
    const [, , , , sop = ''] = SOPS;
    const value = readYaml(sop).value;
    const [group] = listStates(value)
      .filter(({ type }) => type === 'compound')
      .slice(1);
    if (!group) throw new Error('no group');
    const names = Object.keys(group.def['states'] as object);
    const step = { kind: 'human' as const, name: 'call-back', target: names[0] ?? '', ...TITLES };
    const text = editYaml(sop, addStep(value, group.id, names[0], step));
    const after = valueAt(readYaml(text).value, [...pathOfStep(group.id), 'states']) as object;
    expect(Object.keys(after)).toEqual([names[0], 'call-back', ...names.slice(1)]);
    expect(text).toMatch(/\n\n {6}call-back:\n/);
    const lines = text.split('\n');
    expect(lines.filter((line) => !sop.includes(line))).not.toContain('');
    expect(text.length - sop.length).toBeLessThan(700);
  });

  it('goes into a group that is chosen, else behind what is chosen', () => {
    const states = new Map(listStates(readYaml(SCOPES).value).map((state) => [state.id, state]));
    const placeOf = (id: string) => {
      const state = states.get(id);
      return state && placeOfNew(state);
    };
    expect(placeOf('')).toEqual({ group: '', after: undefined });
    expect(placeOf('one')).toEqual({ group: 'one', after: undefined });
    expect(placeOf('one.ask')).toEqual({ group: 'one', after: 'ask' });
    expect(placeOf('look')).toEqual({ group: '', after: 'look' });
  });

  it('has an id that the engine takes, and an event of its own', () => {
    expect(
      ['a b', '', '1a', 'a.b', '#a', 'constructor', '__proto__'].map((name) => faultOfName(name, [])),
    ).toEqual(Array.from({ length: 7 }, () => 'badName'));
    expect(faultOfName('ask', ['ask'])).toBe('taken');
    expect(faultOfName('回电', [])).toBeNull();
    expect(eventFromTitle('Ask once more!')).toBe('ASK_ONCE_MORE');
    const [edit] = addWayTo({ on: { CALL_BACK: 'x', CALL_BACK_2: 'y' } }, [], 'b', TITLES);
    expect(edit?.path).toEqual(['on', 'CALL_BACK_3']);
    expect(addWayTo({}, [], 'b', { en: '呼', zh: '呼' })[0]?.path).toEqual(['on', 'NEXT']);
  });
});

describe('A step that goes', () => {
  it('takes nothing with it, so that the check tells what led there', () => {
    const text = editYaml(NEW, removeStep('no-answer'));
    expect(NEW.startsWith(text.trimEnd())).toBe(true);
    expect(checkSop(text).findings.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-target', '/states/waiting-for-customer/after/P3D/target'],
    ]);
  });
});

describe('Another id of a step', () => {
  it('is taken over by all that means the step, and by nothing that means another one of its name', () => {
    const value = readYaml(SCOPES).value;
    const text = editYaml(SCOPES, renameStep(value, 'one.look', 'see'));
    expect(text).toBe(
      SCOPES.replace('step: one.look', 'step: one.see')
        .replace('initial: look', 'initial: see')
        .replace('      look: # the first', '      see: # the first')
        .replace("'#s.one.look'", "'#s.one.see'")
        .replace('A: look, B: look.deep', 'A: see, B: look.deep')
        .replace('history, target: look', 'history, target: see')
        .replace('B: one.look', 'B: one.see'),
    );
  });

  it('of a group changes the beginning of what is inside of it', () => {
    const text = editYaml(SCOPES, renameStep(readYaml(SCOPES).value, 'one', 'first'));
    expect(text).toBe(
      SCOPES.replace('initial: one', 'initial: first')
        .replace('reopenAt: one', 'reopenAt: first')
        .replace('step: one.look', 'step: first.look')
        .replace('  one:\n', '  first:\n')
        .replace("'#s.one.look'", "'#s.first.look'")
        .replace('A: one, B: one.look', 'A: first, B: first.look')
        .replace("target: '#s.one',", "target: '#s.first',"),
    );
  });

  it('leads all ways of the SOPs that ship where they led before', () => {
    for (const sop of SOPS) {
      const value = readYaml(sop).value;
      const before = listReferences(value);
      expect(before.length).toBeGreaterThan(20);
      for (const { id } of listStates(value)
        .slice(1)
        .filter((_, index) => index % 8 === 0)) {
        const own = id.split('.');
        const renamed = [...own.slice(0, -1), 'renamed'].join('.');
        const follow = (other: string): string =>
          other === id || other.startsWith(`${id}.`) ? renamed + other.slice(id.length) : other;
        const text = editYaml(sop, renameStep(value, id, 'renamed'));
        expect(listReferences(readYaml(text).value).map(({ to }) => to)).toEqual(
          before.map(({ to }) => follow(to)),
        );
        expect(text.split('\n').length).toBe(sop.split('\n').length);
        expect(text.match(/#.*/g)?.length).toBe(sop.match(/#.*/g)?.length);
        expect(editYaml(text, renameStep(readYaml(text).value, renamed, own.at(-1) ?? ''))).toBe(sop);
      }
    }
  });
});
