import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, until, type Api } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const english = {
  ...{ lang: 'en' as Lang, sop: 'Refund only', edit: 'Edit Refund only', step: 'Assess the request' },
  ...{ renamed: 'Assess with care', title: 'Title (English)', way: 'Grant refund', newWay: 'Grant it now' },
  ...{
    find: 'Find',
    undo: 'Undo',
    unchanged: 'unchanged',
    unsaved: 'Unsaved changes',
    whole: 'The SOP as a whole',
  },
  ...{
    save: 'Save draft',
    saved: 'Draft saved',
    publish: 'Publish…',
    refused: /errors? forbids? publishing/,
  },
  ...{
    publishAs: 'Publish version',
    may: /nothing forbids publishing/,
    walk: 'Walk through',
    begin: 'Open the ticket',
  },
  ...{ answer: 'Answer so', ask: 'Ask for evidence', evidence: 'Waiting for evidence', skip: /^Skip to it/ },
  ...{ ended: /^The ticket has ended/, back: 'Back to the editor', compare: 'Compare', changed: 'Changed' },
  ...{
    stay: /open tickets? stays? in the version/,
    published: /Version \d+ is published/,
    versions: /Versions of/,
  },
  ...{ version: 'Version', inUse: 'In use', line: /^line \d+$/, clean: /no findings|warning/ },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', sop: '仅退款', edit: '编辑仅退款', step: '审核退款申请' },
  ...{ renamed: '仔细审核申请', title: '名称（中文）', way: '同意退款', newWay: '同意并退款' },
  ...{ find: '查找', undo: '撤销', unchanged: '未改动', unsaved: '有未保存的改动', whole: '整个流程' },
  ...{ save: '保存草稿', saved: '草稿已保存', publish: '发布…', refused: /个错误，修正后才能发布/ },
  ...{ publishAs: '发布第', may: /可以发布|不影响发布/, walk: '试走', begin: '创建工单并开始' },
  ...{ answer: '返回此结果', ask: '请买家补充凭证', evidence: '等待买家补充凭证', skip: /^跳到此时/ },
  ...{ ended: /^工单已结束/, back: '返回编辑', compare: '对比', changed: '修改' },
  ...{ stay: /张处理中的工单仍按原版本/, published: /第 \d+ 版已发布/, versions: /历史版本/ },
  ...{ version: '第', inUse: '使用中', line: /^第 \d+ 行$/, clean: /没有问题|警告/ },
};

