import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { historyOf, messagesOf, openRefund, signIn, tabTo, until, way, type Api } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

const english = {
  ...{ lang: 'en' as const, take: 'Take it', assess: 'Assess the request', number: 'Enter a number' },
  ...{ atMost: 'At most 50,000', missing: 'Please fill this in', amount: 'Amount to refund' },
  ...{ finding: 'What you found', closed: /may not be refused/, insert: /Insert and edit: We are on it/ },
  ...{ reply: 'Reply', note: 'Internal note', heard: 'Customer said', waiting: 'Waiting for evidence' },
  ...{ allChecked: '3 of 3', ended: /Resolved · /, due: 'In line for ' },
};
const chinese: { [K in keyof typeof english]: K extends 'lang' ? 'zh-CN' : (typeof english)[K] } = {
  ...{ lang: 'zh-CN' as const, take: '领取', assess: '审核退款申请', number: '请输入数字' },
  ...{ atMost: '不能大于 50,000', missing: '此项必填', amount: '退款金额' },
  ...{ finding: '核实结论', closed: /不得驳回退款/, insert: /插入并编辑: 已受理/ },
  ...{ reply: '回复买家', note: '内部备注', heard: '代录买家消息', waiting: '等待买家补充凭证' },
  ...{ allChecked: '3/3', ended: /已解决 · /, due: '排队时间点' },
};

