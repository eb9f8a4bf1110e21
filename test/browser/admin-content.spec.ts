import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { mayEnter, signIn, until, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { NAUGHTY } from '../support/naughty.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const ADMIN = 'admin@demo';

const IMAGE = '<img src=x onerror="window.pwned = 1">';
const FORMULA = '=HYPERLINK("https://example.invalid","here")';
const TEMPLATE = '{{count}} $t(next) {{name}} ${window.pwned = 1}';

const english = {
  ...{ lang: 'en' as Lang, find: 'Name or e-mail', nobody: 'Nobody fits', newPerson: 'New person' },
  ...{ name: 'Name', email: 'E-mail', password: 'First password', create: 'Create', save: 'Save' },
  ...{ skills: 'Skills', badName: 'begins with a letter', saved: 'Saved: ', cancel: 'Cancel' },
  ...{ deactivate: 'Deactivate…', reset: 'Set a new password…', newWord: 'Password', set: 'Set password' },
  ...{ team: 'Id', inEnglish: 'Name in English', inChinese: 'Name in Chinese', monday: 'Monday opens' },
  ...{ badBlock: 'goes over midnight', skill: 'Id of the skill', teams: 'Teams' },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', find: '姓名或邮箱', nobody: '没有符合的人员', newPerson: '新建人员' },
  ...{ name: '姓名', email: '邮箱', password: '初始密码', create: '创建', save: '保存' },
  ...{ skills: '技能', badName: '只能使用小写字母', saved: '已保存：', cancel: '取消' },
  ...{ deactivate: '停用…', reset: '重置密码…', newWord: '密码', set: '重置密码' },
  ...{ team: '标识', inEnglish: '英文名称', inChinese: '中文名称', monday: '周一开始' },
  ...{ badBlock: '表示跨零点', skill: '技能标识', teams: '团队' },
};

/** Nothing ran, nothing became an element, and the page is still there. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await page.locator('#root, body').locator('iframe, img, object, embed, base').count()).toBe(0);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(true);
}

withBrowser("texts of all kinds in the administrator's fields", () => {
  let room: ConsoleRoom;
  let admin: Api;
  beforeAll(async () => {
    room = await openConsole();
    admin = await signIn(room, ADMIN);
  });
  afterAll(() => room.close());

  const press = (inside: Page | Locator, name: string): Promise<void> =>
    inside.getByRole('button', { name, exact: true }).click();

  it.each([english, chinese])('stay texts in a person and a search ($lang)', async (words) => {
    const page = await room.open('/admin/people', { lang: words.lang, email: ADMIN });
    const find = page.getByRole('searchbox', { name: words.find });
    for (const text of NAUGHTY) await find.fill(text.replaceAll('\n', ' '));
    await page.getByText(words.nobody).waitFor();
    await find.fill(IMAGE);
    await page.reload();
    expect(await find.inputValue()).toBe(IMAGE);
    await page.getByText(words.nobody).waitFor();
    await find.fill('');

    await press(page, words.newPerson);
    const form = page.getByRole('dialog');
    const email = `"><svg/onload=pwned=1>.${words.lang.toLowerCase()}@demo.example`;
    await form.getByLabel(words.name, { exact: true }).fill(`${IMAGE} ${words.lang}`);
    await form.getByLabel(words.email).fill(email);
    await form.getByRole('textbox', { name: words.password }).fill(TEMPLATE);
    const skills = form.getByRole('combobox', { name: words.skills });
    await skills.fill('<script>window.pwned=1</script>');
    await skills.press('Enter');
    await press(form, words.create);
    await form.getByText(words.badName).waitFor();
    // By its cross: for a quarter of a second after typing, Backspace is kept from taking a whole entry away.
    await form.locator('.ant-select-selection-item-remove').click();
    await press(form, words.create);
    await page.waitForURL(/\/admin\/people\/(?!new)[^?]+/);
    await form.getByText(`${IMAGE} ${words.lang}`).waitFor();
    await page.reload();
    expect(await form.getByLabel(words.name, { exact: true }).inputValue()).toBe(`${IMAGE} ${words.lang}`);
    expect(await form.getByLabel(words.email).inputValue()).toBe(email);
    await expectHarmless(page);

    // Whoever made up the name, it is filled into sentences.
    await press(form, words.deactivate);
    await page.getByRole('dialog').getByText(IMAGE).last().waitFor();
    await press(page.getByRole('dialog').last(), words.cancel);
    await press(form, words.reset);
    const word = page.getByRole('textbox', { name: words.newWord });
    const reset = page.getByRole('dialog').filter({ has: word }).last();
    await word.fill(FORMULA);
    await press(reset, words.set);
    await reset.waitFor({ state: 'detached' });
    expect(await mayEnter(room, email, FORMULA)).toBe(true);
    await form.getByLabel(words.name, { exact: true }).fill(TEMPLATE);
    await press(form, words.save);
    await page.getByText(`${words.saved}${TEMPLATE}`).waitFor();
    await page.reload();
    await find.fill('{{count}} $t(next)');
    await page.getByRole('link', { name: TEMPLATE, exact: true }).first().waitFor();
    await page.getByText(email).waitFor();
    await expectHarmless(page);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])('stay texts in a team and a skill ($lang)', async (words) => {
    const id = `odd-${words.lang.toLowerCase()}`;
    const page = await room.open('/admin/teams/new', { lang: words.lang, email: ADMIN });
    const form = page.getByRole('dialog');
    await form.getByLabel(words.team, { exact: true }).fill('<b>');
    await form.getByLabel(words.inEnglish).fill(`${IMAGE} ${id}`);
    await form.getByLabel(words.inChinese).fill(`${TEMPLATE} ${id}`);
    const monday = form.getByRole('textbox', { name: words.monday }).first();
    await monday.fill('=1+1');
    await monday.blur();
    await form.getByText(words.badBlock).first().waitFor();
    await press(form, words.create);
    await form.getByText(words.badName).waitFor();
    await form.getByLabel(words.team, { exact: true }).fill(id);
    await monday.fill('8');
    await press(form, words.create);
    await page.waitForURL(`**/admin/teams/${id}`);
    const title = words.lang === 'en' ? `${IMAGE} ${id}` : `${TEMPLATE} ${id}`;
    await form.getByText(title).waitFor();
    await page.reload();
    expect(await form.getByLabel(words.inEnglish).inputValue()).toBe(`${IMAGE} ${id}`);
    expect(await form.getByLabel(words.inChinese).inputValue()).toBe(`${TEMPLATE} ${id}`);
    expect(await monday.inputValue()).toBe('08:00');
    await page.goto(`${room.url}/admin/teams`);
    await page.getByRole('link', { name: title, exact: true }).waitFor();
    await expectHarmless(page);
    await page.goto(`${room.url}/admin/people`);
    await page.getByRole('combobox', { name: words.teams }).click();
    await page.locator('.ant-select-item-option', { hasText: title }).click();
    await page.getByText(words.nobody).waitFor();
    await expectHarmless(page);

    await page.goto(`${room.url}/admin/skills/new`);
    await form.getByLabel(words.skill).fill('<script>window.pwned=1</script>');
    await form.getByRole('checkbox').first().check();
    expect(await form.getByRole('button', { name: words.save, exact: true }).isDisabled()).toBe(true);
    await form.getByRole('searchbox').fill(FORMULA);
    await until(
      () => form.getByRole('checkbox').count(),
      (count) => count === 0,
    );
    await expectHarmless(page);
    expect(room.takeFaults()).toEqual([]);
  });

  it('stay texts in an address that somebody was sent', async () => {
    const page = await room.open('/admin', { lang: 'en', email: ADMIN });
    for (const path of ['people', 'teams', 'skills', 'connections']) {
      await page.goto(`${room.url}/admin/${path}/${encodeURIComponent(IMAGE)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectHarmless(page);
    }
    await page.goto(
      `${room.url}/admin/people?q=${encodeURIComponent(IMAGE)}&role=__proto__&state=%3Cscript%3E`,
    );
    await page.getByText('Nobody fits').waitFor();
    await expectHarmless(page);
    expect(room.takeFaults()).toEqual([]);
    expect((await admin.get<{ items: unknown[] }>('/api/skills')).items.length).toBeGreaterThan(0);
  });
});
