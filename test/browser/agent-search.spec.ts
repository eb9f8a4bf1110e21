import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const WORDS = {
  en: { field: 'Find tickets', all: 'Look in all tickets', none: /No ticket that you may see has all/ },
  'zh-CN': { field: '查找工单', all: '在全部工单中查找', none: /您可见的工单中没有/ },
};

withBrowser('the search field', () => {
  let room: ConsoleRoom;
  let id = '';
  beforeAll(async () => {
    room = await openConsole();
    const api = await signIn(room, 'agent@demo');
    id = await openRefund(api, {
      subject: 'Violet kettle',
      customer: { id: 'CUS-SEARCH', name: '司马如月' },
    });
    const said = { from: 'agent', body: '已联系仓库，电话 138 0013 8000', internal: true };
    expect((await api.post(`/api/tickets/${id}/messages`, said)).status).toBeLessThan(300);
    expect((await api.post(`/api/tickets/${id}/messages`, { ...said, body: '\u3000\u200b' })).status).toBe(
      422,
    );
  });
  afterAll(() => room.close());

  it.each(['en', 'zh-CN'] as const)(
    'finds by words, notes and parts of numbers as they are typed: %s',
    async (lang) => {
      const words = WORDS[lang];
      const page = await room.open('/agent', { lang, email: 'agent@demo' });
      const field = page.getByRole('searchbox', { name: words.field });
      const found = page.locator('[data-testid=list-row]');
      const isFound = page.locator(`[data-testid=list-row][href="/agent/tickets/${id}"]`);
      for (const typed of ['viol kettle', '如月 联系仓库', '１３８００１３', `#${id}`, `＃${id}`]) {
        await field.fill('qqqqq');
        await page.locator('[data-testid=list-empty]').waitFor();
        await field.fill(typed);
        await isFound.waitFor();
        expect([typed, await found.count()]).toEqual([typed, 1]);
      }
      await field.fill('司马如月 没有这个词');
      const button = page.getByRole('button', { name: words.all });
      await button.waitFor();
      await button.click();
      await page.getByText(words.none).waitFor();
      expect(await button.count()).toBe(0);
      await field.fill('司马如月');
      await isFound.waitFor();
      expect(room.takeFaults()).toEqual([]);
    },
  );
});
