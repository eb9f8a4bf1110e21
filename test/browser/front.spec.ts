import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PEOPLE } from '../../src/demo/people-data.js';
import { SetupService } from '../../src/people/sign-in/setup.service.js';
import { findChromium } from '../support/chromium.js';
import { mayEnter, openRefund, signIn } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { chinese, english } from './front-words.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const PEOPLE = DEMO_PEOPLE.map(({ name }) => name);

/** What stands at a field that was refused; its help may say the same. */
const REFUSED = '.ant-form-item-explain-error';

withBrowser('the way in', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it.each([
    { lang: 'zh-CN' as const, name: '登录', door: '流程设计师', place: '流程设计' },
    { lang: 'en' as const, name: 'Sign in', door: 'Process designer', place: 'SOPs' },
  ])('says in $lang what each workspace is for, and leads there', async ({ lang, name, door, place }) => {
    for (const look of ['light', 'dark'] as const) {
      const page = await room.open('/', { lang, look });
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('button', { name: door }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: door }).click();
      await page.getByRole('link', { name: place }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/designer');
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it('signs in by keyboard alone, tells a wrong password, and goes on at the address asked for', async () => {
    const page = await room.open('/manager?days=7', { lang: 'en' });
    await page.getByLabel('E-mail').waitFor();
    await page.keyboard.type('manager@demo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('manager@demo');
    await page.keyboard.type('stepwise');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Figures' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/manager');
    expect(room.takeFaults()).toEqual([]);
  });

  it('gives the keys to what a menu opens at once, and the focus back to its button', async () => {
    const page = await room.open('/', { lang: 'en', email: 'agent2@demo', motion: true });
    const account = page.getByRole('button', { name: english.account });
    await account.click();
    await page.getByRole('menuitem', { name: english.change }).click();
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    const dialog = page.getByRole('dialog', { name: english.title });
    await dialog.getByLabel(english.current, { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await account.and(page.locator(':focus')).waitFor();
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])('lets a person change their own password ($lang)', async (words) => {
    const { lang, email } = words;
    const elsewhere = await room.open('/', { lang, email });
    const page = await room.open('/', { lang, email, look: lang === 'en' ? 'dark' : 'light' });
    await page.getByRole('button', { name: words.account }).click();
    await page.getByRole('menuitem', { name: words.change }).click();
    const dialog = page.getByRole('dialog', { name: words.title });
    const current = dialog.getByLabel(words.current, { exact: true });
    await current.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('not it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('short');
    await page.keyboard.press('Enter');
    await dialog.locator(REFUSED, { hasText: words.short }).waitFor();
    const next = dialog.getByLabel(words.next, { exact: true });
    await next.fill('a longer one');
    await page.keyboard.press('Enter');
    await dialog.getByText(words.wrong).waitFor();
    if (lang === 'zh-CN') expect(await findStrayEnglish(page, PEOPLE)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
    expect(await next.inputValue()).toBe('a longer one');
    await current.fill('stepwise');
    await dialog.getByRole('button', { name: words.ok, exact: true }).click();
    await page.getByText(words.done).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await mayEnter(room, email, 'stepwise')).toBe(false);
    expect(await mayEnter(room, email, 'a longer one')).toBe(true);
    // Here the work goes on; the other sign-in has ended.
    await page.reload();
    await page.getByRole('button', { name: words.account }).waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('dialog', { name: words.again }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(room.takeFaults()).toEqual([]);
  });
});

withBrowser('a password that is not taken', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  const tooMany = {
    status: 429,
    headers: { 'retry-after': '3' },
    json: {
      type: 'urn:stepwise:problem:too-many-tries',
      title: 'x',
      detail: 'Try again in 3 s.',
      status: 429,
    },
  };

  it.each([english, chinese])(
    'too often counts down, and the button opens when the time is over ($lang)',
    async (words) => {
      const page = await room.open('/', { lang: words.lang });
      await page.route('**/api/auth/login', (route) => route.fulfill(tooMany));
      await page.getByLabel(words.mail).fill('manager@demo');
      await page.getByLabel(words.password, { exact: true }).fill('stepwise');
      const go = page.getByRole('button', { name: words.signIn, exact: true });
      await go.click();
      const timer = page.getByRole('alert').getByRole('timer');
      await timer.getByText(words.wait).waitFor();
      await page.getByLabel(words.password, { exact: true }).fill('stepwise');
      expect(await go.isDisabled()).toBe(true);
      // What is read out once does not say a time that is not true any more.
      expect(await page.getByText('3 s').count()).toBe(0);
      if (words.lang === 'zh-CN')
        expect(await findStrayEnglish(page, [...PEOPLE, 'English', 'x'])).toEqual([]);
      await timer.getByText(words.over).waitFor();
      expect(await go.isEnabled()).toBe(true);
      await go.click();
      await timer.getByText(words.wait).waitFor();
      // It is the address that has to wait.
      await page.getByLabel(words.mail).fill('lead@demo');
      expect(await go.isEnabled()).toBe(true);
      await page.unrouteAll();
      await page.getByLabel(words.password, { exact: true }).fill('stepwise');
      await go.click();
      await page.getByRole('button', { name: words.account }).waitFor();

      await page.route('**/api/me/password', (route) => route.fulfill(tooMany));
      await page.getByRole('button', { name: words.account }).click();
      await page.getByRole('menuitem', { name: words.change }).click();
      const dialog = page.getByRole('dialog', { name: words.title });
      await dialog.getByLabel(words.current, { exact: true }).fill('not it');
      await dialog.getByLabel(words.next, { exact: true }).fill('a longer one');
      const change = dialog.getByRole('button', { name: words.ok, exact: true });
      await change.click();
      await dialog.getByText(words.wait).waitFor();
      expect(await change.isDisabled()).toBe(true);
      await dialog.getByText(words.over).waitFor();
      expect(await change.isEnabled()).toBe(true);
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([english, chinese])(
    'for sure, because the answer was lost: it is said which one opens the door ($lang)',
    async (words) => {
      const email = words.lang === 'en' ? 'agent2@demo' : 'designer@demo';
      const page = await room.open('/', { lang: words.lang, email });
      await page.route('**/api/me/password', async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      });
      await page.getByRole('button', { name: words.account }).click();
      await page.getByRole('menuitem', { name: words.change }).click();
      const dialog = page.getByRole('dialog', { name: words.title });
      await dialog.getByLabel(words.current, { exact: true }).fill('stepwise');
      await dialog.getByLabel(words.next, { exact: true }).fill('a longer one');
      await dialog.getByRole('button', { name: words.ok, exact: true }).click();
      await dialog.getByRole('alert').getByText(words.unknown).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(await mayEnter(room, email, 'a longer one')).toBe(true);
      expect(room.takeFaults()).toEqual([]);
    },
  );
});

/** As soon as a dialog has the focus and the menu that led to it is gone: a key goes to what lies on top. */
async function closeByKey(page: Page): Promise<void> {
  await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
  await page.waitForFunction(() => Boolean(document.activeElement?.closest('[role=dialog]')));
  await page.keyboard.press('Escape');
}

withBrowser('the menu of the account', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it('has the focus again when what it opened is closed, by mouse and by keys', async () => {
    const page = await room.open('/', { lang: 'en', email: 'manager@demo' });
    const account = page.getByRole('button', { name: 'My account' });
    const hasFocus = (): Promise<void> => account.and(page.locator(':focus')).waitFor();
    for (const [item, title] of [
      ['Change password…', 'Change password'],
      ['Sign-ins…', 'Where I am signed in'],
    ] as const) {
      await account.click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('dialog', { name: title }).waitFor();
      await closeByKey(page);
      await page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });
      await hasFocus();
    }
    await page.keyboard.press('Enter');
    const word = page.getByRole('menuitem', { name: 'Change password…' });
    await word.waitFor();
    await page.keyboard.press('Tab');
    for (let press = 0; press < 8 && !(await word.evaluate((at) => at === document.activeElement)); press++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Change password' }).waitFor();
    await closeByKey(page);
    await hasFocus();
    // The key that chose does not press the button as well.
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    expect(room.takeFaults()).toEqual([]);
  });

  it('and so has the menu of a ticket', async () => {
    const id = await openRefund(await signIn(room, 'agent@demo'), { subject: 'Menu' });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'lead@demo' });
    const more = page.getByRole('button', { name: 'More', exact: true });
    await more.click();
    await page.getByRole('menuitem', { name: 'Change priority' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await more.and(page.locator(':focus')).waitFor();
    expect(room.takeFaults()).toEqual([]);
  });
});

withBrowser('the first person of an installation', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole({ demo: false });
  });
  afterAll(() => room.close());

  const english = {
    ...{ lang: 'en' as Lang, title: 'Create the administrator', noToken: 'its end is missing here' },
    ...{ name: 'Name', email: 'E-mail', password: 'Password', create: 'Create and sign in' },
    ...{
      missing: 'Enter your name',
      guessed: 'guessed first',
      short: 'At least 10 characters',
      home: 'Settings',
      hint: 'There is nobody here yet',
    },
  };
  const chinese: typeof english = {
    ...{ lang: 'zh-CN', title: '创建管理员', noToken: '链接不完整' },
    ...{ name: '姓名', email: '邮箱', password: '密码', create: '创建并登录' },
    ...{ missing: '请输入姓名', guessed: '最常被猜到', short: '至少 10 个字符', home: '系统设置' },
    hint: '系统中还没有任何账号',
  };
  const create = async (page: Page, words: typeof english, password: string): Promise<void> => {
    await page.getByLabel(words.name, { exact: true }).fill('Ada <b>');
    await page.getByLabel(words.email).fill(`ada-${words.lang}@example.org`);
    await page.getByLabel(words.password, { exact: true }).fill(password);
    await page.getByRole('button', { name: words.create }).click();
  };

  it.each([english, chinese])('comes in by the link that was printed, once ($lang)', async (words) => {
    await room.test.db.pool.query('update users set active = false');
    const door = await room.open('/', { lang: words.lang });
    await door.getByText(words.hint).waitFor();
    expect(await findBarriers(door)).toEqual([]);
    if (words.lang === 'zh-CN') expect(await findStrayEnglish(door, ['English'])).toEqual([]);
    const token = await room.test.app.get(SetupService, { strict: false }).newToken();
    const bare = await room.open('/setup', { lang: words.lang });
    await bare.getByText(words.noToken).waitFor();
    expect(await bare.getByRole('button', { name: words.create }).isDisabled()).toBe(true);

    const page = await room.open(`/setup#${String(token)}`, { lang: words.lang });
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await page.getByRole('button', { name: words.create }).click();
    await page.getByText(words.missing).waitFor();
    await create(page, words, 'short');
    await page.locator(REFUSED, { hasText: words.short }).waitFor();
    await create(page, words, 'Password2026');
    await page.locator(REFUSED, { hasText: words.guessed }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    if (words.lang === 'zh-CN') expect(await findStrayEnglish(page, ['English', 'Ada', '<b>'])).toEqual([]);
    await create(page, words, 'long enough');
    await page.getByRole('link', { name: words.home }).waitFor();
    expect(await mayEnter(room, `ada-${words.lang}@example.org`, 'long enough')).toBe(true);

    await door.reload();
    await door.getByRole('heading', { level: 1 }).waitFor();
    await door.waitForLoadState('networkidle');
    expect(await door.getByText(words.hint).count()).toBe(0);
    const late = await room.open(`/setup#${String(token)}`, { lang: words.lang });
    await create(late, words, 'long enough');
    await late.getByRole('alert').waitFor();
    expect(await late.getByLabel(words.name, { exact: true }).inputValue()).toBe('Ada <b>');
    expect(room.takeFaults()).toEqual([]);
  });
});
