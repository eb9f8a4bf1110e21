import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PEOPLE } from '../../src/demo/people-data.js';
import { findChromium } from '../support/chromium.js';
import { historyOf, openRefund, signIn, until, way, type Api } from './agent-desk.js';
import { findBarriers, openConsole, type ConsoleRoom, type Lang } from './console-room.js';
import { publishPair } from './rights-sop.js';
import { findStrayEnglish } from './stray-english.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const AGENT = 'agent@demo';
const LEAD = 'lead@demo';
const DATA = [...DEMO_PEOPLE.map(({ name }) => name), 'refunds', 'complaints', 'English', /\bzh\b|\ben\b/g];

const english = {
  ...{ lang: 'en' as Lang, whose: 'This step is for After-sales · tier 3', take: 'Take it' },
  ...{ note: 'Internal note', reply: 'Reply', why: /tier 3.*You cannot write to the customer/ },
  ...{ back: 'Hand back', backTo: 'Back to After-sales · tier 1', reason: 'Reason', escalate: 'Escalate' },
  ...{ one: 'After-sales · tier 2', two: 'After-sales · tier 3', aside: 'Quality · tier 1 (specialists)' },
  ...{ asLead: 'You act here as a lead; it is recorded as a take-over.', merge: 'Merge', more: 'More' },
  ...{ number: 'Number of the ticket that goes on', differ: /The customers differ/, undo: 'Undo the merge' },
  ...{ seen: /I have seen that the customers differ/, merged: 'Merged into another ticket' },
  ...{ heard: 'Customer said', by: 'recorded by Ella Marsh', byMe: 'recorded by you', story: 'Story' },
  ...{ entered: /recorded as the customer’s words, entered by Ella Marsh/, own: /works on this very case/ },
  ...{ call: 'Call the customer', check: 'Check the parcel', done: 'Done', which: 'Which step' },
  ...{ release: 'Give back', decide: 'Decide on the amount', limit: 'Refunded on this order' },
  ...{ used: '0 of 943', left: '943 left', from: 'from ticket #', assess: 'Assess the request' },
};
type Words = typeof english;
const chinese: Words = {
  ...{ lang: 'zh-CN', whose: '本步骤由售后组 · 3 线', take: '领取' },
  ...{ note: '内部备注', reply: '回复买家', why: /3 线.*您不能回复买家/ },
  ...{ back: '退回', backTo: '退回至 售后组 · 1 线', reason: '原因', escalate: '升级处理' },
  ...{ one: '售后组 · 2 线', two: '售后组 · 3 线', aside: '品控组 · 1 线（专家组）' },
  ...{ asLead: '您将以组长身份处理，系统会记录接管。', merge: '合并', more: '更多' },
  ...{ number: '并入的工单号', differ: /买家不同/, undo: '撤销合并' },
  ...{ seen: /我已核对买家不同/, merged: '已并入其他工单' },
  ...{ heard: '代录买家消息', by: '由 Ella Marsh 代录', byMe: '由我代录', story: '处理记录' },
  ...{ entered: /将记为买家的话，并注明由Ella Marsh代录/, own: /其本人正是本单处理人/ },
  ...{ call: '回电买家', check: '核对包裹', done: '完成', which: '针对哪个步骤' },
  ...{ release: '放回队列', decide: '确定退款金额', limit: '本单已退' },
  ...{ used: '0 / 943', left: '剩余 943', from: '来自工单 #', assess: '审核退款申请' },
};

