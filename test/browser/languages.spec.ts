import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PEOPLE } from '../../src/demo/people-data.js';
import { findChromium } from '../support/chromium.js';
import { openConsole, type ConsoleRoom } from './console-room.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

/** Names of people and systems, ids of tickets' texts, and what the diagram's library signs with. */
const DATA = [
  /\S+@demo/g,
  ...DEMO_PEOPLE.map(({ name }) => name),
  ...['English', 'React Flow attribution', 'React Flow', 'shop', 'Asia/Shanghai'],
  /\bagent\b/g,
];

withBrowser('the Chinese view', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it.each([
    { who: 'lead', path: '/lead', sign: '团队看板' },
    { who: 'designer', path: '/designer', sign: '流程' },
    { who: 'designer', path: '/designer/refund-only', sign: '仅退款' },
    { who: 'designer', path: '/designer/complaint', sign: '投诉' },
    { who: 'designer', path: '/designer/refund-only/versions', sign: '历史版本' },
    { who: 'designer', path: '/designer/refund-only/walk', sign: '试走' },
    { who: 'manager', path: '/manager', sign: '总览' },
    { who: 'manager', path: '/manager/steps?sop=return-refund', sign: '热力图' },
    { who: 'manager', path: '/manager/bottlenecks', sign: '瓶颈' },
    { who: 'manager', path: '/manager/people', sign: '人员' },
    { who: 'admin', path: '/admin/people', sign: '人员' },
    { who: 'admin', path: '/admin/teams', sign: '团队' },
    { who: 'admin', path: '/admin/skills', sign: '技能' },
    { who: 'admin', path: '/admin/connections', sign: '连接' },
  ])('of $path holds no English', async ({ who, path, sign }) => {
    const page = await room.open(path, { lang: 'zh-CN', email: `${who}@demo` });
    await page.getByRole('heading', { name: sign }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    // What customers wrote is in their language.
    const said = await page
      .locator('[data-testid=held-subject]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title') ?? ''));
    expect(await findStrayEnglish(page, [...DATA, ...said])).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });
});
