import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PeopleService } from '../../src/people/people.service.js';
import { findChromium } from '../support/chromium.js';
import { historyOf, openHolderOf, openRefund, signIn, until, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { NAUGHTY } from '../support/naughty.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const LEAD = 'lead@demo';
/** Of somebody who made fun of whoever created them. */
const NAME = '<img src=x onerror="window.pwned = 1"> {{id}} $t(next)';
const REASON = NAUGHTY.join('\n').slice(0, 1_990).trim();

const english = {
  ...{
    lang: 'en' as Lang,
    find: 'Name or ticket number',
    nobody: 'Nobody fits',
    reassign: 'Reassign ticket',
  },
  ...{
    give: 'Give',
    reason: 'Reason',
    takeOver: 'Take over ticket',
    takeOverGo: 'Take over',
    story: 'Story',
  },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', find: '姓名或工单号', nobody: '没有符合的人员', reassign: '改派工单' },
  ...{ give: '指派', reason: '原因', takeOver: '接管工单', takeOverGo: '接管', story: '处理记录' },
};

async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await page.locator('iframe, img, object, embed, base').count()).toBe(0);
}

withBrowser("texts of all kinds on the lead's board", () => {
  let room: ConsoleRoom;
  let lead: Api;
  let odd: Api;
  beforeAll(async () => {
    room = await openConsole();
    lead = await signIn(room, LEAD);
    const people = room.test.app.get(PeopleService, { strict: false });
    const person = { email: 'odd@demo', name: NAME, password: 'long-enough', roles: ['agent' as const] };
    await people.createUser({ ...person, teams: [{ team: 'after-sales', tier: 2 }], skills: ['refunds'] });
    odd = await signIn(room, 'odd@demo', 'long-enough');
  });
  afterAll(() => room.close());

  /** A ticket that the person of the odd name holds. */
  const hold = async (subject: string): Promise<string> => {
    const id = await openRefund(odd, { subject });
    expect((await odd.post(`/api/desk/${id}/take`)).status).toBe(200);
    return id;
  };
  const reasonsOf = async (id: string): Promise<string> => JSON.stringify(await historyOf(lead, id));

  it.each([english, chinese])('stay texts in reasons, names and a search ($lang)', async (words) => {
    const given = await hold(`${NAUGHTY[4] ?? ''} ${words.lang}`);
    const page = await room.open('/lead', { lang: words.lang, email: LEAD });
    const find = page.getByRole('searchbox', { name: words.find });
    for (const text of NAUGHTY) await find.fill(text.replaceAll('\n', ' '));
    await page.getByText(words.nobody).waitFor();
    await find.fill('<img src=x');
    await page.reload();
    expect(await find.inputValue()).toBe('<img src=x');
    const row = page.getByRole('row').filter({ hasText: `#${given}` });
    await row.locator('[data-testid=held-subject]', { hasText: NAUGHTY[4] ?? '' }).waitFor();
    await row.getByRole('button', { name: NAME, exact: true }).click();
    await page.getByRole('button', { name: `${words.reassign} ${given}`, exact: true }).click();
    const dialog = page
      .getByRole('dialog')
      .filter({ has: page.getByRole('textbox', { name: words.reason }) })
      .last();
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('textbox', { name: words.reason }).fill(REASON);
    await expectHarmless(page);
    await dialog.getByRole('button', { name: words.give, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(
      () => reasonsOf(given),
      (history) => history.includes(JSON.stringify(REASON).slice(1, -1)),
    );

    const over = await hold(`${NAUGHTY[28] ?? ''} ${words.lang}`);
    await page.goto(`${room.url}/lead?q=${over}`);
    await openHolderOf(page, over);
    await page.getByRole('button', { name: `${words.takeOver} ${over}`, exact: true }).click();
    await page.getByRole('dialog').getByText(NAME).last().waitFor();
    await page.getByRole('textbox', { name: words.reason }).fill(REASON);
    await page.getByRole('button', { name: words.takeOverGo, exact: true }).click();
    await page.waitForURL(`**/agent/tickets/${over}`);
    await page.getByRole('tab', { name: words.story }).click();
    await page.getByRole('tabpanel').getByText('<script>window.pwned = 1</script>').first().waitFor();
    expect(await reasonsOf(over)).toContain(JSON.stringify(REASON).slice(1, -1));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectHarmless(page);
    expect(room.takeFaults()).toEqual([]);
  });

  it('stay texts in an address that somebody was sent', async () => {
    const page = await room.open('/lead', { lang: 'en', email: LEAD });
    for (const text of NAUGHTY.slice(0, 8)) {
      const value = encodeURIComponent(text);
      await page.goto(`${room.url}/lead?person=${value}&q=${value}&doing=${value}`);
      await page.getByText('This person is not on your board any more.').waitFor();
      await page.goto(`${room.url}/lead?lane=${value}&team=${value}`);
      await page.getByRole('heading', { level: 1, name: 'Team board' }).waitFor();
      await expectHarmless(page);
    }
    expect(room.takeFaults()).toEqual([]);
  });
});
