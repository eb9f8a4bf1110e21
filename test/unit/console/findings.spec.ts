import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/console/designer/common/findings';
import { placeFaults, placeFindings } from '../../../src/console/designer/common/findings';
import { chosenAt } from '../../../src/console/designer/editor/place-param';
import { pathAt, pathOfPointer, spanOf } from '../../../src/console/designer/yaml/yaml-place';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text';
import { checkSop } from '../../../src/engine/index.js';

const SOP = readFileSync('workflows/return-refund.yaml', 'utf8');

function check(text: string): Finding[] {
  return checkSop(text, 'yaml').findings.map(({ message, ...finding }) => ({
    ...{ ...finding, message: message.en, messages: message },
  }));
}

describe('A finding', () => {
  it('stands at the value that is wrong, also after the text has gone on above it', () => {
    const wrong = SOP.replace("target: '#return-refund.paying'", "target: '#return-refund.payng'");
    const findings = check(wrong);
    const after = `# a line\n# and another\n${wrong}`;
    const placed = placeFindings(findings, readYaml(after)).find(({ code }) => code === 'unknown-target');
    expect(after.slice(placed?.from, placed?.to)).toBe("'#return-refund.payng'");
    expect(placed?.at).toBe((findings.find(({ code }) => code === 'unknown-target')?.line ?? 0) + 2);
  });

  it('of the syntax stands at its place, and what it makes unreadable is not counted as faults', () => {
    const broken = SOP.replace('meta:\n', 'meta:\n\t');
    const faults = placeFaults(readYaml(broken), 'zh-CN');
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(3);
    expect(faults[0]?.at).toBe(broken.slice(0, broken.indexOf('\t')).split('\n').length);
    expect(faults[0]?.message).toMatch(/[一-鿿]/);
    const placed = placeFindings(check(broken), readYaml(broken));
    expect(placed.filter(({ code }) => code === 'invalid-yaml').length).toBeLessThanOrEqual(3);
  });

  it('about something that is missing stands where it should be', () => {
    const placed = placeFindings(
      [
        {
          code: 'x',
          severity: 'warning',
          message: '',
          messages: { en: '', 'zh-CN': '' },
          path: '/states/checking/on/NO',
        },
      ],
      readYaml(SOP),
    );
    expect(SOP.slice(placed[0]?.from, placed[0]?.to)).toBe('on');
  });
});

describe('A place of the text', () => {
  it('leads to its path and the path back to it, for every finding place of the SOP', () => {
    const yaml = readYaml(SOP);
    for (const pointer of [
      '/states/checking/states/assess/on/APPROVE/target',
      '/states/checking/states/assess/meta/checklist/1/text/en',
      '/states/returning/states/waiting-for-dispatch/after/P7D',
      '/meta/never/0/when',
    ]) {
      const path = pathOfPointer(pointer);
      const { from } = spanOf(yaml, path);
      expect(pathAt(yaml, from + 1).map(String)).toEqual(expect.arrayContaining(path));
    }
  });

  it('chooses the way that it lies in, else the step, else the SOP', () => {
    const yaml = readYaml(SOP);
    const at = (words: string): string => chosenAt(pathAt(yaml, SOP.indexOf(words) + 1));
    expect(at('expr: context.trackingNo == ""')).toBe('/states/returning/states/follow-up/on/RESUME');
    expect(at('title: { en: Assess the return')).toBe('/states/checking/states/assess');
    expect(at('target: label-by-hand')).toBe('/states/returning/states/make-label/invoke/onError');
    expect(at('owner: after-sales')).toBe('');
  });
});
