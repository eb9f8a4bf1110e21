import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/clock.js';
import { findChromium } from '../support/chromium.js';
import { openRefund, signIn, until, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

/** The server's time, which a test can let pass. */
class MovedClock extends Clock {
  private moved = 0;

  override now(): number {
    return Date.now() + this.moved;
  }

  pass(seconds: number): void {
    this.moved += seconds * 1_000;
  }
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
    90_000,
  );
});
