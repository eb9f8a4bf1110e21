import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, until, type Api } from './agent-desk.js';
import { MovedClock, openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

declare global {
  interface Window {
    renewals: [url: string, body: string][];
  }
}

/** Runs in the page: keeps what its renewals say, which the browser does not tell from outside. */
function keepRenewals(): void {
  const real = window.fetch.bind(window);
  window.renewals = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/renew')) window.renewals.push([request.url, await request.clone().text()]);
    return real(request);
  };
}

withBrowser('the hold on a ticket', () => {
  let room: ConsoleRoom;
  let api: Api;
  let clock: MovedClock;
  beforeAll(async () => {
    clock = new MovedClock();
    room = await openConsole({ clock });
    api = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  const isHeld = async (id: string): Promise<boolean> => {
    const { held } = await api.get<{ held: { ticket: { id: string } }[] }>('/api/desk');
    return held.some(({ ticket }) => ticket.id === id);
  };

  it.each([
    { lang: 'en' as const, take: 'Take it', back: 'Give back', lost: 'You no longer hold this ticket' },
    { lang: 'zh-CN' as const, take: '领取', back: '放回队列', lost: '您已不再持有这张工单' },
  ])(
    'lasts as long as the page is open; its loss is said, and nothing typed is lost ($lang)',
    async (words) => {
      const id = await openRefund(api, { subject: `Hold ${words.lang}` });
      const page = await room.open(`/agent/tickets/${id}`, { lang: words.lang, email: 'agent@demo' });
      await page.getByRole('button', { name: words.take, exact: true }).click();
      await page.getByRole('button', { name: words.back }).waitFor();
      await page.clock.install();
      await page.reload();
      await page.getByRole('button', { name: words.back }).waitFor();

      // A hold lasts for two minutes; the page renews it more often than that.
      for (let n = 0; n < 4; n += 1) {
        clock.pass(40);
        const renewed = page.waitForResponse((answer) => answer.url().endsWith(`/desk/${id}/renew`));
        await page.clock.fastForward(41_000);
        expect((await renewed).status()).toBe(200);
      }
      expect(await isHeld(id)).toBe(true);

      // Nobody hears of the page for longer than that.
      await page.locator('input[id$="/amount"]').fill('20');
      await page.context().setOffline(true);
      clock.pass(130);
      await until(
        () => isHeld(id),
        (held) => !held,
      );
      await page.context().setOffline(false);
      await page.getByRole('alert').filter({ hasText: words.lost }).waitFor();
      expect(await page.locator('input[id$="/amount"]').inputValue()).toBe('20');
      await page.getByRole('button', { name: words.take, exact: true }).click();
      await page.getByRole('button', { name: words.back }).waitFor();
      expect(await page.locator('input[id$="/amount"]').inputValue()).toBe('20');
      expect(room.takeFaults()).toEqual([]);
      await page.context().close();
    },
  );

  it('tells when somebody typed in the ticket, and nothing while its page is merely open', async () => {
    const id = await openRefund(api, { subject: 'Signs of life' });
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    await page.getByRole('button', { name: 'Take it', exact: true }).click();
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    await page.clock.install();
    await page.addInitScript(keepRenewals);
    await page.reload();
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    const lastSent = async (): Promise<Record<string, unknown>> =>
      JSON.parse(
        // Of this ticket: the person may hold others, which are renewed at the same moment.
        await page.evaluate(
          (end) => window.renewals.findLast(([url]) => url.endsWith(end))?.[1] ?? 'null',
          `/desk/${id}/renew`,
        ),
      ) as Record<string, unknown>;
    const told = async (): Promise<Record<string, unknown>> => {
      const answered = page.waitForResponse((response) => response.url().endsWith(`/desk/${id}/renew`));
      clock.pass(41);
      await page.clock.fastForward(41_000);
      expect((await answered).status()).toBe(200);
      return lastSent();
    };
    expect(await told()).toEqual({});
    expect(await told()).toEqual({});
    await page.locator('input[id$="/amount"]').focus();
    await page.keyboard.press('2');
    const first = await told();
    expect(Object.keys(first)).toEqual(['lastActiveAt']);
    const at = Date.parse(String(first['lastActiveAt']));
    expect(Math.abs(at - (clock.now() - 41_000))).toBeLessThan(20_000);
    // Quiet again: the same instant, whatever the page does by itself.
    const again = Date.parse(String((await told())['lastActiveAt']));
    expect(Math.abs(again - at)).toBeLessThan(5_000);
    // Elsewhere on the page it is none; the first click after a while is told at once.
    await page.locator('input[id$="/amount"]').blur();
    await page.keyboard.press('Shift');
    const still = Date.parse(String((await told())['lastActiveAt']));
    expect(Math.abs(still - at)).toBeLessThan(5_000);
    const woken = page.waitForResponse((response) => response.url().endsWith(`/desk/${id}/renew`));
    await page.locator('input[id$="/amount"]').click();
    await woken;
    expect(Date.parse(String((await lastSent())['lastActiveAt']))).toBeGreaterThan(at + 100_000);
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });
});