withBrowser("the agent's day", () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  it.each([english, chinese])(
    'leads a ticket from the list to its end by keyboard alone ($lang)',
    async (words) => {
      const subject = `Keyboard ${words.lang}`;
      const id = await openRefund(api, { subject, reason: 'not-shipped', orderId: 'ORD-700106' });
      const page = await room.open('/agent', { lang: words.lang, email: 'agent@demo' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type(id);
      await tabTo(page, page.getByRole('link', { name: `#${id}` }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: subject }).waitFor();
      await tabTo(page, page.getByRole('button', { name: words.take, exact: true }));
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: words.take, exact: true }).waitFor({ state: 'detached' });

      // Among my tickets the clock is the next of the ticket; when the ticket is in line for says its hint.
      await page.locator('[data-testid=desk-ticket] [data-testid=countdown]').first().hover();
      await page.getByRole('tooltip').getByText(words.due).waitFor();

      // A quick reply, edited and sent.
      await page.keyboard.press('q');
      await tabTo(page, page.getByRole('button', { name: words.insert }));
      await page.keyboard.press('Enter');
      const box = page.getByRole('textbox', { name: words.reply });
      await until(
        () => box.inputValue(),
        (text) => text.includes('ORD-700106'),
      );
      await until(
        () => box.evaluate((element) => element === document.activeElement),
        (isThere) => isThere,
      );
      await page.keyboard.type(' Back in an hour.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('Back in an hour.').waitFor();
      expect(await box.inputValue()).toBe('');

      // A note that only colleagues see.
      await page.keyboard.press('Escape');
      await page.keyboard.press('i');
      await page.keyboard.type('Stopped in the warehouse');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('Stopped in the warehouse').waitFor();

      // It waits for the customer, who calls.
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      await page.getByRole('heading', { level: 2, name: words.waiting }).waitFor();
      await page.keyboard.press('r');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      expect(
        await page
          .getByRole('textbox', { name: words.heard })
          .evaluate((element) => element === document.activeElement),
      ).toBe(true);
      await page.keyboard.type('It never came');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { level: 2, name: words.assess }).waitFor();

      // Checks, a way that is closed, and a form that says as typed what is wrong.
      await page.keyboard.press('Escape');
      for (const _ of [1, 2, 3]) await page.keyboard.press('x');
      await page.getByText(words.allChecked).waitFor();
      await page.keyboard.press('3');
      const closed = page.locator(':focus');
      expect(await closed.getAttribute('aria-disabled')).toBe('true');
      const why = await closed.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${why}"]`).textContent()).toMatch(words.closed);
      await tabTo(page, page.getByLabel(words.amount, { exact: true }), 'Shift+Tab');
      await page.keyboard.type('abc');
      await page.getByText(words.number).waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('50001');
      await page.getByText(words.atMost).waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('20');
      await page.keyboard.press('Control+Enter');
      await page.getByText(words.missing).waitFor();
      expect(
        await page.getByLabel(words.finding).evaluate((element) => element === document.activeElement),
      ).toBe(true);
      await page.keyboard.type('Stopped, not shipped');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { level: 2, name: words.ended }).waitFor();

      const ticket = await api.get(`/api/tickets/${id}`);
      expect(ticket).toMatchObject({
        status: 'resolved',
        data: { amount: 20, finding: 'Stopped, not shipped' },
      });
      const types = (await historyOf(api, id)).map(({ type }) => type);
      expect(types.filter((type) => type === 'ASK_CUSTOMER' || type === 'APPROVE')).toEqual([
        'ASK_CUSTOMER',
        'APPROVE',
      ]);
      const said = await messagesOf(api, id);
      expect(said.filter(({ body }) => body.includes('Back in an hour.'))).toHaveLength(1);
      expect(said.find(({ body }) => body === 'Stopped in the warehouse')?.internal).toBe(true);
      expect(room.takeFaults()).toEqual([]);
    },
  );

  it.each([
    { lang: 'en' as const, next: 'Next ticket', release: 'Give back', reason: 'Reason', done: 'Given back' },
    { lang: 'zh-CN' as const, next: '下一单', release: '放回队列', reason: '原因', done: '已放回队列' },
  ])('takes with N what is due first, and gives it back with a reason ($lang)', async (words) => {
    // At some hours of the demo world nothing waits.
    await openRefund(api, { subject: `Next ${words.lang}` });
    const page = await room.open('/agent', { lang: words.lang, email: 'agent@demo' });
    await page.getByRole('button', { name: words.next }).first().waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/\/agent\/tickets\/\d+/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { held } = await api.get<{ held: { ticket: { id: string; subject: string } }[] }>('/api/desk');
    const mine = held.find(({ ticket }) => ticket.id === id);
    await page.getByRole('heading', { level: 1, name: mine?.ticket.subject }).waitFor();
    await page.getByRole('button', { name: words.release }).waitFor();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.reason).waitFor();
    // The field has the focus: who presses g can type at once.
    await until(
      () => dialog.getByLabel(words.reason).evaluate((element) => element === document.activeElement),
      (isThere) => isThere,
    );
    await page.keyboard.type('Lunch');
    await page.keyboard.press('Control+Enter');
    await page.getByText(words.done, { exact: true }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    // A clock of the ticket may go off meanwhile.
    const entry = (await historyOf(api, id)).findLast(({ type }) => type === 'released');
    expect(JSON.stringify(entry?.data)).toContain('Lunch');
    expect((await api.get<{ held: unknown[] }>('/api/desk')).held).toHaveLength(held.length - 1);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    {
      ...{ lang: 'en' as const, reject: 'Reject', tooShort: 'At least 5 characters', why: /^Why, in words/ },
      ...{ skip: 'Skip: the customer knows', objection: 'Time to object', explain: 'Explain the rejection' },
    },
    {
      ...{ lang: 'zh-CN' as const, reject: '驳回', tooShort: '至少输入 5 个字', why: /^驳回理由/ },
      ...{ skip: '跳过：已告知买家', objection: '等待买家异议', explain: '说明驳回理由' },
    },
  ])('rejects in words and skips with a reason ($lang)', async (words) => {
    const id = await openRefund(api, { subject: `Skip ${words.lang}` });
    const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: 'agent@demo' });
    await way(page, words.reject).waitFor();
    await page.keyboard.press('3');
    const why = page.getByRole('dialog').getByLabel(words.why);
    await until(
      () => why.evaluate((element) => element === document.activeElement),
      (isThere) => isThere,
    );
    await page.keyboard.type('No');
    await page.keyboard.press('Control+Enter');
    await page.getByText(words.tooShort).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.type(' damage can be seen');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 2, name: words.explain }).waitFor();
    // The focus is not lost with the dialog: the next key press arrives.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await tabTo(page, way(page, words.skip));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await until(
      () => page.evaluate(() => document.activeElement?.tagName ?? ''),
      (tag) => ['INPUT', 'TEXTAREA'].includes(tag),
    );
    await page.keyboard.type('Told on the phone');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 2, name: words.objection }).waitFor();
    const skip = (await historyOf(api, id)).find(({ type }) => type === 'SKIP');
    expect(skip?.data).toMatchObject({ reason: 'Told on the phone' });
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    {
      ...{ lang: 'en' as const, escalate: 'Escalate', other: /^This step is for After-sales · tier 2/ },
      ...{ transfer: 'Transfer', toTeam: 'Logistics', reason: 'Reason', gone: /not in your reach/ },
    },
    {
      ...{ lang: 'zh-CN' as const, escalate: '升级处理', other: /本步骤由售后组 · 2 线/ },
      ...{ transfer: '转交', toTeam: '物流组', reason: '原因', gone: /无法查看这张工单/ },
    },
  ])('escalates and transfers with reasons, and says who goes on ($lang)', async (words) => {
    const id = await openRefund(api, { subject: `Escalate ${words.lang}` });
    const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: 'agent@demo' });
    await way(page, words.escalate).click();
    await until(
      () => page.evaluate(() => document.activeElement?.tagName ?? ''),
      (tag) => ['INPUT', 'TEXTAREA'].includes(tag),
    );
    await page.keyboard.type('Asks for a supervisor');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-testid=step-whose]').getByText(words.other).waitFor();
    expect((await historyOf(api, id)).find(({ type }) => type === 'ESCALATE')?.data).toMatchObject({
      reason: 'Asks for a supervisor',
    });

    // Only who holds it passes it on; who opened it would see it wherever it goes.
    const other = await openRefund(await signIn(room, 'agent2@demo'), { subject: `Transfer ${words.lang}` });
    expect((await api.post(`/api/desk/${other}/take`)).status).toBe(200);
    await page.goto(`${room.url}/agent/tickets/${other}`);
    await page.getByRole('button', { name: words.transfer }).waitFor();
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: words.toTeam }).check();
    await dialog.getByLabel(words.reason).fill('The carrier has it');
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: words.gone }).waitFor();
    const lead = await signIn(room, 'lead@demo');
    expect(await lead.get(`/api/tickets/${other}`)).toMatchObject({ team: 'logistics', status: 'open' });
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([
    { lang: 'zh-CN' as const, look: 'light' as const, keys: '快捷键', story: '处理记录' },
    { lang: 'en' as const, look: 'dark' as const, keys: 'Keyboard', story: 'Story' },
    { lang: 'en' as const, look: 'light' as const, keys: 'Keyboard', story: 'Story' },
    { lang: 'zh-CN' as const, look: 'dark' as const, keys: '快捷键', story: '处理记录' },
  ])('is open to everybody: nothing serious for axe ($lang, $look)', async ({ lang, look, keys, story }) => {
    const id = await openRefund(api, {
      subject: `Axe ${lang} ${look}`,
      reason: 'not-shipped',
      orderId: 'ORD-700106',
    });
    const page = await room.open('/agent', {
      lang,
      look,
      email: 'agent@demo',
      size: { width: 1600, height: 1000 },
    });
    await page.locator('[data-testid=list-row]').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: keys }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/agent/tickets/${id}`);
    await page.locator('[data-testid=ways]').waitFor();
    await page.getByRole('tab').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('tab', { name: story }).click();
    await page.getByRole('tabpanel').locator('li').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${room.url}/agent/new?sop=refund-only`);
    await page.locator('[data-testid=new-form]').waitFor();
    await page.locator('[data-testid=new-form] button[type=submit]').click();
    await page.locator('[data-testid=sf-message]').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(room.takeFaults()).toEqual([]);
  });
});
