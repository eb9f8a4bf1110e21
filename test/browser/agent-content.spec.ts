import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { messagesOf, openRefund, signIn, way, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';
import { NAUGHTY } from '../support/naughty.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

interface Named {
  subject: string;
  customer: { name: string };
  assigneeName: string | null;
}

const wasRun = (page: Page): Promise<boolean> => page.evaluate(() => 'pwned' in window);
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);

async function isInSight(log: Locator, text: string): Promise<boolean> {
  const [inner, outer] = [await log.getByText(text, { exact: true }).boundingBox(), await log.boundingBox()];
  return inner !== null && outer !== null && inner.y >= outer.y && inner.y <= outer.y + outer.height;
}

withBrowser('texts of all kinds', () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  it('shows scripts, markup and formulas as text wherever they come from, and runs nothing', async () => {
    const id = await openRefund(api, {
      subject: NAUGHTY.slice(0, 8).join(' ').slice(0, 480),
      customer: { id: 'CUS-NAUGHTY', name: '<img src=x onerror="window.pwned = 1">' },
    });
    for (const body of NAUGHTY)
      await api.post(`/api/tickets/${id}/messages`, { from: 'agent', body, internal: true });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    const log = page.getByRole('log');
    await log.getByText('# Heading').waitFor();
    const shown = (await log.innerText()).replace(/\s+/g, ' ');
    for (const body of NAUGHTY) expect(shown).toContain(body.replace(/\s+/g, ' ').trim());
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('tabpanel').locator('li').first().waitFor();
    expect(await wasRun(page)).toBe(false);
    expect(await log.locator('script, iframe, img, form, input').count()).toBe(0);
    expect(room.takeFaults()).toEqual([]);
  });

  it('a long conversation begins with what was said last; what was said before comes when it is asked for', async () => {
    const id = await openRefund(api, { subject: 'Long' });
    for (let n = 1; n <= 130; n += 1)
      await api.post(`/api/tickets/${id}/messages`, { from: 'agent', body: `Note ${n}.`, internal: true });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    const log = page.getByRole('log');
    await log.getByText('Note 130.', { exact: true }).waitFor();
    expect(await log.getByText('Note 20.', { exact: true }).count()).toBe(0);
    expect(await isInSight(log, 'Note 130.')).toBe(true);
    const more = log.getByRole('button', { name: 'Earlier messages' });
    await more.click();
    await log.getByText('Note 1.', { exact: true }).waitFor();
    await more.waitFor({ state: 'detached' });
    // What was on top before stays in sight.
    const first = log.getByText('Note 31.', { exact: true });
    expect((await first.boundingBox())?.y).toBeGreaterThan((await log.boundingBox())?.y ?? Infinity);
    await api.post(`/api/tickets/${id}/messages`, { from: 'agent', body: 'One more.', internal: true });
    await page.getByRole('button', { name: 'New messages' }).click();
    await log.getByText('One more.', { exact: true }).waitFor();
    expect(await isInSight(log, 'One more.')).toBe(true);
    expect(room.takeFaults()).toEqual([]);
  });

  it('on a low screen no field that has the focus lies under the ways out', async () => {
    const id = await openRefund(api, { subject: 'Low' });
    const size = { width: 1024, height: 640 };
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo', size });
    const ways = page.getByTestId('ways').first();
    await ways.waitFor();
    await page.locator('[data-scrolls] input[id$="/amount"]').waitFor();
    const fields = page.locator('[data-scrolls] :is(input, textarea):visible:enabled');
    const count = await fields.count();
    expect(count).toBeGreaterThan(1);
    for (let at = 0; at < count; at += 1) {
      await page.locator('[data-scrolls]').evaluate((panel) => panel.scrollTo(0, 0));
      await fields.nth(at).focus();
      const [field, below] = [await fields.nth(at).boundingBox(), await ways.boundingBox()];
      if (field === null || below === null) throw new Error('nothing to be seen');
      expect(field.y + field.height).toBeLessThanOrEqual(below.y + 1);
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it('takes them in every field that an agent fills in', async () => {
    const id = await openRefund(api, { subject: 'Fields' });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    const all = NAUGHTY.join('\n');
    await page.getByRole('textbox', { name: 'Reply' }).fill(all);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('log').getByText('</textarea><script>').waitFor();
    expect((await messagesOf(api, id)).at(-1)?.body).toBe(all.trim());
    await way(page, 'Reject').click();
    const reason = NAUGHTY.slice(0, 12).join(' ').slice(0, 490);
    await page.getByRole('dialog').getByRole('textbox').fill(reason);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 2, name: 'Explain the rejection' }).waitFor();
    await page.locator('[data-testid=step-instructions]').getByText('window.pwned').first().waitFor();
    expect(await api.get(`/api/tickets/${id}`)).toMatchObject({ data: { finding: reason } });

    await page.goto(`${room.url}/agent/new?sop=refund-only`);
    await page.getByLabel('Customer number').fill('CUS-"><script>');
    await page
      .getByLabel('Name', { exact: false })
      .first()
      .fill(NAUGHTY[4] ?? '');
    await page.getByLabel('Subject').fill(NAUGHTY[0] ?? '');
    await page.getByLabel('Order number').fill('ORD-700100');
    await page.getByText('Arrived damaged').click();
    await page.getByLabel('What the customer said').fill(NAUGHTY.slice(0, 20).join('\n'));
    await page.getByRole('button', { name: 'Open ticket' }).click();
    await page.getByRole('heading', { level: 1, name: NAUGHTY[0] }).waitFor();
    expect(await wasRun(page)).toBe(false);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    { width: 1024, height: 768 },
    { width: 1280, height: 800 },
  ])('keeps its width with very long and right-to-left texts ($width)', async (size) => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 100);
    const id = await openRefund(api, { subject: 'W'.repeat(400), customer: { id: 'C'.repeat(90), name } });
    for (const body of ['x'.repeat(10_000), 'مرحبا بالعالم '.repeat(200), '你好'.repeat(2_000)])
      await api.post(`/api/tickets/${id}/messages`, { from: 'agent', body, internal: true });
    for (const path of [`/agent/tickets/${id}`, `/agent/tickets/${id}?side=context`, '/agent']) {
      const page = await room.open(path, { lang: 'en', email: 'agent@demo', size });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('[data-testid=list-row], [data-testid=ways]').first().waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (path !== '/agent') {
        await page.getByLabel('What you found').fill('y'.repeat(10_000));
        await page.getByText('At most 500 characters').waitFor();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it('has no stray English in the Chinese view', async () => {
    const customer = { id: 'CUS-700', name: '王小明' };
    // Languages name themselves; skills, subjects and names of goods and people are data.
    const tickets = await api.get<{ items: Named[] }>('/api/tickets?waitsFor=person&sort=due&limit=100');
    const { held } = await api.get<{ held: { ticket: Named }[] }>('/api/desk');
    const named = [...tickets.items, ...held.map(({ ticket }) => ticket)];
    const words = named.flatMap((ticket) => [
      ticket.subject,
      ticket.customer.name,
      ticket.assigneeName ?? '',
    ]);
    const data = [
      ...words.filter((word) => word !== ''),
      ...['English', 'refunds', 'complaints', 'Ella Marsh', /[^/]* \/ (?=[一-鿿])/g],
    ];
    const id = await openRefund(api, { subject: '退款', lang: 'zh-CN', customer });
    const page = await room.open('/agent/new?sop=refund-only', { lang: 'zh-CN', email: 'agent@demo' });
    await page.locator('[data-testid=new-form]').waitFor();
    expect(await findStrayEnglish(page, data)).toEqual([]);
    await page.getByRole('button', { name: '创建工单' }).click();
    await page.locator('[data-testid=sf-message]').first().waitFor();
    expect(await findStrayEnglish(page, data)).toEqual([]);

    await page.goto(`${room.url}/agent`);
    await page.locator('[data-testid=list-row]').first().waitFor();
    expect(await findStrayEnglish(page, data)).toEqual([]);
    await page.goto(`${room.url}/agent/tickets/${id}`);
    await page.locator('[data-testid=ways]').waitFor();
    for (const tab of ['流程图', '历史工单', '处理记录']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await findStrayEnglish(page, data)).toEqual([]);
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    expect(await findStrayEnglish(page, data)).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });
});