withBrowser('what a person may do with a ticket', () => {
  let room: ConsoleRoom;
  let agent: Api;
  let other: Api;
  let lead: Api;
  beforeAll(async () => {
    room = await openConsole();
    agent = await signIn(room, AGENT);
    other = await signIn(room, 'agent2@demo');
    lead = await signIn(room, LEAD);
    await publishPair(room);
  });
  afterAll(() => room.close());

  const escalate = async (id: string, tier: number): Promise<void> => {
    const data = { reason: 'Over my head', to: { team: 'after-sales', tier } };
    expect((await agent.post(`/api/tickets/${id}/events`, { type: 'ESCALATE', data })).status).toBe(200);
  };
  const openPair = async (subject: string, lang: Lang): Promise<string> => {
    const data = { orderId: 'ORD-100500', paid: 943 };
    const customer = { id: 'CUS-PAIR', name: '王小明' };
    const ticket = { sop: 'pair', subject, channel: 'phone', lang, data, customer };
    const { status, body } = await agent.post('/api/tickets', ticket);
    expect(status).toBe(201);
    return String(body['id']);
  };
  const stepsOf = async (id: string): Promise<string[]> =>
    (await lead.get<{ steps: string[] }>(`/api/tickets/${id}`)).steps;
  /** Pages that stay open go on living, and cost the others their time. */
  const leave = async (...pages: Page[]): Promise<void> => {
    expect(room.takeFaults()).toEqual([]);
    for (const page of pages) await page.context().close();
  };
  const merge = async (page: Page, words: Words, into: string) => {
    await page.getByRole('button', { name: words.more, exact: true }).click();
    await page.getByRole('menuitem', { name: words.merge, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.number).fill(into);
    return { dialog, go: dialog.locator('.ant-modal-footer button').last() };
  };

  it.each([english, chinese])(
    'is nothing in a step of a higher tier: no button, and whose it is ($lang)',
    async (words) => {
      const subject = words.lang === 'en' ? 'Too high' : '超出权限';
      const id = await openRefund(agent, { subject, lang: words.lang });
      await escalate(id, 3);
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: AGENT });
      await page.locator('[data-testid=step-whose]').getByText(words.whose).waitFor();
      // The ways are there to read, and none of them can be pressed.
      expect(await page.locator('[data-testid=ways-foreign] li').count()).toBeGreaterThan(2);
      expect(
        await page
          .locator('[data-testid=step] button, [data-testid=step] input, [data-testid=step] textarea')
          .count(),
      ).toBe(0);
      expect(await page.locator('[data-testid=ticket-acts] button').count()).toBe(0);
      expect(await page.getByRole('button', { name: words.take, exact: true }).count()).toBe(0);
      await page.keyboard.press('1');
      await page.keyboard.press('t');
      expect(await page.getByRole('dialog').count()).toBe(0);
      // Nothing to the customer, but notes.
      expect(await page.getByRole('radio', { name: words.reply }).isDisabled()).toBe(true);
      await page.getByText(words.why).waitFor();
      await page.getByRole('textbox', { name: words.note }).fill('Seen');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('Seen').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      if (words.lang === 'zh-CN') {
        const said = await page
          .locator(
            '[data-testid=message], [data-testid=desk-ticket], [data-testid=ticket-head], [data-testid=around-card], [data-testid=list-row]',
          )
          .allInnerTexts();
        const customers = said.flatMap((text) => text.match(/[A-Za-z'’-]{2,}/g) ?? []);
        expect(await findStrayEnglish(page, [...DATA, ...customers])).toEqual([]);
      }
      await leave(page);
    },
  );

  it.each([english, chinese])(
    'is said to a lead before they act in what is not their lane, and handed back to who knew it ($lang)',
    async (words) => {
      const id = await openRefund(agent, { subject: `Back ${words.lang}`, lang: words.lang });
      expect((await agent.post(`/api/desk/${id}/take`)).status).toBe(200);
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: LEAD });
      // A colleague holds it.
      await page.getByText(words.asLead).waitFor();
      await escalate(id, 2);
      await page.getByText(words.asLead).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: words.back }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.backTo).waitFor();
      await dialog.getByLabel(words.reason).fill('You can decide this');
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await until(
        () => lead.get<{ tier: number }>(`/api/tickets/${id}`),
        ({ tier }) => tier === 1,
      );
      const entry = (await historyOf(lead, id)).find(({ type }) => type === 'handed-back');
      expect(entry?.data).toMatchObject({ reason: 'You can decide this', step: 'checking.assess' });
      await page.getByRole('button', { name: words.back }).waitFor({ state: 'detached' });
      await leave(page);
    },
  );

  it.each([english, chinese])(
    'is escalated up or to specialists only, and says so at the top ($lang)',
    async (words) => {
      const id = await openRefund(agent, { subject: `Up ${words.lang}`, lang: words.lang });
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: AGENT });
      await way(page, words.escalate).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: words.one }).waitFor();
      const places = await dialog.getByRole('radiogroup').locator('label').allInnerTexts();
      expect(places.map((place) => place.trim())).toEqual([words.one, words.two, words.aside]);
      expect(await dialog.getByRole('radio', { name: words.one }).isChecked()).toBe(true);
      await dialog.getByRole('radio', { name: words.aside }).check();
      await dialog.getByRole('textbox').fill('Dangerous goods');
      await page.keyboard.press('Control+Enter');
      await until(
        () => lead.get<{ team: string; tier: number }>(`/api/tickets/${id}`),
        ({ team, tier }) => team === 'quality' && tier === 1,
      );

      const top = await openRefund(agent, { subject: `Top ${words.lang}`, lang: words.lang });
      await escalate(top, 3);
      const theirs = await room.open(`/agent/tickets/${top}`, { lang: words.lang, email: LEAD });
      await way(theirs, words.escalate).click();
      const only = theirs.getByRole('dialog').getByRole('radiogroup').locator('label');
      await only.first().waitFor();
      expect(await only.count()).toBe(1);
      await theirs.getByRole('dialog').locator('[data-testid=ways-note]').waitFor();
      await leave(page, theirs);
    },
  );

  it.each([english, chinese])(
    'ends with one click the one of two parallel steps whose button it was ($lang)',
    async (words) => {
      const id = await openPair(`Pair ${words.lang}`, words.lang);
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: AGENT });
      const part = (title: string) => page.getByRole('region', { name: title });
      await part(words.call).getByRole('button', { name: words.take, exact: true }).click();
      await part(words.call).getByRole('button', { name: words.take }).waitFor({ state: 'detached' });
      await part(words.check).getByRole('button', { name: words.take, exact: true }).click();
      await part(words.check).getByRole('button', { name: words.take }).waitFor({ state: 'detached' });

      // Both are mine: which one goes back is asked.
      await page.keyboard.press('g');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.reason).fill('Only one');
      const go = dialog.getByRole('button', { name: words.release, exact: true });
      expect(await go.isDisabled()).toBe(true);
      await dialog.getByRole('radiogroup', { name: words.which }).getByText(words.check).click();
      expect(await findBarriers(page)).toEqual([]);
      await go.click();
      await part(words.check).getByRole('button', { name: words.take, exact: true }).waitFor();
      const released = (await historyOf(agent, id)).find(({ type }) => type === 'released');
      expect(released?.data).toMatchObject({ step: 'both.check.work' });

      await part(words.check).getByRole('button', { name: words.done }).click();
      await part(words.check).getByRole('button', { name: words.done }).waitFor({ state: 'detached' });
      await until(
        () => stepsOf(id),
        (steps) => steps.includes('both.call.work') && !steps.includes('both.check.work'),
      );
      await part(words.call).getByRole('button', { name: words.done }).click();
      await page.getByRole('heading', { level: 2, name: words.decide }).waitFor();
      // What is used up of the limit stands at the amount and beside the case.
      for (const place of ['[data-testid=step]', '[data-testid=around]']) {
        const limit = page.locator(`${place} [data-testid=limits]`);
        await limit.getByText(words.limit).waitFor();
        await limit.getByText(words.used).waitFor();
        await limit.getByText(words.left).waitFor();
      }
      await leave(page);
    },
  );

  it.each([english, chinese])(
    'is merged with another customer’s ticket only after a second yes, and the merge is undone ($lang)',
    async (words) => {
      const id = await openRefund(agent, { subject: `Child ${words.lang}`, body: 'It is broken' });
      // Another order is another customer's.
      const order = {
        orderId: 'ORD-700106',
        reason: 'not-shipped',
        customer: { name: 'Otto Ochs' },
      } as const;
      const into = await openRefund(agent, { subject: `Goes on ${words.lang}`, ...order });
      const same = await openRefund(agent, { subject: `Same ${words.lang}` });
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: LEAD });
      await page.locator('[data-testid=ways]').waitFor();
      const { dialog, go } = await merge(page, words, `#${same}`);
      await dialog.getByText(`Same ${words.lang}`).waitFor();
      expect(await dialog.getByText(words.differ).count()).toBe(0);
      expect(await go.isDisabled()).toBe(false);
      await dialog.getByLabel(words.number).fill(id);
      await until(
        () => go.isDisabled(),
        (is) => is,
      );
      await dialog.getByLabel(words.number).fill(` # ${into} `);
      await dialog.getByText(`Goes on ${words.lang}`).waitFor();
      await dialog.getByText('Otto Ochs').first().waitFor();
      await dialog.getByText(words.differ).first().waitFor();
      expect(await go.isDisabled()).toBe(true);
      await dialog.getByRole('checkbox', { name: words.seen }).check();
      expect(await findBarriers(page)).toEqual([]);
      await go.click();
      await page.getByRole('heading', { level: 2, name: words.merged }).waitFor();

      // What was said in it stands in the other one, as what it is.
      const there = await room.open(`/agent/tickets/${into}`, { lang: words.lang, email: LEAD });
      await there.getByRole('link', { name: `${words.from}${id}` }).waitFor();

      await page.getByRole('button', { name: words.undo }).click();
      await page.getByRole('heading', { level: 2, name: words.assess }).waitFor();
      expect(await lead.get(`/api/tickets/${id}`)).toMatchObject({ status: 'open', mergedInto: null });
      await leave(page, there);
    },
  );

  it('cannot undo a merge after which something happened, and is told why', async () => {
    const id = await openRefund(agent, { subject: 'Stays merged' });
    const into = await openRefund(agent, { subject: 'Went on' });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: LEAD });
    const { go } = await merge(page, english, into);
    await until(
      () => go.isDisabled(),
      (is) => !is,
    );
    await go.click();
    await page.getByRole('button', { name: english.undo }).waitFor();
    const note = { from: 'agent', body: 'Going on', internal: true };
    expect((await agent.post(`/api/tickets/${into}/messages`, note)).status).toBe(201);
    // The page learns of it by itself, and says why the way is closed.
    await page.getByText(/so it cannot be undone/).waitFor();
    expect(await page.getByRole('button', { name: english.undo }).count()).toBe(0);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([english, chinese])(
    'is to write down what the customer said, which shows who did so ($lang)',
    async (words) => {
      const id = await openRefund(other, { subject: `Said ${words.lang}` });
      expect((await other.post(`/api/desk/${id}/take`)).status).toBe(200);
      const mine = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: 'agent2@demo' });
      await mine.getByRole('radio', { name: words.heard }).check();
      await mine.getByText(words.entered).waitFor();
      await mine.getByRole('textbox', { name: words.heard }).fill('I agree to 30');
      await mine.keyboard.press('Control+Enter');
      await mine.getByRole('log').getByText(words.byMe).waitFor();
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: AGENT });
      const message = page.locator('[data-testid=message]', { hasText: 'I agree to 30' });
      expect(await message.innerText()).toContain('Wanda Wu');
      await message.getByText(words.by).waitFor();
      // Somebody who works on this very case put it into the customer's mouth: the story marks it.
      await page.getByRole('tab', { name: words.story }).click();
      await page.locator('[data-kind=warning]').getByText(words.own).waitFor();
      await leave(mine, page);
    },
  );
});
