import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoService } from '../../../src/demo/demo.service.js';
import { BottlenecksService } from '../../../src/metrics/bottlenecks/bottlenecks.service.js';
import { SopFolderService } from '../../../src/sops/sop-folder.service.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const WORKFLOWS = fileURLToPath(new URL('../../../workflows/', import.meta.url));
const TZ = 'Asia/Shanghai';
const DAYS = 14;
/** A Sunday noon in Shanghai: of the two weekends only one has been worked off, so it is at its weakest. */
const NOW = Date.parse('2026-11-22T04:00:00Z');

/** Whoever asks where returns wait in the demo world finds the warehouse, where nobody inspects at weekends. */
describe('the bottleneck of returns in the demo world', () => {
  let test: TestApp;
  let service: BottlenecksService;
  const scope = {
    from: NOW - DAYS * 86_400_000,
    to: NOW,
    asOf: NOW,
    teams: null,
    channel: null,
    sop: 'return-refund',
    version: null,
  };

  beforeAll(async () => {
    test = await startTestApp({ demo: true, role: 'api' });
    await test.app.get(SopFolderService, { strict: false }).loadFromFolders([WORKFLOWS]);
    const plan = { seed: 7, tickets: 450, days: DAYS, now: NOW };
    await test.app.get(DemoService, { strict: false }).makeWorld(plan);
    service = test.app.get(BottlenecksService, { strict: false });
  }, 900_000);
  afterAll(() => test.close());

  it('is the inspection, ahead of everything else of the SOP', async () => {
    const [first, second] = await service.bottlenecks(scope, TZ, 'en');
    expect(first).toMatchObject({
      step: 'inspecting.inspect',
      title: 'Inspect the return',
      team: 'warehouse',
    });
    expect(first?.score).toBeGreaterThan(1.1 * (second?.score ?? NaN));
  });

  it('says that nobody is there, above all for what comes at weekends', async () => {
    const [first] = await service.bottlenecks(scope, TZ, 'en');
    expect(first).toMatchObject({ cause: 'nobody-on-shift', when: { pattern: 'weekend', weekdays: [6, 7] } });
    expect(first?.when?.shareOfTime).toBeGreaterThan(2 * (first?.when?.shareOfVisits ?? NaN));
    expect(first?.explanation).toMatch(/of the waiting: nobody of Warehouse is on shift\. .* at weekends/u);
    const [chinese] = await service.bottlenecks(scope, TZ, 'zh-CN');
    expect(chinese?.explanation).toMatch(/的等待：仓库无人在班。周末进入的只占/u);
  });

  it('opens on a ticket that lay there from Friday or the weekend until Monday', async () => {
    const { items } = await service.visits(scope, 'inspecting.inspect', { after: null, limit: 5 }, 'en');
    expect(items).toHaveLength(5);
    for (const { enteredAt, idleSeconds, causes } of items) {
      // Friday, Saturday or Sunday in Shanghai, which is eight hours ahead all year round.
      expect([5, 6, 0]).toContain(new Date(enteredAt.getTime() + 8 * 3_600_000).getUTCDay());
      expect(idleSeconds).toBeGreaterThan(86_400);
      expect(causes.find(({ cause }) => cause === 'nobody-on-shift')?.seconds).toBeGreaterThan(43_200);
    }
  });
});
