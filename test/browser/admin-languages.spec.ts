import { customerIdOf } from '../../src/demo/shop-data.js';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Connections } from '../../src/automation/connections.service.js';
import { DEMO_PEOPLE } from '../../src/demo/people-data.js';
import { findChromium } from '../support/chromium.js';
import { signIn, until, type Api } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom } from './console-room.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const ADMIN = 'admin@demo';

/** Names of people, ids, and how languages name themselves. */
const DATA = [
  /[\w.]+@demo/g,
  ...DEMO_PEOPLE.map(({ name }) => name),
  ...['English', 'shop', 'JSON', /\w+\/[\w/]+/g, 'UTC'],
  /\bagent\b/g,
];

interface Shown {
  name: string;
  calls: { lastError: { ticketId: string } | null };
}

withBrowser("the administrator's pages in two languages", () => {
  let room: ConsoleRoom;
  let agent: Api;
  let admin: Api;
  let other: Server;
  let base: string;
  beforeAll(async () => {
    room = await openConsole();
    agent = await signIn(room, 'agent@demo');
    admin = await signIn(room, ADMIN);
    // The end of the path says how it answers: a status, or a type of content.
    other = createServer((request, response) => {
      const [, kind = ''] = request.url?.split('/') ?? [];
      if (/^\d+$/.test(kind)) response.writeHead(Number(kind)).end();
      else response.writeHead(200, { 'content-type': decodeURIComponent(kind) }).end('x');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}`;
  });
  afterAll(async () => {
    await room.close();
    other.closeAllConnections();
    other.close();
  });

  const connect = (baseUrl: string, allowPrivate = true): void =>
    room.test.app.get(Connections, { strict: false }).set('shop', { baseUrl, allowPrivate });

  /** Opens a ticket whose call to the shop fails, and waits until that is known. */
  const fail = async (): Promise<void> => {
    const { body } = await agent.post('/api/tickets', {
      ...{ sop: 'refund-only', subject: '退款', channel: 'phone', lang: 'zh-CN' },
      ...{
        data: { orderId: 'ORD-700100', reason: 'damaged' },
        customer: { id: customerIdOf('ORD-700100'), name: '王小明' },
      },
    });
    await until(
      async () => (await admin.get<{ items: Shown[] }>('/api/connections')).items,
      (items) => items.some(({ calls }) => calls.lastError?.ticketId === body['id']),
    );
  };

  it.each([
    { at: '/404', zh: '对方拒绝了请求（状态码 404）', en: 'It refused the request (status 404)' },
    { at: '/302', zh: '返回重定向（状态码 302）', en: 'It redirects (status 302)' },
    {
      at: '/text%2F<img src=x onerror=window.pwned=1>',
      zh: '返回内容不是 JSON',
      en: 'The answer is not JSON',
    },
    { at: '', isPrivate: false, zh: '不在公网上', en: 'not on the public internet' },
  ])('say why a call and a test failed: $en', async ({ at, zh, en, isPrivate = true }) => {
    connect(base + at, isPrivate);
    await fail();
    const page = await room.open('/admin/connections', { lang: 'zh-CN', email: ADMIN });
    const shop = page.getByRole('region', { name: 'shop', exact: true });
    await shop.getByText(zh).waitFor();
    await shop.getByRole('link', { name: '仅退款' }).first().waitFor();
    await shop.getByRole('button', { name: '测试连接 shop' }).click();
    await shop.getByRole('alert').waitFor();
    expect(await findStrayEnglish(page, DATA)).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
    const english = await room.open('/admin/connections', { lang: 'en', email: ADMIN });
    const inEnglish = english.getByRole('region', { name: 'shop', exact: true });
    await inEnglish.getByText(en).waitFor();
    await inEnglish.getByRole('link', { name: 'Refund only' }).first().waitFor();
    await inEnglish.getByRole('button', { name: 'Test the connection shop' }).click();
    await inEnglish.getByRole('alert').waitFor();
    expect(await inEnglish.innerText()).not.toMatch(/\p{Script=Han}/u);
    expect(await english.evaluate(() => 'pwned' in window)).toBe(false);
    expect(room.takeFaults()).toEqual([]);
    for (const one of [page, english]) await one.context().close();
  });

  it('hold no English in Chinese where a person, a team or a skill is changed', async () => {
    const page = await room.open('/admin/people', { lang: 'zh-CN', email: ADMIN });
    const stray = (): Promise<string[]> => findStrayEnglish(page, DATA);
    const form = page.getByRole('dialog');
    const press = (name: string): Promise<void> =>
      page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click();
    await page.locator('[data-testid=admin-table] tbody tr').first().waitFor();
    expect(await stray()).toEqual([]);
    await page.getByRole('button', { name: '新建人员' }).click();
    await press('创建');
    await form.getByText('请填写').first().waitFor();
    expect(await stray()).toEqual([]);
    await form.getByRole('textbox', { name: '姓名' }).fill('小王');
    await press('取消');
    await page.getByText('放弃未保存的修改？').last().waitFor();
    expect(await stray()).toEqual([]);
    await press('放弃修改');
    await page.locator('[data-testid=admin-table] tbody a').first().click();
    await form.getByRole('button', { name: '重置密码…' }).click();
    await page.getByRole('dialog').getByText('对方会立即在所有设备退出登录').waitFor();
    expect(await stray()).toEqual([]);
    await press('取消');
    await form.getByRole('button', { name: '停用…' }).click();
    await page.getByText('对方会立即退出登录').last().waitFor();
    expect(await stray()).toEqual([]);

    for (const { path, sign } of [
      { path: 'teams/new', sign: '新建团队' },
      { path: 'teams/after-sales', sign: '售后组' },
      { path: 'skills', sign: '技能' },
      { path: 'skills/new', sign: '新建技能' },
      { path: 'skills/refunds', sign: '技能“退款”' },
    ]) {
      await page.goto(`${room.url}/admin/${path}`);
      await page.getByText(sign).first().waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      expect({ path, stray: await stray() }).toEqual({ path, stray: [] });
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    { lang: 'en' as const, chinese: 'Name in Chinese', inEnglish: 'Name in English', create: 'Create' },
    { lang: 'zh-CN' as const, chinese: '中文名称', inEnglish: '英文名称', create: '创建' },
  ])('say at the very field that a name is missing ($lang)', async ({ lang, chinese, inEnglish, create }) => {
    const page = await room.open('/admin/teams/new', { lang, email: ADMIN });
    const form = page.getByRole('dialog');
    await form.getByLabel(chinese).fill('夜班');
    await form.getByRole('button', { name: create, exact: true }).click();
    const errors = form.locator('[data-testid=admin-pair] .ant-form-item-has-error');
    await errors.first().waitFor();
    expect(await errors.count()).toBe(1);
    expect(await errors.getByLabel(inEnglish).count()).toBe(1);
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });

  it.each(['en', 'zh-CN'] as const)('are whole on a narrow screen ($0)', async (lang) => {
    const size = { width: 1024, height: 768 };
    const page = await room.open('/admin/people', { lang, email: ADMIN, size });
    const [person] = (await admin.get<{ items: { id: string }[] }>('/api/users')).items;
    // What is refused has the longest details.
    await agent.post('/api/users', { email: 'x@demo', name: 'X', password: 'y', roles: ['agent'] });
    for (const path of [
      ...['people', 'people/new', `people/${person?.id ?? ''}`, 'teams', 'teams/new', 'teams/after-sales'],
      ...['skills', 'skills/refunds', 'connections', 'record', 'record?outcome=refused'],
    ]) {
      await page.goto(`${room.url}/admin/${path}`);
      await page.waitForFunction(
        () => document.querySelector('[aria-busy="true"], [data-testid=admin-page]') !== null,
      );
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      await page.waitForTimeout(500);
      const details = page.locator('[data-testid=record-details] summary');
      for (const one of (await details.all()).slice(0, 4)) await one.click();
      const picture = process.env['STEPWISE_ADMIN_PICTURE'];
      if (picture !== undefined)
        writeFileSync(`${picture}-${path.replaceAll(/\W/g, '_')}-${lang}.png`, await page.screenshot());
      expect({ path, cut: await findCut(page) }).toEqual({ path, cut: [] });
    }
    expect(room.takeFaults()).toEqual([]);
  });
});

/** What reaches out of the window at the side, or can be scrolled there. */
function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-testid=frame] *, .ant-drawer-content *')];
    const name = (one: Element): string => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`;
    const out = shown.filter((one) => {
      if (one.closest('.sr-only, svg, .skip-link') !== null || !one.checkVisibility()) return false;
      const { right, width } = one.getBoundingClientRect();
      return width > 0 && right > innerWidth + 1;
    });
    const scrolling = shown.filter((one) => {
      const { overflowX } = getComputedStyle(one);
      return (overflowX === 'auto' || overflowX === 'scroll') && one.scrollWidth > one.clientWidth + 1;
    });
    return [...out, ...scrolling].map(name).slice(0, 8);
  });
}
