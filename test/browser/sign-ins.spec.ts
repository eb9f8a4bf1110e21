import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { mayEnter, openRefund, signIn } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const english = {
  ...{ lang: 'en' as Lang, email: 'agent2@demo', boss: 'admin@demo', account: 'My account' },
  ...{ signIns: 'Sign-ins…', mine: 'Where I am signed in', thisOne: 'This one', end: /^End the sign-in/ },
  ...{ everywhere: 'Sign out everywhere', again: 'Please sign in again', signIn: 'Sign in' },
  ...{ first: 'Set your own password', current: 'Current password', next: 'New password' },
  ...{ go: 'Set and go on', guessed: 'guessed first', people: 'People', deactivate: 'Deactivate…' },
  ...{ activate: 'Activate again', proof: 'Is it still you?', password: 'Password', on: 'Go on' },
  ...{ wrong: 'The current password is wrong', cancel: 'Cancel', confirm: 'Deactivate' },
  ...{ name: 'Name', save: 'Save' },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', email: 'designer@demo', boss: 'admin@demo', account: '我的账号' },
  ...{ signIns: '登录管理…', mine: '我的登录', thisOne: '当前', end: /^结束 .* 上的登录/ },
  ...{ everywhere: '在所有设备退出', again: '请重新登录', signIn: '登录' },
  ...{ first: '设置自己的密码', current: '当前密码', next: '新密码' },
  ...{ go: '设置并继续', guessed: '最常被猜到', people: '人员', deactivate: '停用…' },
  ...{ activate: '重新启用', proof: '请确认是您本人', password: '密码', on: '继续' },
  ...{ wrong: '当前密码不正确', cancel: '取消', confirm: '停用' },
  ...{ name: '姓名', save: '保存' },
};

