import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { signIn, until } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const STEP = 'checking.waiting-for-answer';

const english = {
  ...{ lang: 'en' as Lang, addStep: 'Add step', newStep: /^New step in/, add: 'Add' },
  ...{ english: 'Title (English)', chinese: 'Title (Chinese)', id: 'Id', taken: 'This name is taken' },
  ...{ resume: 'Go on without waiting', callBack: 'Call back' },
  ...{ ways: 'Ways out', addWay: 'Add way out', newWay: 'New way out', target: 'Leads to' },
  ...{ alternative: 'Alternative', otherwise: 'otherwise', up: 'Move up', down: 'Move down' },
  ...{ never: 'Never taken', condition: 'Another place under a condition', openWhen: 'Open when' },
  ...{ step: 'Step', show: /^Show in the YAML: stops the clock/, removeStep: 'Remove step' },
  ...{ publish: 'Publish…', cancel: 'Cancel', undo: 'Undo', unchanged: 'unchanged', errors: /error/ },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', addStep: '添加步骤', newStep: /中的新步骤$/, add: '添加' },
  ...{ english: '名称（英文）', chinese: '名称（中文）', id: '标识', taken: '名称已被使用' },
  ...{ resume: '不再等待，继续处理', callBack: '回电' },
  ...{ ways: '出口', addWay: '添加出口', newWay: '新出口', target: '去向' },
  ...{ alternative: '分支', otherwise: '否则', up: '上移', down: '下移' },
  ...{ never: '不会走到', condition: '满足条件时另走分支', openWhen: '开放条件' },
  ...{ step: '步骤', show: /^在 YAML 中查看：暂停计时/, removeStep: '删除步骤' },
  ...{ publish: '发布…', cancel: '取消', undo: '撤销', unchanged: '未改动', errors: /错误/ },
};

withBrowser("the editor's panel", () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'adds a step and a way, moves alternatives, renames, removes, and takes all of it back ($lang)',
    async (words) => {
      const at = `/states/checking/states/waiting-for-answer`;
      const visitor = { lang: words.lang, email: 'designer@demo', size: { width: 1600, height: 1000 } };
      const page = await room.open(`/designer/return-refund?at=${at}`, visitor);
      const panel = page.locator('[data-testid=panel]');
      await panel.getByRole('heading', { level: 2 }).waitFor();
      await page.locator('[data-testid=sop-node]').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);

      await addStep(page, panel, words);
      await addWay(page, panel, words);
      await chooseStep(page, STEP);
      await moveAlternatives(page, panel, words);
      expect(await findBarriers(page)).toEqual([]);

      // What happens by itself leads to where it is written.
      await panel.getByRole('tab', { name: words.step, exact: true }).click();
      await page.getByRole('checkbox', { name: 'YAML' }).click();
      await page.locator('[data-testid=editor-yaml]').waitFor({ state: 'hidden' });
      await panel.getByRole('button', { name: words.show }).click();
      await page.locator('.cm-activeLine', { hasText: 'pause-clock' }).waitFor();

      // Another id: the way there follows, the other places of that name stay.
      await chooseStep(page, 'checking.call-back');
      const id = panel.getByRole('textbox', { name: words.id, exact: true });
      await id.fill('exception');
      await panel.getByText(words.taken).waitFor();
      await id.fill('phone');
      await id.press('Enter');
      await page.locator('[data-testid=sop-node][data-step="checking.phone"][aria-pressed="true"]').waitFor();
      expect(await id.evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await page.locator('[data-testid=finding-error]').count()).toBe(0);

      // What led to a step that goes is said.
      await panel.getByRole('button', { name: words.removeStep }).click();
      await page.locator('[data-testid=sop-node][data-step="checking.phone"]').waitFor({ state: 'detached' });
      const finding = page.locator('[data-testid=findings]').getByRole('button').filter({ hasText: 'phone' });
      await finding.first().click();
      await page.locator('.cm-activeLine', { hasText: 'phone' }).waitFor();
      await panel.locator('.ant-select-status-error').waitFor();

      await page.getByRole('button', { name: words.publish }).click();
      await page.getByRole('dialog').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: words.cancel }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      const undo = page.getByRole('button', { name: words.undo, exact: true });
      while (await undo.isEnabled()) await undo.click();
      await page.getByText(words.unchanged, { exact: true }).waitFor();
      await page
        .locator('[data-testid=sop-node][data-step="checking.call-back"]')
        .waitFor({ state: 'detached' });
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it('keeps blanks and line breaks as they are typed, waits for a word to be composed, and saves the last words', async () => {
    const at = '/states/checking/states/assess';
    const visitor = { lang: 'zh-CN' as const, email: 'designer@demo', size: { width: 1600, height: 1000 } };
    const page = await room.open(`/designer/exchange?at=${at}`, visitor);
    const panel = page.locator('[data-testid=panel]');
    const yaml = page.locator('.cm-content');
    const long = panel.getByRole('textbox', { name: '操作说明（中文）' });
    await long.fill('一');
    await long.press('Enter');
    // The words go into the text after a pause; the line that has just begun stays.
    await page.locator('[data-testid=editor-state]', { hasText: '有未保存的改动' }).waitFor();
    expect(await long.inputValue()).toBe('一\n');
    await long.pressSequentially('二');
    await yaml.getByText('二', { exact: true }).waitFor();
    const title = panel.getByRole('textbox', { name: '名称（英文）' });
    await title.fill('Check ');
    await yaml
      .getByText(/Check /)
      .first()
      .waitFor();
    expect(await title.inputValue()).toBe('Check ');

    // Letters of a syllable that is no word yet are in no text.
    const name = panel.getByRole('textbox', { name: '名称（中文）' });
    await name.fill('');
    const keyboard = await page.context().newCDPSession(page);
    await name.focus();
    await keyboard.send('Input.imeSetComposition', { text: 'he shi', selectionStart: 6, selectionEnd: 6 });
    await page.waitForTimeout(1_000);
    expect(await name.inputValue()).toBe('he shi');
    expect(await yaml.getByText('he shi').count()).toBe(0);
    await keyboard.send('Input.insertText', { text: '核实' });
    await page.keyboard.press('Control+s');
    await page.getByText('草稿已保存').waitFor();
    const lead = await signIn(room, 'designer@demo');
    const { source } = await lead.get<{ source: string }>('/api/sops/exchange/draft');
    expect(source).toMatch(/zh-CN: 核实\b|zh-CN: 核实 *[,}\n]/);
    expect(source).toMatch(/一\n +二/);
    expect(room.takeFaults()).toEqual([]);
  });
});

