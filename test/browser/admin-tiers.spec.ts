import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Skills } from '../../src/people/users/skills.service.js';
import { findChromium } from '../support/chromium.js';
import { signIn, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom, type Lang } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const ADMIN = 'admin@demo';

const english = {
  ...{
    lang: 'en' as Lang,
    tiers: 'Tiers',
    save: 'Save',
    most: '5',
    top: 'tier 5',
    inUse: 'above tier 2 there are',
  },
  ...{ skill: 'Refunds', inChinese: 'Name in Chinese', saved: 'Saved: ' },
};
const chinese: typeof english = {
  ...{ lang: 'zh-CN', tiers: '层级数', save: '保存', most: '6', top: '6 线', inUse: '第 2 级以上仍有' },
  ...{ skill: '退款', inChinese: '中文名称', saved: '已保存：' },
};

withBrowser('tiers and skills in the settings', () => {
  let room: ConsoleRoom;
  let admin: Api;
  beforeAll(async () => {
    room = await openConsole();
    admin = await signIn(room, ADMIN);
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'of a team are changed, offered for its people, and not taken from under them ($lang)',
    async (words) => {
      const page = await room.open('/admin/teams/after-sales', { lang: words.lang, email: ADMIN });
      const form = page.getByRole('dialog');
      const tiers = form.getByRole('spinbutton', { name: words.tiers });
      const save = form.getByRole('button', { name: words.save, exact: true });
      await tiers.fill(words.most);
      await form.locator('.ant-segmented-item', { hasText: words.top }).first().waitFor();
      await save.click();
      await page.getByText(words.saved).first().waitFor();
      await page.goto(`${room.url}/admin/teams/after-sales`);
      expect(await tiers.inputValue()).toBe(words.most);
      await tiers.fill('2');
      await save.click();
      await form.getByText(words.inUse).first().waitFor();
      expect((await admin.get<{ tiers: number }>('/api/teams/after-sales')).tiers).toBe(Number(words.most));
      expect(room.takeFaults()).toEqual([]);
      await page.context().close();
    },
  );

  it('takes what is typed into a team as soon as there is a field, however late the limits come', async () => {
    const page = await room.open('/admin/people', { lang: 'en', email: ADMIN });
    let release = (): void => undefined;
    const held = new Promise<void>((go) => (release = go));
    await page.route('**/api/teams', async (route) => {
      await held;
      await route.continue();
    });
    const own = page.waitForResponse('**/api/teams/after-sales');
    await page.goto(`${room.url}/admin/teams/after-sales`);
    await (await own).finished();
    const form = page.getByRole('dialog');
    const typed = form.getByRole('spinbutton', { name: 'Tiers' }).fill('4');
    await form.locator('.ant-skeleton, [role=spinbutton]').first().waitFor();
    release();
    await typed;
    await form.locator('.ant-segmented-item', { hasText: 'tier 4' }).first().waitFor();
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });

  it.each([english, chinese])(
    'skills are called by their titles, which are changed where they stand ($lang)',
    async (words) => {
      const page = await room.open('/admin/people', { lang: words.lang, email: ADMIN });
      await page.locator('[data-testid=admin-table] tbody td', { hasText: words.skill }).first().waitFor();
      await page.goto(`${room.url}/admin/skills`);
      await page.getByRole('link', { name: words.skill, exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(words.inChinese).fill(`退款 ${words.lang}`);
      await form.getByRole('button', { name: words.save, exact: true }).click();
      await page.getByText(words.saved).first().waitFor();
      const { items } = await admin.get<{ items: { skill: string; title: Record<Lang, string> }[] }>(
        '/api/skills',
      );
      expect(items.find(({ skill }) => skill === 'refunds')?.title).toEqual({
        en: 'Refunds',
        'zh-CN': `退款 ${words.lang}`,
      });
      await room.test.app
        .get(Skills, { strict: false })
        .setTitle('refunds', { en: 'Refunds', 'zh-CN': '退款' });
      expect(room.takeFaults()).toEqual([]);
      await page.context().close();
    },
  );
});
