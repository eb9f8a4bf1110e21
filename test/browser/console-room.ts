import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { expect, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Clock } from '../../src/clock.js';
import { DemoService } from '../../src/demo/demo.service.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../support/app.js';
import { launchChromium } from '../support/chromium.js';
import { WORLD } from '../support/console-world.js';

/** The server's time, which a test can let pass: pages live by the real one. */
export class MovedClock extends Clock {
  private moved = 0;

  override now(): number {
    return Date.now() + this.moved;
  }

  pass(seconds: number): void {
    this.moved += seconds * 1_000;
  }
}

export type Lang = 'zh-CN' | 'en';
export interface Visitor {
  lang: Lang;
  /** `agent@demo` …; absent: nobody is signed in. */
  email?: string;
  look?: 'light' | 'dark';
  size?: { width: number; height: number };
  /** Whether things slide and fade as they come and go; a test that is not about that looks at them at once. */
  motion?: boolean;
}

/** How long a page is waited for (ms), and a whole test: generous, because a busy machine shows the same pages later. */
const PATIENCE_MS = 45_000;
jest.setTimeout(4 * PATIENCE_MS);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The full program with the demo world, listening, and a browser that looks at it. */
export interface ConsoleRoom {
  url: string;
  test: TestApp;
  /** Opens a page as somebody. Everything that goes wrong in it is noted in `faults`. */
  open(path: string, visitor: Visitor): Promise<Page>;
  /** Errors of the page, refused by its policy or written to its console, since the last look. */
  takeFaults(): string[];
  close(): Promise<void>;
}

export async function openConsole(options: TestAppOptions = {}): Promise<ConsoleRoom> {
  const database = await copyWorld();
  const test = await startTestApp({
    // A browser has the time of day, so the server has it too.
    ...{ demo: true, role: 'all', clock: new Clock() },
    ...options,
    databaseUrl: database.url,
  });
  await test.app.get(DemoService, { strict: false }).ensureShop();
  await test.app.listen(0, '127.0.0.1');
  const url = (await test.app.getUrl()).replace('[::1]', '127.0.0.1');
  const browser = await launchChromium();
  /** With the test that opened each; pages that nobody looks at any more would go on living, and take their time. */
  let contexts: { context: BrowserContext; by: string | undefined }[] = [];
  const closeEarlier = async (by: string | undefined): Promise<void> => {
    const earlier = contexts.filter((one) => one.by !== undefined && one.by !== by);
    contexts = contexts.filter((one) => !earlier.includes(one));
    for (const { context } of earlier) await context.close();
  };
  let faults: string[] = [];
  return {
    url,
    test,
    open: async (path, visitor) => {
      const by = expect.getState().currentTestName;
      await closeEarlier(by);
      const context = await enter(browser, url, visitor);
      contexts.push({ context, by });
      const page = await context.newPage();
      watch(page, (fault) => faults.push(fault));
      await page.goto(url + path);
      return page;
    },
    takeFaults: () => {
      const all = faults;
      faults = [];
      return all;
    },
    close: async () => {
      for (const { context } of contexts) await context.close();
      await browser.close();
      await test.close();
      await database.drop();
    },
  };
}

async function enter(browser: Browser, url: string, visitor: Visitor): Promise<BrowserContext> {
  const { lang, email, look = 'light', size = { width: 1440, height: 900 }, motion = false } = visitor;
  const context = await browser.newContext({
    ...{ locale: lang, timezoneId: 'Asia/Shanghai', colorScheme: look, viewport: size },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript((value) => localStorage.setItem('stepwise.lang', value), lang);
  if (email !== undefined) {
    const answer = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'stepwise' }),
    });
    const { accessToken, expiresAt, user } = (await answer.json()) as Record<string, unknown>;
    const session = JSON.stringify({ status: 'in', me: user, token: { accessToken, expiresAt } });
    // Only once: who signs out or in again afterwards is somebody else.
    await context.addInitScript((value) => {
      if (localStorage.getItem('test.seen') !== null) return;
      localStorage.setItem('test.seen', '1');
      localStorage.setItem('stepwise.session', value);
    }, session);
  }
  return context;
}

function watch(page: Page, note: (fault: string) => void): void {
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser itself notes every answer that is not a success; what the page makes of it is tested elsewhere.
    if (message.text().startsWith('Failed to load resource')) return;
    note(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** What axe finds serious or critical on the page as it is now, a line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  // A colour on its way to another one is no finding.
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((go) => requestAnimationFrame(go));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // Evaluated from outside, so the page's own policy does not matter.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

interface AxeViolation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

async function copyWorld(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = String(process.env['STEPWISE_TEST_SERVER']);
  const name = `console_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.replace(/\/stepwise$/, '/postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} template ${WORLD}`);
  return {
    url: server.replace(/\/stepwise$/, `/${name}`),
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}
