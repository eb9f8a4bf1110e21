import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { longSop } from '../bench/console/console-sops.js';
import { findChromium } from '../support/chromium.js';
import { signIn, until, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

/** What must stay words wherever a title is shown. */
const NAUGHTY = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked=1">',
  '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1}',
  "javascript:window.hacked=1 '; DROP TABLE sops; --",
  '=HYPERLINK("http://evil.example") \u202Eesrever\u202C العربية 🏴‍☠️',
];

withBrowser('an SOP beyond the usual', () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole();
    api = await signIn(room, 'designer@demo');
  });
  afterAll(() => room.close());

  it('shows markup, scripts and formulas in titles as the words they are', async () => {
    await putDraft(room, 'naughty', longSop('naughty', NAUGHTY.length));
    const page = await room.open('/designer/naughty', { lang: 'en', email: 'designer@demo' });
    const panel = page.locator('[data-testid=panel]');
    const title = panel.getByRole('textbox', { name: 'Title (English)' });
    for (const [at, words] of NAUGHTY.entries()) {
      await page.goto(`${room.url}/designer/naughty?at=/states/s${at}`);
      await panel.getByText(`s${at}`, { exact: true }).waitFor();
      await title.fill(words);
      await page.locator(`[data-testid=sop-node][data-step="s${at}"]`).getByText(words).waitFor();
      await page.keyboard.press('Control+s');
      await page.getByText('Unsaved changes', { exact: true }).waitFor({ state: 'detached' });
    }
    await page.goto(`${room.url}/designer/naughty`);
    await title.fill(NAUGHTY.join(' '));
    await page.getByRole('heading', { level: 1, name: NAUGHTY[0] }).waitFor();
    await page.getByText('Unsaved changes', { exact: true }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Unsaved changes', { exact: true }).waitFor({ state: 'detached' });
    await page.goto(`${room.url}/designer/naughty/walk`);
    await page.getByRole('button', { name: 'Open the ticket' }).click();
    await page
      .locator('[data-testid=walk-step]')
      .getByText(NAUGHTY[0] ?? '')
      .first()
      .waitFor();
    await page.goto(`${room.url}/designer`);
    await page.getByRole('rowheader').filter({ hasText: NAUGHTY[1] }).waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(room.takeFaults()).toEqual([]);
  });

  it('opens an SOP of 200 steps and stays usable', async () => {
    await putDraft(room, 'very-long', longSop('very-long', 200));
    const page = await room.open('/designer/very-long', { lang: 'en', email: 'designer@demo' });
    const middle = page.locator('[data-testid=sop-node][data-step="s120"]');
    await page.locator('[data-testid=sop-node]').first().waitFor();
    expect(await page.locator('[data-testid=sop-node][data-kind="human"]').count()).toBe(200);
    await page.getByRole('checkbox', { name: 'YAML' }).click();
    await page.locator('[data-testid=editor-yaml]').waitFor({ state: 'hidden' });
    await page.goto(`${room.url}/designer/very-long?at=/states/s120`);
    await page.locator('[data-testid=sop-node][data-step="s120"][aria-pressed="true"]').waitFor();
    await until(
      () => isInView(page, middle),
      (isThere) => isThere,
    );
    const begin = Date.now();
    await page
      .locator('[data-testid=panel]')
      .getByRole('textbox', { name: 'Title (English)' })
      .fill('The middle of it');
    await middle.filter({ hasText: 'The middle of it' }).waitFor();
    expect(Date.now() - begin).toBeLessThan(8_000);
    await page.keyboard.press('Control+s');
    await page.getByText('Unsaved changes', { exact: true }).waitFor({ state: 'detached' });
    const { source } = await api.get<{ source: string }>('/api/sops/very-long/draft');
    expect(source).toContain('The middle of it');
    expect(room.takeFaults()).toEqual([]);
  });
});

/** Saves a text as the draft of an SOP. */
async function putDraft(room: ConsoleRoom, id: string, source: string): Promise<void> {
  const send = (method: string, path: string, body: unknown, headers = {}): Promise<Response> =>
    fetch(room.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const login = await send('POST', '/api/auth/login', { email: 'designer@demo', password: 'stepwise' });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}`, 'if-none-match': '*' };
  const answer = await send('PUT', `/api/sops/${id}/draft`, { source, format: 'yaml' }, headers);
  expect(answer.ok).toBe(true);
}

async function isInView(page: Page, target: Locator): Promise<boolean> {
  const box = await target.boundingBox();
  const frame = await page.locator('[data-testid=sop-canvas]').boundingBox();
  return box !== null && frame !== null && box.x >= frame.x && box.x + box.width <= frame.x + frame.width;
}