withBrowser("the designer's day", () => {
  let room: ConsoleRoom;
  let api: Api;
  let agent: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, 'designer@demo');
    agent = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'edits an SOP on both sides, breaks and mends it, walks through it, compares and publishes ($lang)',
    async (words) => {
      const before = await newestOf(api, 'refund-only');
      const inFlight = await openRefund(agent, { subject: `Stays behind ${words.lang}`, lang: words.lang });
      const page = await room.open('/designer', { lang: words.lang, email: 'designer@demo' });
      await page.getByRole('link', { name: words.edit }).click();
      const step = page.locator('[data-testid=sop-node][data-step="checking.assess"]');
      const panel = page.locator('[data-testid=panel]');
      const yaml = page.locator('.cm-content');

      // Choosing in one shows the other.
      await step.click();
      await page.locator('.cm-activeLine', { hasText: 'assess:' }).waitFor();
      await panel.getByRole('heading', { name: words.step }).waitFor();
      await findInYaml(page, words, 'waiting-for-evidence:');
      await panel.getByRole('heading', { name: words.evidence }).waitFor();
      await page
        .locator('[data-testid=sop-node][data-step="checking.waiting-for-evidence"][aria-pressed="true"]')
        .waitFor();

      // A text in the panel, another in the YAML, and both undone.
      await renameStep(page, words);
      await yaml.getByText(words.renamed).first().waitFor();
      await replaceInYaml(page, words, words.way, words.newWay);
      await page.getByRole('application').getByText(words.newWay).first().waitFor();
      await page.getByText(words.unsaved, { exact: true }).waitFor();
      const undo = page.getByRole('button', { name: words.undo, exact: true });
      await undo.click();
      await page.getByRole('application').getByText(words.way).first().waitFor();
      await step.filter({ hasText: words.renamed }).waitFor();
      await undo.click();
      await step.filter({ hasText: words.step }).waitFor();
      await page.getByText(words.unchanged, { exact: true }).waitFor();
      expect(await undo.isDisabled()).toBe(true);

      // A way that leads nowhere: found, led to, and not to be published.
      await replaceInYaml(page, words, 'target: waiting-for-order-number', 'target: nowhere');
      await yaml.press('Control+Home');
      const finding = page
        .locator('[data-testid=findings]')
        .getByRole('button')
        .filter({ hasText: 'nowhere' });
      await finding.first().waitFor();
      expect(await finding.first().locator('[data-testid=finding-line]').textContent()).toMatch(words.line);
      await finding.first().click();
      await page.locator('.cm-activeLine', { hasText: 'target: nowhere' }).waitFor();
      await page
        .locator('[data-testid=sop-node][data-step="checking.look-up-by-hand"] [data-testid=is-error]')
        .waitFor();
      await page.getByRole('button', { name: words.publish }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words.save }).click();
      await dialog.getByText(words.refused).waitFor();
      expect(await dialog.getByRole('button', { name: words.publishAs }).isDisabled()).toBe(true);
      expect((await api.post('/api/sops/refund-only/publish')).status).toBeGreaterThanOrEqual(400);
      expect(await newestOf(api, 'refund-only')).toBe(before);
      await dialog.getByRole('button').filter({ hasText: 'nowhere' }).click();
      await dialog.waitFor({ state: 'detached' });

      // Mended, with one text changed; saved with the keyboard.
      await replaceInYaml(page, words, 'target: nowhere', 'target: waiting-for-order-number');
      await renameStep(page, words);
      await page.getByText(words.unsaved, { exact: true }).waitFor();
      await page.keyboard.press('Control+s');
      await page.getByText(words.unsaved, { exact: true }).waitFor({ state: 'detached' });
      await page
        .locator('[data-testid=findings]')
        .getByRole('status')
        .filter({ hasText: words.clean })
        .waitFor();

      await walkToTheEnd(page, words);
      await page.getByRole('link', { name: words.back }).click();
      await page.getByRole('link', { name: words.compare, exact: true }).click();
      const entry = page.locator('[data-testid=compare-entry]').filter({ hasText: words.renamed });
      expect(await entry.first().textContent()).toContain(words.changed);
      const compared = page.locator(
        '[data-testid=sop-node][data-step="checking.assess"][data-tone="changed"]',
      );
      await compared.filter({ hasText: words.changed }).waitFor();
      await page.locator('[data-testid=compare-changes]', { hasText: words.step }).first().waitFor();
      await page.getByRole('link', { name: words.back }).click();

      await page.getByRole('button', { name: words.publish }).click();
      await dialog.getByText(words.may).waitFor();
      await dialog.getByText(words.stay).waitFor();
      await dialog.getByText(words.renamed).waitFor();
      await dialog.getByRole('button', { name: words.publishAs }).click();
      await dialog.getByText(words.published).first().waitFor();
      await dialog.getByRole('link', { name: words.versions }).click();
      await page.getByRole('heading', { level: 1, name: words.versions }).waitFor();
      await page
        .getByRole('rowheader', { name: `${words.version} ${before + 1}` })
        .filter({ hasText: words.inUse })
        .waitFor();

      // The ticket under way stays where it began, the next one begins in the new version.
      expect(await agent.get(`/api/tickets/${inFlight}`)).toMatchObject({ sopVersion: before });
      const next = await openRefund(agent, { subject: `Goes ahead ${words.lang}` });
      expect(await agent.get(`/api/tickets/${next}`)).toMatchObject({ sopVersion: before + 1 });
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([
    { lang: 'en' as const, look: 'light' as const },
    { lang: 'zh-CN' as const, look: 'dark' as const },
  ])('is open to everybody: nothing serious for axe ($lang, $look)', async ({ lang, look }) => {
    const page = await room.open('/designer', { lang, look, email: 'designer@demo' });
    await page.getByRole('table').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/designer/exchange?at=/states/checking`);
    await page.locator('[data-testid=sop-node]').first().waitFor();
    await page.locator('[data-testid=findings] [role=status]').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    // A draft to compare with.
    await page.locator('[data-testid=panel]').getByRole('textbox').first().fill(`核对 ${look}`);
    await page.locator('.cm-content', { hasText: `核对 ${look}` }).waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('.ant-message-success').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/designer/refund-only/walk`);
    await page.locator('[data-testid=walk-intake] button[type=submit]').click();
    await page.locator('[data-testid=walk-call]').waitFor();
    await page.locator('[data-testid=sop-node]').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/designer/exchange/versions`);
    await page.getByRole('table').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/designer/exchange/compare?from=1&to=draft`);
    await page.locator('[data-testid=compare-list]').waitFor();
    await page.locator('[data-testid=sop-node]').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });
});

