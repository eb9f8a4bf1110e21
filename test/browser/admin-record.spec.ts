import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { signIn, until } from './agent-desk.js';
import { openConsole, type ConsoleRoom, type Lang } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const ADMIN = 'admin@demo';

const english = {
  ...{ lang: 'en' as Lang, record: 'Record', who: 'Who', what: 'What', outcome: 'Outcome', from: 'From' },
  ...{
    signedIn: 'Signed in',
    refused: 'Refused',
    details: 'Details',
    empty: 'Nothing of that kind is recorded.',
  },
  ...{ address: 'Address', nobody: 'not signed in', either: 'Done or refused' },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', record: '审计记录', who: '操作人', what: '操作', outcome: '结果', from: '起始日期' },
  ...{ signedIn: '登录', refused: '已拒绝', details: '详情', empty: '没有符合条件的记录。' },
  ...{ address: '来源地址', nobody: '未登录', either: '完成或拒绝' },
};

withBrowser('the record of who did what', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
    await signIn(room, 'lead@demo');
    await fetch(`${room.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'lead@demo', password: 'not the right one' }),
    });
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'is shown, and found by person, kind, outcome and time ($lang)',
    async (words) => {
      const page = await room.open('/admin/people', { lang: words.lang, email: ADMIN });
      await page.getByRole('link', { name: words.record, exact: true }).click();
      const rows = page.locator('[data-testid=admin-table] tbody tr');
      await rows.first().waitFor();
      const choose = async (field: string, option: string): Promise<void> => {
        await page.getByRole('combobox', { name: field, exact: true }).click();
        // Lists that were open before are still in the page.
        const options = page.locator('.ant-select-item-option').filter({ visible: true });
        const isPart = option.includes('@');
        const named = isPart
          ? options.filter({ hasText: option })
          : options.and(page.getByTitle(option, { exact: true }));
        await named.first().click();
      };
      await choose(words.what, words.signedIn);
      await choose(words.outcome, words.refused);
      await page.waitForURL(/act=session\.began&outcome=refused/);
      const failed = rows.filter({ hasText: words.nobody }).first();
      await failed.waitFor();
      await failed.getByText(words.details).click();
      await failed.getByText('lead@demo').waitFor();
      await failed.getByText(words.address, { exact: true }).waitFor();
      const picture = process.env['STEPWISE_RECORD_PICTURE'];
      if (picture !== undefined)
        writeFileSync(`${picture}-${words.lang}.png`, await page.screenshot({ caret: 'initial' }));
      expect(await page.content()).not.toContain('not the right one');

      await choose(words.outcome, words.either);
      await choose(words.who, 'lead@demo');
      await page.waitForURL(/actor=[0-9a-f-]{36}/);
      await rows.first().waitFor();
      await until(
        () => rows.filter({ hasText: words.nobody }).count(),
        (count) => count === 0,
      );
      await page.getByLabel(words.from, { exact: true }).fill('2099-01-01');
      await page.getByText(words.empty).waitFor();
      // The link keeps what was looked for.
      await page.reload();
      await page.getByText(words.empty).waitFor();
      expect(await page.getByLabel(words.from, { exact: true }).inputValue()).toBe('2099-01-01');
      expect(room.takeFaults()).toEqual([]);
    },
  );
});
