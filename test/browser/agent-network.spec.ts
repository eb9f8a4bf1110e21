import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/chromium.js';
import { countEvents, messagesOf, openRefund, signIn, until, way, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
const finding = 'The photos show a broken lid';

withBrowser('when the network or the server fails', () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, 'agent@demo');
  });
  afterAll(() => room.close());

  /** A ticket in the step "Assess the request", held, with its form filled in. */
  async function openFilled(subject: string): Promise<{ id: string; page: Page }> {
    const id = await openRefund(api, { subject, orderId: 'ORD-700103' });
    await api.post(`/api/desk/${id}/take`);
    const page = await room.open(`/agent/tickets/${id}`, { lang: 'en', email: 'agent@demo' });
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    for (const _ of [1, 2, 3]) await page.keyboard.press('x');
    await page.getByLabel('Amount to refund').fill('20');
    await page.getByLabel('What you found').fill(finding);
    return { id, page };
  }
  const foundIn = (page: Page): Promise<string> => page.getByLabel('What you found').inputValue();
  const ended = (page: Page) => page.getByRole('heading', { level: 2, name: /Resolved · / });

  it('keeps what was typed while offline, and does the act once when the network is back', async () => {
    const { id, page } = await openFilled('Offline');
    await page.context().setOffline(true);
    await way(page, 'Grant refund').click();
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await page.getByText('It is not known whether it was done.').waitFor();
    expect(await foundIn(page)).toBe(finding);
    await page.context().setOffline(false);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await ended(page).waitFor();
    expect(await countEvents(api, id, 'APPROVE')).toBe(1);
    expect(room.takeFaults()).toEqual([]);
  });

  it('does an act once although its answer was lost on the way', async () => {
    const { id, page } = await openFilled('Lost answer');
    let tries = 0;
    await page.route('**/events', async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await way(page, 'Grant refund').click();
    // The live stream may show the next step before somebody tries again; either way it is done once.
    const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await again.click();
    await ended(page).waitFor();
    await until(
      () => Promise.resolve(tries),
      (count) => count >= 2,
    );
    expect(await countEvents(api, id, 'APPROVE')).toBe(1);
    expect(room.takeFaults()).toEqual([]);
  });

  it.each([500, 503])('says what happened when the server answers %d, and goes on later', async (status) => {
    const { id, page } = await openFilled(`Status ${status}`);
    await page.route('**/events', (route) => route.fulfill({ status, body: 'oops' }));
    await page.route('**/messages', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status, body: '' }) : route.continue(),
    );
    await way(page, 'Grant refund').click();
    await page.getByRole('alert').getByText('The server did not answer as expected').waitFor();
    expect(await foundIn(page)).toBe(finding);
    const box = page.getByRole('textbox', { name: 'Reply' });
    await box.fill('A moment please');
    await box.press('Control+Enter');
    await page.getByText('It is not known whether it was sent.').waitFor();
    expect(await box.inputValue()).toBe('A moment please');
    await page.unrouteAll();
    await box.press('Control+Enter');
    await page.getByRole('log').getByText('A moment please').waitFor();
    await way(page, 'Grant refund').click();
    await ended(page).waitFor();
    expect(await countEvents(api, id, 'APPROVE')).toBe(1);
    expect((await messagesOf(api, id)).filter(({ body }) => body === 'A moment please')).toHaveLength(1);
    expect(room.takeFaults()).toEqual([]);
  });

  it('empties the message box when the conversation shows the message whose answer was lost', async () => {
    const { id, page } = await openFilled('Lost message');
    await page.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    const box = page.getByRole('textbox', { name: 'Reply' });
    await box.fill('It is on its way');
    await box.press('Control+Enter');
    await page.getByRole('log').getByText('It is on its way').waitFor();
    await until(
      () => box.inputValue(),
      (text) => text === '',
    );
    expect(await page.getByText('It is not known whether it was sent.').count()).toBe(0);
    expect((await messagesOf(api, id)).filter(({ body }) => body === 'It is on its way')).toHaveLength(1);
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });

  it('opens a new ticket once although the answer was lost, over a reload too', async () => {
    const page = await room.open('/agent/new?sop=refund-only', { lang: 'en', email: 'agent@demo' });
    let tries = 0;
    await page.route('**/api/tickets', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByLabel('Customer number').fill('C-LOST');
    await page.getByLabel('Subject').fill('Opened once');
    await page.getByLabel('Order number').fill('ORD-700103');
    await page.getByText('Arrived damaged').click();
    await page.getByRole('button', { name: 'Open ticket' }).click();
    await page.getByText('It is not known whether the ticket was opened.').waitFor();
    await page.reload();
    await page.getByText('It is not known whether the ticket was opened.').waitFor();
    await page.getByRole('button', { name: 'Open ticket' }).click();
    await page.waitForURL(/\/agent\/tickets\/\d+/);
    expect(tries).toBe(2);
    const { rows } = await room.test.db.pool.query(`select from tickets where subject = 'Opened once'`);
    expect(rows).toHaveLength(1);
    expect(room.takeFaults()).toEqual([]);
    await page.context().close();
  });

  it('signs in again over the page when the sign-in has expired, and the act goes on', async () => {
    const { id, page } = await openFilled('Expired');
    let isKnown = false;
    const refused = { type: 'urn:stepwise:problem:unauthorized', title: 'Not signed in', status: 401 };
    await page.route('**/api/**', (route) => {
      if (route.request().url().includes('/auth/login')) {
        isKnown = true;
        return route.continue();
      }
      return isKnown ? route.continue() : route.fulfill({ status: 401, json: refused });
    });
    await way(page, 'Grant refund').click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.getByLabel('Password').fill('stepwise');
    await page.keyboard.press('Enter');
    await ended(page).waitFor();
    expect(await countEvents(api, id, 'APPROVE')).toBe(1);
    expect(room.takeFaults()).toEqual([]);
  });

  it('gives up waiting for a server that does not answer, says so, and keeps what was typed', async () => {
    const { page } = await openFilled('Silence');
    await page.clock.install();
    await page.route('**/events', () => new Promise(() => undefined));
    await way(page, 'Grant refund').click();
    await page.clock.runFor(31_000);
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    expect(await foundIn(page)).toBe(finding);
    // The page can still be used.
    await page.getByLabel('What you found').fill(`${finding}.`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await way(page, 'Grant refund').click();
    await ended(page).waitFor();
  });

  it('keeps what was typed over a reload', async () => {
    const { page } = await openFilled('Reload');
    await page.getByRole('textbox', { name: 'Reply' }).fill('Half a mess');
    await way(page, 'Reject').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Half a reason');
    await page.reload();
    await page.getByRole('button', { name: 'Give back' }).waitFor();
    expect(await foundIn(page)).toBe(finding);
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Half a mess');
    await page.getByText('3 of 3').waitFor();
    await way(page, 'Reject').click();
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('Half a reason');
    expect(room.takeFaults()).toEqual([]);
  });

  it('says at once that somebody has taken the ticket over, and keeps what was typed', async () => {
    const { id, page } = await openFilled('Taken over');
    const lead = await signIn(room, 'lead@demo');
    expect((await lead.post(`/api/desk/${id}/take`, { reason: 'Urgent' })).status).toBe(200);
    await page.getByRole('alert').getByText('You no longer hold this ticket').waitFor();
    expect(await foundIn(page)).toBe(finding);
    expect(room.takeFaults()).toEqual([]);
  });
});