/** Behind the chosen step, with a way there. */
async function addStep(page: Page, panel: Locator, words: Words): Promise<void> {
  await panel.getByRole('button', { name: words.addStep }).click();
  const dialog = page.getByRole('dialog', { name: words.newStep });
  await dialog.getByRole('textbox', { name: words.chinese }).fill('回电');
  await dialog.getByRole('textbox', { name: words.english }).fill('Call back');
  expect(await dialog.getByRole('textbox', { name: words.id }).inputValue()).toBe('call-back');
  expect(await findBarriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.add, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[data-testid=sop-node][data-step="checking.call-back"][aria-pressed="true"]').waitFor();
  await panel.getByRole('heading', { name: words.callBack }).waitFor();
  await page.locator('.cm-activeLine', { hasText: 'call-back:' }).waitFor();
}

async function addWay(page: Page, panel: Locator, words: Words): Promise<void> {
  await panel.getByRole('tab', { name: words.ways }).click();
  await panel.getByRole('button', { name: words.addWay }).click();
  const form = panel.getByRole('form', { name: words.newWay });
  await form.getByRole('textbox', { name: words.chinese }).fill('联系不上');
  await form.getByRole('textbox', { name: words.english }).fill('Not reached');
  await pick(page, form.getByRole('combobox', { name: words.target }), STEP);
  await form.getByRole('button', { name: words.add, exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await panel.locator('button[data-testid=panel-add]:focus').waitFor();
  await page.locator('.cm-content', { hasText: 'NOT_REACHED:' }).waitFor();
  await panel.locator('details[open]', { hasText: 'NOT_REACHED' }).waitFor();
}

/** Moves the last of two alternatives up and adds a third one. */
async function moveAlternatives(page: Page, panel: Locator, words: Words): Promise<void> {
  await panel.getByRole('tab', { name: words.ways }).click();
  const way = panel.locator('details', { hasText: 'RESUME' }).first();
  await way.locator('summary').first().click();
  const nth = (place: number): Locator =>
    way.getByRole('group', { name: `${words.alternative} ${place}`, exact: true });
  await nth(2).getByText(words.otherwise).waitFor();
  await nth(2)
    .getByRole('button', { name: new RegExp(`^${words.up}`) })
    .click();
  await nth(2).getByText(words.never).waitFor();
  await nth(1).getByText(words.otherwise).waitFor();
  // The focus goes with what was moved: the same keys take it back.
  await page.keyboard.press('Enter');
  await nth(2).getByText(words.otherwise).waitFor();
  expect(await nth(1).getByText(words.never).count()).toBe(0);
  const condition = way.getByRole('textbox', { name: words.condition });
  await condition.fill('context.orderAmount > 100.0');
  await condition.press('Enter');
  await nth(3).getByText(words.otherwise).waitFor();
  const added = nth(2).getByRole('textbox', { name: words.openWhen });
  expect(await added.inputValue()).toBe('context.orderAmount > 100.0');
  await until(
    () => page.locator('[data-testid=findings]').getByRole('button').count(),
    (count) => count > 0,
  );
  await nth(2)
    .getByRole('textbox', { name: /English|英文/ })
    .first()
    .fill('It is cheap.');
  await nth(2)
    .getByRole('textbox', { name: /Chinese|中文/ })
    .first()
    .fill('金额较小。');
  await page.locator('[data-testid=finding-error]').first().waitFor({ state: 'detached' });
}

async function chooseStep(page: Page, step: string): Promise<void> {
  await page.locator(`[data-testid=sop-node][data-step="${step}"]`).click();
  await page.locator('[data-testid=panel]').getByText(step, { exact: true }).waitFor();
}

/** Chooses the option of a select whose words hold the text. */
async function pick(page: Page, select: Locator, text: string): Promise<void> {
  await select.click();
  await select.fill(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().click();
}