/** Gives the step another title in the panel. */
async function renameStep(page: Page, words: Words): Promise<void> {
  const step = page.locator('[data-testid=sop-node][data-step="checking.assess"]');
  const panel = page.locator('[data-testid=panel]');
  await step.click();
  await panel.getByRole('heading', { name: words.step }).waitFor();
  // What was looked at before may have been a way of the step.
  await panel.getByRole('tab').first().click();
  await panel.getByRole('textbox', { name: words.title }).fill(words.renamed);
  await step.filter({ hasText: words.renamed }).waitFor();
}

/** Opens a made-up ticket, lets the customer be silent, and skips from clock to clock until the ticket ends. */
async function walkToTheEnd(page: Page, words: Words): Promise<void> {
  await page.locator('[data-testid=editor-ways]').getByRole('link', { name: words.walk }).click();
  await page.getByRole('button', { name: words.begin }).click();
  await page.getByRole('button', { name: words.answer }).click();
  await page.getByRole('heading', { level: 2, name: words.renamed }).waitFor();
  await page.getByRole('group').getByRole('button', { name: words.ask }).click();
  await page.getByRole('heading', { level: 2, name: words.evidence }).waitFor();
  const ended = page.getByRole('heading', { level: 2, name: words.ended });
  for (let skips = 0; skips < 6 && !(await ended.isVisible()); skips++) {
    const now = await page.locator('[data-testid=walk-now] time').getAttribute('datetime');
    await page.getByRole('button', { name: words.skip }).first().click();
    await until(
      () => page.locator('[data-testid=walk-now] time').getAttribute('datetime'),
      (later) => later !== now,
    );
  }
  await ended.waitFor();
}

/** Chooses the first place of a text in the YAML, as somebody does who looks for it. */
async function findInYaml(page: Page, words: Words, text: string): Promise<void> {
  await page.locator('.cm-content').press('Control+Home');
  await page.locator('.cm-content').press('Control+f');
  const find = page.getByRole('textbox', { name: words.find });
  await find.fill(text);
  await find.press('End');
  await find.press('Enter');
  await page.locator('.cm-searchMatch-selected').waitFor();
  await find.press('Escape');
  await find.waitFor({ state: 'detached' });
}

async function replaceInYaml(page: Page, words: Words, text: string, by: string): Promise<void> {
  await findInYaml(page, words, text);
  await page.keyboard.insertText(by);
}

async function newestOf(api: Api, id: string): Promise<number> {
  const { items } = await api.get<{ items: { version: number }[] }>(`/api/sops/${id}/versions`);
  return Math.max(...items.map(({ version }) => version));
}
