import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { applyToValue, prunedPath } from '../../../src/console/designer/yaml/edit-value.js';
import type { Edit } from '../../../src/console/designer/yaml/edit-value.js';
import { changeBetween, editYaml, NotEditable } from '../../../src/console/designer/yaml/edit-yaml.js';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text.js';

const SOPS = readdirSync('workflows')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`workflows/${name}`, 'utf8'));

const SMALL = `# About it
id: small # its name
states:
  # The first step.
  check:
    on:
      APPROVE: { target: done, meta: { title: { en: Approve, zh-CN: 通过 } } }
    meta:
      kind: human
      title: { en: Check, zh-CN: 审核 }
      instructions:
        en: |
          Look at it.

          - twice
        zh-CN: 看看。   # short
      checklist:
        - id: photos
          text: { en: Photos, zh-CN: 照片 }
        # the second
        - id: order
          text: { en: Order, zh-CN: 订单 }
      skills: [refunds]

  done: { type: final }
`;

function linesChanged(before: string, after: string): number {
  const change = changeBetween(before, after);
  if (!change) return 0;
  return Math.max(before.slice(change.from, change.to).split('\n').length, change.insert.split('\n').length);
}

/** Paths of all values of a document. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const inner = keys.flatMap((key) =>
    pathsOf((value as Record<string | number, unknown>)[key], [...path, key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

describe('An edit of an SOP text', () => {
  it('changes the words of a text between braces and nothing else', () => {
    const path = ['states', 'check', 'meta', 'title', 'en'];
    expect(editYaml(SMALL, [{ act: 'set', path, value: 'Verify' }])).toBe(
      SMALL.replace('{ en: Check,', '{ en: Verify,'),
    );
  });

  it('writes braces in several lines when a text in them gets several', () => {
    const path = ['states', 'check', 'meta', 'title', 'en'];
    const after = editYaml(SMALL, [{ act: 'set', path, value: 'One\nTwo\n' }]);
    expect(after).toContain(
      '      title:\n        en: |\n          One\n          Two\n        zh-CN: 审核\n',
    );
  });

  it('keeps a text of several lines one, and the comment behind another', () => {
    const path = ['states', 'check', 'meta', 'instructions', 'en'];
    const after = editYaml(SMALL, [{ act: 'set', path, value: 'Look at all of it.\n\n- twice\n' }]);
    expect(after).toBe(SMALL.replace('Look at it.', 'Look at all of it.'));
  });

  it('adds what is missing, with everything that leads to it, before the empty line that follows', () => {
    const path = ['states', 'check', 'meta', 'sla', 'within'];
    expect(editYaml(SMALL, [{ act: 'set', path, value: 'PT4H' }])).toBe(
      SMALL.replace(
        '      skills: [refunds]\n',
        '      skills: [refunds]\n      sla:\n        within: PT4H\n',
      ),
    );
  });

  it('adds an item to a list in its style', () => {
    const path = ['states', 'check', 'meta', 'checklist', 2];
    const value = { id: 'amount', text: { en: 'Amount', 'zh-CN': '金额' } };
    expect(editYaml(SMALL, [{ act: 'set', path, value }])).toContain(
      '        - id: amount\n          text: { en: Amount, zh-CN: 金额 }\n      skills',
    );
    const skills = ['states', 'check', 'meta', 'skills', 1];
    expect(editYaml(SMALL, [{ act: 'set', path: skills, value: 'vip' }])).toContain('[refunds, vip]');
  });

  it('takes an item out with the comment above it, and the list with its last item', () => {
    const list = ['states', 'check', 'meta', 'checklist'];
    const one = editYaml(SMALL, [{ act: 'remove', path: [...list, 1] }]);
    expect(one).not.toContain('the second');
    expect(one).toContain('照片 }\n      skills');
    const none = editYaml(one, [{ act: 'remove', path: [...list, 0] }]);
    expect(none).not.toContain('checklist');
    expect(none).toContain('# short\n      skills');
  });

  it('exchanges two items and gives a key another name', () => {
    const list = ['states', 'check', 'meta', 'checklist'];
    const after = editYaml(SMALL, [
      { act: 'swap', path: list, a: 0, b: 1 },
      { act: 'rename', path: ['states', 'check', 'on', 'APPROVE'], to: 'GRANT' },
    ]);
    expect(after).toContain('      GRANT: { target: done,');
    expect(after.indexOf('id: order')).toBeLessThan(after.indexOf('id: photos'));
    expect(after).toContain('# the second');
  });

  it('is refused in a text that is no YAML', () => {
    const edit: Edit = { act: 'set', path: ['id'], value: 'x' };
    expect(() => editYaml('id: [a\nstates: {', [edit])).toThrow(NotEditable);
  });

  it('touches no line but its own in any text of the SOPs that ship', () => {
    for (const text of SOPS) {
      const paths = pathsOf(readYaml(text).value);
      const texts = paths.filter((path) => path.at(-1) === 'en' || path.at(-1) === 'zh-CN').slice(0, 15);
      for (const path of texts) {
        const after = editYaml(text, [{ act: 'set', path, value: 'Other words' }]);
        const old = String(path.reduce<unknown>((at, key) => (at as never)[key], readYaml(text).value));
        expect(linesChanged(text, after)).toBeLessThanOrEqual(old.split('\n').length + 1);
        expect(after.match(/#.*/g)?.length).toBe(text.match(/#.*/g)?.length);
      }
    }
  });

  it('keeps every blank of a text that has nothing else', () => {
    const text = 'id: x\nmeta:\n  title: { en: Refund, zh-CN: 退款 }\n  team: desk\n';
    const blanks = [' \n', '  \n\n', ' \t\n', '\n \n', '\n', '\n\n', '\t', ' \n '];
    for (const path of [['id'], ['meta', 'title', 'en'], ['meta', 'team'], ['new']])
      for (const blank of blanks)
        for (const value of [blank, [blank], [[blank]], { en: blank }, { [blank]: 1 }]) {
          const edit: Edit = { act: 'set', path, value };
          const after = readYaml(editYaml(text, [edit]));
          expect(after.value).toEqual(applyToValue(readYaml(text).value, edit));
        }
  });

  it('says afterwards what was wanted, whatever is written wherever', () => {
    const text = SOPS[0] ?? '';
    const { value } = readYaml(text);
    const paths = pathsOf(value);
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string().map((one) => `${one}\n`),
      fc.constantFrom(...NAUGHTY),
    );
    const values = fc.oneof(
      words,
      fc.integer(),
      fc.boolean(),
      fc.array(words),
      fc.dictionary(fc.string(), words),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, fc.constantFrom('set', 'remove'), (path, to, act) => {
        const edit: Edit = act === 'set' ? { act, path, value: to } : { act: 'remove', path };
        const after = readYaml(editYaml(text, [edit]));
        expect(after.faults).toEqual([]);
        const done = edit.act === 'remove' ? { ...edit, path: prunedPath(value, path) } : edit;
        expect(after.value).toEqual(applyToValue(value, done));
      }),
      { numRuns: 60 },
    );
  });
});

const NAUGHTY = [
  '# no comment',
  'a: b',
  '- item',
  '{{ context.x }}',
  '"quoted"',
  "it's",
  '  indented',
  'trailing  ',
  ' \n',
  '\n \t\n\n',
  'true',
  '~',
  '1e3',
  '@at',
  '`tick',
  '%dir',
  '&anchor',
  '*alias',
  '!tag',
  '|',
  '>',
  '',
  ' ',
  '\ttab',
  'a\n\n\nb\n',
  '\n',
  'a\r\nb',
  '，：；',
  '👩‍👩‍👧',
  '\u202Eright to left',
  '<script>alert(1)</script>',
  'x'.repeat(10_000),
  '---',
  '...',
  '? key',
  'a #b',
  ',',
  ']}',
];