withBrowser('sign-ins', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  const idOf = async (email: string): Promise<string> => {
    const { rows } = await room.test.db.pool.query<{ id: string }>('select id from users where email = $1', [
      email,
    ]);
    return rows[0]?.id ?? '';
  };
  const looksRight = async (page: Page, { lang }: Words): Promise<void> => {
    expect(await findBarriers(page)).toEqual([]);
    if (lang === 'zh-CN') {
      const { rows } = await room.test.db.pool.query<{ name: string }>('select name from users');
      const names = rows.map(({ name }) => name);
      expect(await findStrayEnglish(page, [...names, 'English', 'node'])).toEqual([]);
    }
  };

  it.each([english, chinese])('are listed, and ended one by one and all ($lang)', async (words) => {
    const { lang, email } = words;
    await signIn(room, email);
    const page = await room.open('/', { lang, email, look: lang === 'en' ? 'dark' : 'light' });
    await page.getByRole('button', { name: words.account }).click();
    await page.getByRole('menuitem', { name: words.signIns }).click();
    const dialog = page.getByRole('dialog', { name: words.mine });
    await dialog.getByText(words.thisOne, { exact: true }).waitFor();
    const others = dialog.getByRole('button', { name: words.end });
    const before = await others.count();
    expect(before).toBeGreaterThan(0);
    await looksRight(page, words);
    await others.first().click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-testid=session-list] li').length === count,
      before,
    );
    await dialog.getByRole('button', { name: words.everywhere }).click();
    await page.getByRole('button', { name: words.everywhere }).last().click();
    await page.getByRole('heading', { level: 1, name: words.signIn }).waitFor();
    const { rows } = await room.test.db.pool.query(
      `select from sessions s join users u on u.id = s.user_id and u.generation = s.generation
       where u.email = $1 and s.ended_at is null`,
      [email],
    );
    expect(rows).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])('begin with an own password after a reset ($lang)', async (words) => {
    const { lang, email } = words;
    await room.test.db.pool.query('update users set password_expired = true where email = $1', [email]);
    const page = await room.open('/', { lang, email, look: lang === 'en' ? 'light' : 'dark' });
    await page.getByRole('heading', { level: 1, name: words.first }).waitFor();
    await page.getByLabel(words.current, { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('stepwise');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Password2026');
    await page.keyboard.press('Enter');
    await page.locator('.ant-form-item-explain-error', { hasText: words.guessed }).waitFor();
    await looksRight(page, words);
    await page.getByLabel(words.next, { exact: true }).fill('tea with my neighbours');
    await page.getByRole('button', { name: words.go }).click();
    await page.getByRole('button', { name: words.account }).waitFor();
    expect(await mayEnter(room, email, 'tea with my neighbours')).toBe(true);
    expect(room.takeFaults()).toEqual([]);
  });

  /** Somebody's page, opened by an administrator whose password was given too long ago. */
  const openUnproved = async ({ lang, boss, proof }: typeof english) => {
    const id = await idOf('agent2@demo');
    const page = await room.open(`/admin/people/${id}`, { lang, email: boss });
    await room.test.db.pool.query(`update sessions set proved_at = now() - interval '11 minutes'`);
    // What this process knows of sessions is a second old at most.
    await new Promise((go) => setTimeout(go, 1_100));
    return {
      id,
      page,
      drawer: page.locator('.ant-drawer'),
      proof: page.getByRole('dialog', { name: proof }),
    };
  };

  it.each([english, chinese])(
    'are proved again before a sensitive act, which goes on then ($lang)',
    async (words) => {
      const { lang } = words;
      const { id, page, drawer, proof } = await openUnproved(words);
      await drawer.getByRole('button', { name: words.deactivate }).click();
      await page.getByRole('button', { name: words.confirm, exact: true }).click();
      await proof.getByLabel(words.password, { exact: true }).and(page.locator(':focus')).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      if (lang === 'zh-CN') expect(await proof.innerText()).not.toMatch(/[A-Za-z]{2}/);
      await page.keyboard.type('not it');
      await page.keyboard.press('Enter');
      await proof.getByText(words.wrong).waitFor();
      await proof.getByLabel(words.password, { exact: true }).fill('stepwise');
      await proof.getByRole('button', { name: words.on, exact: true }).click();
      await proof.waitFor({ state: 'detached' });
      await drawer.getByRole('button', { name: words.activate }).click();
      await drawer.getByRole('button', { name: words.deactivate }).waitFor();
      const { rows } = await room.test.db.pool.query('select from users where id = $1 and active', [id]);
      expect(rows).toHaveLength(1);
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([english, chinese])(
    'are not proved when somebody thinks better of it, and the page stays as it was ($lang)',
    async (words) => {
      const { lang } = words;
      const { page, drawer, proof } = await openUnproved(words);
      await drawer.getByLabel(words.name, { exact: true }).fill(`Half ${lang}`);
      const save = drawer.getByRole('button', { name: words.save, exact: true });
      await save.click();
      await proof.getByRole('button', { name: words.cancel, exact: true }).click();
      await proof.waitFor({ state: 'detached' });
      await save.and(page.locator(':focus')).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await drawer.getByLabel(words.name, { exact: true }).inputValue()).toBe(`Half ${lang}`);
      // It is asked for again, and goes on then.
      await save.click();
      await proof.getByLabel(words.password, { exact: true }).fill('stepwise');
      await page.keyboard.press('Enter');
      await drawer.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: `Half ${lang}` }).waitFor();
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it('take with them what was typed and not sent, in every window of the browser', async () => {
    const api = await signIn(room, 'agent@demo');
    const id = await openRefund(api, { subject: 'Left behind', orderId: 'ORD-700103' });
    await api.post(`/api/desk/${id}/take`);
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    await page.getByLabel('What you found').fill('A secret of the customer');
    const second = await page.context().newPage();
    await second.goto(`${room.url}/agent/tickets/${id}`);
    await second.getByRole('button', { name: 'Give back' }).waitFor();
    expect(await second.getByLabel('What you found').inputValue()).toBe('A secret of the customer');
    await second.evaluate(() => sessionStorage.setItem('stepwise.walk.x', 'typed'));
    // What stands behind another window is drawn seldom, and waits for that.
    await page.bringToFront();
    await page.getByRole('button', { name: 'My account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'My account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    for (const one of [page, second]) {
      await one.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      const kept = await one.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
      expect(kept.filter((name) => name.startsWith('stepwise.')).sort()).toEqual(
        kept
          .filter((name) => ['stepwise.lang', 'stepwise.look', 'stepwise.agent.around'].includes(name))
          .sort(),
      );
    }
    await second.bringToFront();
    // Whoever signs in at either window finds nothing of it.
    await second.getByLabel('E-mail').fill('agent@demo');
    await second.getByLabel('Password', { exact: true }).fill('stepwise');
    await second.keyboard.press('Enter');
    await second.getByRole('button', { name: 'Give back' }).waitFor();
    expect(await second.getByLabel('What you found').inputValue()).toBe('');
    expect(room.takeFaults()).toEqual([]);
  });
});
