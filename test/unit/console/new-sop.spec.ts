import { describe, expect, it } from '@jest/globals';
import { idFromTitle, isSopId, newSopYaml } from '../../../src/console/designer/common/new-sop-yaml';
import { changedSteps } from '../../../src/console/designer/versions/publish-steps';
import type { Schemas } from '../../../src/console/api/client';
import { checkSop } from '../../../src/engine/check/check';

const NEW = { id: 'address-change', en: 'Change of address', zh: '修改地址', team: 'after-sales' };

describe('a new SOP', () => {
  it('has no finding, whatever its titles hold', () => {
    const titles = ['Change of address', 'No', '123', '- a: {b} # c', '"quoted" \'twice\'', '是', ': |'];
    for (const title of titles) {
      const { findings, definition } = checkSop(newSopYaml({ ...NEW, en: title, zh: `${title} 流程` }));
      expect({ title, findings }).toEqual({ title, findings: [] });
      expect(definition?.meta.title).toEqual({ en: title, 'zh-CN': `${title} 流程` });
    }
  });

  it('belongs to the team that was chosen and begins at a step for a person', () => {
    const { definition } = checkSop(newSopYaml(NEW));
    expect(definition).toMatchObject({
      id: 'address-change',
      initial: 'handle',
      meta: { team: 'after-sales' },
    });
    expect(definition?.states['handle']?.meta?.kind).toBe('human');
  });
});

describe('the id of a new SOP', () => {
  it('comes out of its English title', () => {
    expect(idFromTitle('Change of address')).toBe('change-of-address');
    expect(idFromTitle('  2nd Réclamation!  ')).toBe('nd-reclamation');
    expect(idFromTitle('退款')).toBe('');
    expect(idFromTitle('a'.repeat(63) + ' b')).toBe('a'.repeat(63));
  });

  it('is what the format allows', () => {
    expect(['a', 'refund-only', 'a1'].every(isSopId)).toBe(true);
    expect(['', '1a', 'Refund', 'a b', '退款', 'a'.repeat(65)].some(isSopId)).toBe(false);
  });
});

describe('what a draft changes', () => {
  it('names steps by what happened to them, those with another way out too', () => {
    const step = (id: string, status: string) => ({
      step: id,
      title: id,
      status,
      type: 'atomic',
      changes: [],
    });
    const diff = {
      steps: [
        step('a', 'same'),
        step('b', 'added'),
        step('c', 'removed'),
        step('d', 'changed'),
        step('e', 'same'),
      ],
      transitions: [
        { from: 'a', event: 'GO', to: 'b', title: null, status: 'added', changes: [] },
        { from: 'd', event: 'GO', to: 'b', title: null, status: 'changed', changes: [] },
        { from: 'e', event: 'GO', to: 'd', title: null, status: 'same', changes: [] },
      ],
      root: [],
    } as unknown as Schemas['SopDiff'];
    expect(changedSteps(diff)).toEqual({ added: ['b'], changed: ['a', 'd'], removed: ['c'], root: false });
  });
});
