import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));
/** An empty page of this size weighs a tenth of it. */
const LEAST_BYTES = 50_000;
const size = { width: 1440, height: 900 };

/** The pictures of the README; they are written when STEPWISE_PICTURES is set, and taken and looked at always. */
withBrowser('the pictures of the three workspaces', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it.each(['zh-CN', 'en'] as const)('show an agent with the ticket that was due first (%s)', async (lang) => {
    // A person each, so that both begin with empty hands.
    const email = lang === 'en' ? 'agent2@demo' : 'agent@demo';
    // At some hours of the demo world nothing waits.
    await openRefund(await signIn(room, 'lead@demo'), {
      ...(lang === 'en'
        ? { subject: 'The mug arrived in pieces', customer: { id: 'CUS-2001', name: 'Wanda Wu' } }
        : { subject: '收到的杯子碎了', customer: { id: 'CUS-2002', name: '吴婉达' } }),
      ...{ lang, body: lang === 'en' ? 'I would like my money back.' : '请给我退款。' },
    });
    const page = await room.open('/agent', { lang, email, size });
    await page.locator('[data-testid=list-row]').first().waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/\/agent\/tickets\/\d+/);
    // What is due first may stand in two steps at once, each with its own ways.
    await page.locator('[data-testid=ways]').first().waitFor();
    await page.locator('[data-testid=map] svg').first().waitFor();
    await page.getByRole('tab').first().waitFor();
    await keepPicture(page, `agent-${lang}`);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('show a designer with a chosen step of an SOP (%s)', async (lang) => {
    const at = '/designer/refund-only?at=/states/checking/states/assess';
    const page = await room.open(at, { lang, email: 'designer@demo', size });
    await page.locator('[data-testid=sop-node][aria-pressed="true"]').waitFor();
    await page.locator('[data-testid=finding-good]').waitFor();
    await keepPicture(page, `designer-${lang}`);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('show a manager where the time of returns goes (%s)', async (lang) => {
    const page = await room.open('/manager/steps?sop=return-refund', { lang, email: 'manager@demo', size });
    await page.locator('[data-testid=sop-node][data-heat]').first().waitFor();
    await page.locator('[data-testid=figures] tbody tr').first().waitFor();
    await keepPicture(page, `manager-${lang}`);
    expect(room.takeFaults()).toEqual([]);
  });
});

async function keepPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Hiding the caret would need a style that the page's policy refuses.
  const picture = await page.screenshot({ caret: 'initial' });
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect({ width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) }).toEqual(size);
  expect(picture.byteLength).toBeGreaterThan(LEAST_BYTES);
  if (process.env['STEPWISE_PICTURES'] === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.png`, picture);
}
