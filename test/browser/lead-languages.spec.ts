import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PEOPLE } from '../../src/demo/people-data.js';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

/** Names of people. */
const DATA = DEMO_PEOPLE.map(({ name }) => name);

withBrowser("the lead's dialogs in Chinese", () => {
  let room: ConsoleRoom;
  let agent: Api;
  beforeAll(async () => {
    room = await openConsole();
    agent = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  const stray = async (page: Page): Promise<string[]> => {
    // What customers are called and wrote is in their language.
    const texts = page.locator(
      '[data-testid=held-subject], [data-testid=drawer-subject], [data-testid=drawer-about], [data-testid=dialog-subject]',
    );
    const said = (await texts.allInnerTexts()).flatMap((text) => text.match(/[A-Za-z'’-]{2,}/g) ?? []);
    return findStrayEnglish(page, [...DATA, ...said]);
  };

  it('hold no English: a lane, a person, giving and taking over', async () => {
    const customer = { id: 'CUS-700', name: '王小明' };
    // One that is held and one that waits: at some hours of the demo world there is neither.
    await openRefund(agent, { subject: '退款', lang: 'zh-CN', customer });
    const id = await openRefund(agent, { subject: '退款', lang: 'zh-CN', customer });
    expect((await agent.post(`/api/desk/${id}/take`)).status).toBe(200);
    const page = await room.open('/lead', { lang: 'zh-CN', email: 'lead@demo' });
    const row = page.getByRole('row').filter({ hasText: `#${id}` });
    await row.waitFor();
    await page.getByRole('searchbox', { name: '姓名或工单号' }).fill('#');
    expect(await stray(page)).toEqual([]);
    await row.getByRole('button').click();
    await page.getByRole('button', { name: `改派工单 ${id}` }).click();
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    expect(await stray(page)).toEqual([]);
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await page.getByRole('button', { name: `接管工单 ${id}` }).click();
    await page.getByText('将立即失去该工单').waitFor();
    expect(await stray(page)).toEqual([]);
    await page.goto(`${room.url}/lead`);
    await page.locator('[data-testid=board-table]').first().getByRole('button').first().click();
    await page.getByRole('heading', { name: '排队的工单' }).waitFor();
    await page.locator('[data-testid=drawer-subject]').first().waitFor();
    expect(await stray(page)).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });
});
