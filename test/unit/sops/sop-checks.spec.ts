import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { checkSop } from '../../../src/engine/index.js';
import { SopChecks } from '../../../src/sops/sop-checks.service.js';
import { smallSop } from '../../support/small-sop.js';

describe('the remembered check of SOPs', () => {
  it('says what the check says, and looks at a text once', () => {
    const checks = new SopChecks();
    const text = stringify(smallSop());
    const first = checks.check(text, 'yaml');
    expect(first).toEqual(checkSop(text, 'yaml'));
    expect(checks.check(text, 'yaml')).toBe(first);
  });

  it('keeps texts apart, however little they differ, and what they are read as', () => {
    const checks = new SopChecks();
    const text = stringify(smallSop());
    const broken = text.replace('initial: triage', 'initial: triagf');
    expect(checks.check(text, 'yaml').ok).toBe(true);
    expect(checks.check(broken, 'yaml').ok).toBe(false);
    expect(checks.check(text, 'json').ok).toBe(false);
  });

  it('forgets the texts that nobody asked for lately', () => {
    const checks = new SopChecks();
    const [kept, gone] = [checks.check('id: kept', 'yaml'), checks.check('id: gone', 'yaml')];
    for (let i = 0; i < 39; i += 1) {
      checks.check(`id: other-${i}`, 'yaml');
      checks.check('id: kept', 'yaml');
    }
    expect(checks.check('id: kept', 'yaml')).toBe(kept);
    expect(checks.check('id: gone', 'yaml')).not.toBe(gone);
  });
});
