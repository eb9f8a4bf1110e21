import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, until, type Api } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { choose, MANAGER, periodOf, waitForTile } from './manager-desk.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const english = {
  ...{ lang: 'en' as Lang, created: 'Tickets created', escalation: 'Escalation rate', n: /\d+ of \d+/ },
  ...{ before: /before: .*n = \d+/, why: /nobody of Warehouse is on shift\. .* at weekends/ },
  ...{
    inspection: 'Inspect the return',
    waiting: 'Waiting in “Inspect the return”',
    offShift: 'Nobody on shift',
  },
  ...{ time: 'Where the time went', happened: 'What happened', steps: 'Steps', forUs: 'Waits for us' },
  ...{ copy: 'Copy link', copied: /^Copied/, csv: 'CSV', sop: 'SOP', team: 'Team', channel: 'Channel' },
  ...{ exchange: 'Exchange', logistics: 'Logistics', phone: 'Phone', week: '7 days', month: '30 days' },
  ...{ none: 'No tickets in this period', help: /Choose a longer period/, again: 'Try again' },
  ...{ broken: 'The server did not answer as expected', kept: /Nothing you typed is lost/ },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', created: '新建工单', escalation: '问题升级率', n: /\d+ 中的 \d+/ },
  ...{ before: /上期 .*样本 \d+/, why: /仓库无人在班。周末进入的/ },
  ...{ inspection: '退货验收', waiting: '的等待记录', offShift: '无人在班' },
  ...{ time: '时间花在哪里', happened: '处理经过', steps: '步骤热力图', forUs: '等待我方' },
  ...{ copy: '复制链接', copied: /^已复制/, csv: '下载 CSV', sop: '流程', team: '团队', channel: '渠道' },
  ...{ exchange: '换货', logistics: '物流组', phone: '电话', week: '近 7 天', month: '近 30 天' },
  ...{ none: '该时间段内没有工单', help: /请选择更长的时间段/, again: '重试' },
  ...{ broken: '服务器返回异常', kept: /已输入的内容没有丢失/ },
};

