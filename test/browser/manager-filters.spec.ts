import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { choose, dayAgo, MANAGER, periodOf, waitForTile } from './manager-desk.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const SOP = new URL('../../workflows/refund-only.yaml', import.meta.url);

const english = {
  ...{
    lang: 'en' as Lang,
    created: 'Tickets created',
    sop: 'SOP',
    refund: 'Refund only',
    version: 'Version',
  },
  ...{ second: 'Version 2', first: 'Version 1', every: 'All versions', own: 'Choose…' },
  ...{ from: 'First day', to: 'Last day' },
};
const chinese: typeof english = {
  ...{ lang: 'zh-CN', created: '新建工单', sop: '流程', refund: '仅退款', version: '版本' },
  ...{ second: '版本 2', first: '版本 1', every: '全部版本', own: '自定义' },
  ...{ from: '开始日期', to: '结束日期' },
};

withBrowser('the filters', () => {
  let room: ConsoleRoom;
  let api: Api;
  const created = async (query: string): Promise<number> => {
    const answer = await api.get<{ tickets: { created: number } }>(`/api/metrics/overview?${query}`);
    return answer.tickets.created;
  };
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, MANAGER);
    await publishAgain(room);
    await openRefund(await signIn(room, 'agent@demo'), { subject: 'The first of the second version' });
  });
  afterAll(() => room.close());

  it.each([english, chinese])('count the tickets of one version ($lang)', async ({ lang, ...words }) => {
    const page = await room.open('/manager', { lang, email: MANAGER });
    const isCounted = async (query: string): Promise<number> => {
      const count = await created(`${periodOf(14)}${query}`);
      await waitForTile(page, words.created, count, lang);
      return count;
    };
    await choose(page, words.sop, words.refund);
    const whole = await isCounted('&sop=refund-only');
    await choose(page, words.version, words.second);
    expect(await isCounted('&sop=refund-only&version=2')).toBe(1);
    expect(new URL(page.url()).search).toBe('?sop=refund-only&version=2');
    await choose(page, words.version, words.first);
    expect(await isCounted('&sop=refund-only&version=1')).toBe(whole - 1);
    await choose(page, words.version, words.every);
    expect(new URL(page.url()).search).toBe('?sop=refund-only');
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])(
    'count from the first day to the last, both of them in ($lang)',
    async ({ lang, ...words }) => {
      const page = await room.open('/manager', { lang, email: MANAGER });
      await page.getByText(words.own, { exact: true }).click();
      const [first, last] = [dayAgo(9), dayAgo(6)];
      await page.getByLabel(words.from).fill(first);
      await page.getByLabel(words.to).fill(last);
      const count = await created(`from=${first}&to=${dayAgo(5)}&tz=Asia/Shanghai`);
      await waitForTile(page, words.created, count, lang);
      const search = new URL(page.url()).searchParams;
      expect([search.get('from'), search.get('to')]).toEqual([first, last]);
      await page.getByLabel(words.from).fill(last);
      const day = await created(`from=${last}&to=${dayAgo(5)}&tz=Asia/Shanghai`);
      await waitForTile(page, words.created, day, lang);
      expect(day).toBeGreaterThan(0);
      expect(day).toBeLessThan(count);
      // A link to it shows the same.
      await page.reload();
      await waitForTile(page, words.created, day, lang);
      expect(room.takeFaults()).toEqual([]);
    },
  );
});

/** A second version of an SOP, which differs in the start value of a field only. */
async function publishAgain({ url }: ConsoleRoom): Promise<void> {
  const send = async (
    method: string,
    path: string,
    type: string,
    body: string,
    token = '',
  ): Promise<object> => {
    const headers = { 'content-type': type, authorization: `Bearer ${token}` };
    const answer = await fetch(url + path, { method, headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as object;
  };
  const login = JSON.stringify({ email: 'designer@demo', password: 'stepwise' });
  const { accessToken } = (await send('POST', '/api/auth/login', 'application/json', login)) as {
    accessToken: string;
  };
  const text = readFileSync(SOP, 'utf8').replace("requestedBy: ''", 'requestedBy: nobody');
  await send('PUT', '/api/sops/refund-only/draft', 'application/yaml', text, accessToken);
  await send('POST', '/api/sops/refund-only/publish', 'application/json', '{}', accessToken);
}
