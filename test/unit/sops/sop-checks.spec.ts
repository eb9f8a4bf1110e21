import { afterAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { Config } from '../../../src/config.js';
import { checkSop } from '../../../src/engine/index.js';
import { SopChecks } from '../../../src/sops/sop-checks.service.js';
import { Threads } from '../../../src/threads/threads.service.js';
import { callingSop } from '../../db/automation/calling-sop.js';
import { smallSop } from '../../support/small-sop.js';

/** The SOP that looks an order up, with another request. */
function calling(method: string, path: string): object {
  const sop = structuredClone(callingSop);
  const invoke = sop.states['lookUp']?.invoke;
  if (invoke === undefined || Array.isArray(invoke)) throw new Error('The SOP has no look-up');
  Object.assign(invoke.input, { method, path });
  return sop;
}

describe('the remembered check of SOPs', () => {
  const threads = new Threads({ threads: 1 });
  afterAll(() => threads.onApplicationShutdown());

  it('says what the check says, and looks at a text once', async () => {
    const checks = new SopChecks(new Config(), threads);
    const text = stringify(smallSop());
    const first = await checks.check(text, 'yaml');
    expect(first).toEqual(checkSop(text, 'yaml'));
    expect(await checks.check(text, 'yaml')).toBe(first);
  });

  it('knows what the configured connections allow', async () => {
    const shop = { baseUrl: 'https://shop.example', methods: ['GET'], paths: ['/orders'] };
    const checks = new SopChecks(new Config({ connections: { shop } }), threads);
    const codes = async (method: string, path: string): Promise<string[]> =>
      (await checks.check(stringify(calling(method, path)), 'yaml')).findings
        .map(({ code, path: at }) => `${code} ${at.split('/').at(-1) ?? ''}`)
        .filter((found) => found.startsWith('forbidden-call'));
    expect(await codes('GET', '"/orders/" + context.orderId')).toEqual([]);
    expect(await codes('GET', '"/" + context.orderId')).toEqual([]);
    expect(await codes('GET', 'context.orderId')).toEqual([]);
    expect(await codes('GET', '"orders"')).toEqual([]);
    expect(await codes('POST', '"/orders"')).toEqual(['forbidden-call method']);
    expect(await codes('GET', '"/refunds/" + context.orderId')).toEqual(['forbidden-call path']);
    expect(await codes('GET', '"/orders-old"')).toEqual(['forbidden-call path']);
    expect(await codes('DELETE', '"/"')).toEqual(['forbidden-call method', 'forbidden-call path']);
  });

  it('keeps texts apart, however little they differ, and what they are read as', async () => {
    const checks = new SopChecks(new Config(), threads);
    const text = stringify(smallSop());
    const broken = text.replace('initial: triage', 'initial: triagf');
    expect((await checks.check(text, 'yaml')).ok).toBe(true);
    expect((await checks.check(broken, 'yaml')).ok).toBe(false);
    expect((await checks.check(text, 'json')).ok).toBe(false);
  });

  it('forgets the texts that nobody asked for lately', async () => {
    const checks = new SopChecks(new Config(), threads);
    const [kept, gone] = [await checks.check('id: kept', 'yaml'), await checks.check('id: gone', 'yaml')];
    for (let i = 0; i < 39; i += 1) {
      await checks.check(`id: other-${i}`, 'yaml');
      await checks.check('id: kept', 'yaml');
    }
    expect(await checks.check('id: kept', 'yaml')).toBe(kept);
    expect(await checks.check('id: gone', 'yaml')).not.toBe(gone);
  });
});
