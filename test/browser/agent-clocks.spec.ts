import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, until, type Api } from './agent-desk.js';
import { MovedClock, openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

interface Shown {
  card: string[];
  head: string[];
  step: string[];
}

/** All clocks of the page at one moment; only the card of the ticket `id`. */
function clocksOn(page: Page, id: string): Promise<Shown> {
  return page.evaluate((path) => {
    const read = (within: string): string[] =>
      [...document.querySelectorAll(`${within} [data-clock]`)].map(
        (one) => `${one.getAttribute('data-clock') ?? ''}: ${one.textContent ?? ''}`,
      );
    return {
      card: read(`aside a[href="${path}"]`),
      head: read('main header'),
      step: read('section[data-kind]'),
    };
  }, `/agent/tickets/${id}`);
}

withBrowser('the clocks of a ticket', () => {
  let room: ConsoleRoom;
  let api: Api;
  let clock: MovedClock;
  beforeAll(async () => {
    clock = new MovedClock();
    room = await openConsole({ clock });
    api = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  it.each([
    { lang: 'en' as const, take: 'Take it', back: 'Give back', left: /left$/ },
    { lang: 'zh-CN' as const, take: '领取', back: '放回队列', left: /剩余/ },
  ])('are the same on its card, in its head and at its step ($lang)', async ({ lang, ...words }) => {
    const id = await openRefund(api, { subject: `Clocks ${lang}` });
    const page = await room.open(`/agent/tickets/${id}`, { lang, email: 'agent@demo' });
    await page.getByRole('button', { name: words.take, exact: true }).click();
    await page.getByRole('button', { name: words.back }).waitFor();
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: words.back }).waitFor();

    const together = await until(
      () => clocksOn(page, id),
      ({ card, step }) => card.length === 1 && step.length > 0,
    );
    const seen = new Set(together.card);
    // A hold lasts for two minutes; the page renews it more often than that.
    for (let n = 0; n < 3; n += 1) {
      clock.pass(40);
      const renewed = page.waitForResponse((answer) => answer.url().endsWith(`/desk/${id}/renew`));
      await page.clock.fastForward(41_000);
      expect((await renewed).status()).toBe(200);
      const shown = await until(
        () => clocksOn(page, id),
        ({ card }) => card.length === 1,
      );
      // The card has room for one; it is word for word one of those that stand in the ticket.
      expect([...shown.head, ...shown.step]).toContain(shown.card[0]);
      seen.add(shown.card[0] ?? '');
    }
    expect(together.card[0]).toMatch(words.left);
    // They tick.
    expect(seen.size).toBeGreaterThan(1);
    expect(room.takeFaults()).toEqual([]);
  });
});