withBrowser("the manager's day", () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, MANAGER);
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'leads from how things stand to the bottleneck, its tickets and the story of one ($lang)',
    async (words) => {
      const page = await room.open('/manager?days=7', { lang: words.lang, email: MANAGER });
      const tile = page.locator('[data-testid=tile]').filter({ hasText: words.escalation });
      expect(await tile.locator('[data-testid=tile-n]').textContent()).toMatch(words.n);
      expect(await tile.locator('[data-testid=tile-change]').textContent()).toMatch(words.before);
      expect(await page.locator('[data-testid=tile]').count()).toBe(8);

      await page.goto(`${room.url}/manager/bottlenecks?sop=return-refund`);
      const first = page.locator('[data-testid=figures] tbody tr').first();
      await first.getByRole('rowheader').getByRole('link', { name: words.inspection }).waitFor();
      expect(await first.locator('[data-testid=why]').textContent()).toMatch(words.why);
      await first.getByRole('rowheader').getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: words.waiting }).waitFor();
      const ticket = page.locator('[data-testid=figures] tbody tr').first();
      expect(await ticket.textContent()).toContain(words.offShift);
      const id = (await ticket.getByRole('link').first().textContent()) ?? '';
      await ticket.getByRole('rowheader').getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: id }).waitFor();
      await page.getByRole('heading', { level: 2, name: words.time }).waitFor();
      // The ticket may have been inspected again on a working day.
      const stays = page.locator('[data-testid=timeline-rows] li').filter({ hasText: words.inspection });
      const stay = stays.filter({ hasText: words.offShift }).first();
      await stay.waitFor();
      expect(await stay.locator('[data-testid=timeline-bar] [data-part="offShift"]').count()).toBe(1);
      await page.getByRole('heading', { level: 2, name: words.happened }).waitFor();
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([english, chinese])(
    'colours the diagram by the measure chosen, and a link shows the same to others ($lang)',
    async (words) => {
      const page = await room.open('/manager/steps?sop=return-refund', { lang: words.lang, email: MANAGER });
      const byShare = await heatOf(page, 'returning.waiting-for-dispatch');
      expect(byShare).toBeGreaterThan(0);
      await page.getByText(words.forUs, { exact: true }).first().click();
      await until(
        () => heatOf(page, 'returning.waiting-for-dispatch'),
        (heat) => heat === 0,
      );
      const inspection = await heatOf(page, 'inspecting.inspect');
      expect(inspection).toBeGreaterThan(50);
      await page.getByRole('button', { name: words.copy }).click();
      await page.getByText(words.copied).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toMatch(/sop=return-refund.*from=\d{4}-\d\d-\d\d|from=.*sop=return-refund/);

      const other = await room.open(link.replace(room.url, ''), { lang: words.lang, email: 'lead@demo' });
      expect(await heatOf(other, 'inspecting.inspect')).toBeGreaterThan(0);
      expect(await heatOf(other, 'returning.waiting-for-dispatch')).toBe(0);
      expect(await other.locator('[data-testid=heat-scale]').textContent()).toBe(
        await page.locator('[data-testid=heat-scale]').textContent(),
      );
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([english, chinese])('counts only what the filters leave ($lang)', async (words) => {
    const page = await room.open('/manager', { lang: words.lang, email: MANAGER });
    const counted = async (query: string, days = 14): Promise<void> => {
      const { tickets } = await api.get<{ tickets: { created: number } }>(
        `/api/metrics/overview?${periodOf(days)}${query}`,
      );
      await waitForTile(page, words.created, tickets.created, words.lang);
      expect(tickets.created).toBeGreaterThan(0);
    };
    await counted('');
    await choose(page, words.sop, words.exchange);
    await counted('&sop=exchange');
    await choose(page, words.channel, words.phone);
    await counted('&sop=exchange&channel=phone');
    await page.goto(`${room.url}/manager`);
    await choose(page, words.team, words.logistics);
    await counted('&team=logistics');
    await page.getByText(words.week, { exact: true }).click();
    await counted('&team=logistics', 7);
    expect(new URL(page.url()).search).toBe('?team=logistics&days=7');
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])(
    'says what to do where nothing is counted, and what happened when the server fails ($lang)',
    async (words) => {
      const page = await room.open('/manager?from=2020-01-01&to=2020-01-07', {
        lang: words.lang,
        email: MANAGER,
      });
      for (const path of ['/bottlenecks?', '/steps?sop=exchange&', '/people?', '?']) {
        await page.goto(`${room.url}/manager${path}from=2020-01-01&to=2020-01-07`);
        await page.getByText(words.none).first().waitFor();
        await page.getByText(words.help).first().waitFor();
      }
      await page.locator('[data-testid=no-cases]').getByRole('button', { name: words.month }).click();
      await page.locator('[data-testid=tile]').first().waitFor();

      await page.route('**/api/metrics/**', (route) => route.fulfill({ status: 500, body: 'out of order' }));
      await page.goto(`${room.url}/manager/bottlenecks`);
      const alert = page.getByRole('alert').filter({ hasText: words.broken });
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(words.kept);
      await page.unroute('**/api/metrics/**');
      await alert.getByRole('button', { name: words.again }).click();
      await page.locator('[data-testid=figures] tbody tr').first().waitFor();
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it('hands lists to spreadsheets with a BOM and without live formulas', async () => {
    const agent = await signIn(room, 'agent@demo');
    const subject = '=HYPERLINK("http://evil.example","click")';
    await openRefund(agent, { subject });
    const page = await room.open('/manager/tickets?list=backlog&of=created', {
      lang: 'en',
      email: MANAGER,
    });
    await page.getByRole('link', { name: subject }).waitFor();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: english.csv }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^stepwise-.+\.csv$/);
    const file = readFileSync(await download.path());
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = file.subarray(3).toString('utf8');
    expect(text).toContain('\'=HYPERLINK(""http://evil.example"",""click"")');
    expect(text.split('\r\n').length).toBeGreaterThan(20);
    expect(text.match(/(^|,|\r\n)"?[=+@\t-]/)).toBeNull();
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    { lang: 'en' as const, look: 'light' as const },
    { lang: 'zh-CN' as const, look: 'dark' as const },
  ])('is open to everybody: nothing serious for axe ($lang, $look)', async ({ lang, look }) => {
    const page = await room.open('/manager', { lang, look, email: MANAGER });
    await page.locator('[data-testid=tile]').first().waitFor();
    await page.locator('[data-testid=top] li').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    for (const [path, there] of [
      ['steps', '[data-testid=choose-sop] li'],
      ['steps?sop=return-refund', '[data-testid=sop-node]'],
      ['bottlenecks', '[data-testid=figures] tbody tr'],
      ['people', '[data-testid=figures] tbody tr'],
      ['tickets?list=figure&of=escalation', '[data-testid=figures] tbody tr'],
    ] as const) {
      await page.goto(`${room.url}/manager/${path}`);
      await page.locator(there).first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
    }
    await page.locator('[data-testid=figures] tbody th a').first().click();
    await page.locator('[data-testid=timeline-rows] li').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });
});

/** How strongly a step of the heat map is coloured, in per cent. */
async function heatOf(page: Page, step: string): Promise<number> {
  const node = page.locator(`[data-testid=sop-node][data-step="${step}"]`);
  await node.waitFor();
  return node.evaluate((element) => parseFloat((element as HTMLElement).style.getPropertyValue('--heat')));
}
