import { customerIdOf } from '../../../src/demo/shop-data.js';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.js';
import { call, measureGzip, openPage, signIn, type Visitor } from './console-browser.js';
import { loopSop, longSop } from './console-sops.js';
import { percentile, round } from '../shared/figures.js';
import { buildProgram, makeFolder, startProgram } from '../shared/program.js';
import { freePort } from '../shared/redis-server.js';

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type PageName =
  'agent' | 'agentWithTicketAndMap' | 'lead' | 'designer' | 'manager' | 'managerHeatMap' | 'admin';

interface Clicks {
  clicks: number;
  p50: number;
  p95: number;
}
interface Drag {
  steps: number;
  shownMs: number;
  framesPerSecond: number;
  p95FrameMs: number;
  longestFrameMs: number;
}
interface HeatMap {
  shown: number;
  answer: number;
}
interface Barriers {
  pages: number;
  serious: number;
}

export interface ConsoleResult {
  firstLoadKiB: Record<PageName, number>;
  nextStepMs: Clicks;
  diagram: Drag;
  heatMapMs: HeatMap;
  axe: Barriers;
}

/** What the workspaces weigh and how quick they are, in a real browser on a server with the demo world. */
export async function benchConsole(args: string[]): Promise<ConsoleResult> {
  const { values } = parseArgs({
    args,
    options: { url: { type: 'string' }, clicks: { type: 'string', default: '100' } },
  });
  if (values.url !== undefined) return measure(values.url, Number(values.clicks));
  const built = buildProgram();
  const folder = makeFolder('bench-console');
  try {
    const program = await startProgram(built.dir, await freePort(), {
      STEPWISE_DATA_DIR: join(folder, 'data'),
      STEPWISE_DEMO: 'on',
    });
    try {
      return await measure(program.url, Number(values.clicks));
    } finally {
      await program.stop();
    }
  } finally {
    built.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url: string, clicks: number): Promise<ConsoleResult> {
  const browser = await launchChromium();
  try {
    const admin = await signIn(url, 'admin@demo');
    const suffix = Date.now().toString(36);
    const firstLoadKiB = await weighPages(browser, url, admin);
    say(`first load: ${JSON.stringify(firstLoadKiB)}`);
    const nextStepMs = await timeSteps(browser, admin, `bench-loop-${suffix}`, clicks);
    say(`next step: ${JSON.stringify(nextStepMs)}`);
    const diagram = await dragDiagram(browser, admin, `bench-long-${suffix}`);
    say(`diagram: ${JSON.stringify(diagram)}`);
    const heatMapMs = await timeHeatMap(browser, await signIn(url, 'manager@demo'));
    say(`heat map: ${JSON.stringify(heatMapMs)}`);
    const axe = await countBarriers(browser, url);
    return { firstLoadKiB, nextStepMs, diagram, heatMapMs, axe };
  } finally {
    await browser.close();
  }
}

/** Looks until an expression holds; from outside, because the page's policy allows it no evaluation. */
async function waitUntil(page: Page, expression: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() > end) throw new Error(`It never came to be: ${expression}`);
    await page.waitForTimeout(10);
  }
}

/** Until the automatic steps before it are done. */
async function waitForStep(visitor: Visitor, id: string, step: string): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    const { steps } = (await call(visitor, 'GET', `/tickets/${id}`)) as { steps: string[] };
    if (steps.includes(step)) return;
    if (performance.now() > end) throw new Error(`The ticket stays in ${steps.join(', ')}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}

/** The page and all its scripts, styles and pictures, gzipped, until nothing more is asked for. KiB. */
async function weighPages(browser: Browser, url: string, admin: Visitor): Promise<Record<PageName, number>> {
  const weigh = async (email: string, path: string, after?: (page: Page) => Promise<void>) => {
    const { page, loaded } = await openPage(browser, await signIn(url, email), path);
    await page.waitForTimeout(2_500);
    await after?.(page);
    const sizes = await Promise.all([...new Set(loaded)].map(measureGzip));
    await page.context().close();
    return round(sizes.reduce((sum, size) => sum + size, 0) / 1024, 0);
  };
  const ofAgent = await weigh('agent@demo', '/agent');
  const agent = await signIn(url, 'agent@demo');
  const { id } = (await call(admin, 'POST', '/tickets', {
    ...{ sop: 'refund-only', subject: 'Bench', customer: { id: customerIdOf('ORD-700100') } },
    data: { orderId: 'ORD-700100', reason: 'damaged' },
  })) as { id: string };
  await waitForStep(admin, id, 'checking.assess');
  await call(agent, 'POST', `/desk/${id}/take`, {});
  const withTicketAndMap = await weigh('agent@demo', `/agent/tickets/${id}`, async (page) => {
    await page.waitForSelector('[data-testid=step] h2');
    await page.waitForSelector('[data-testid=map]');
  });
  return {
    agent: ofAgent,
    agentWithTicketAndMap: withTicketAndMap,
    lead: await weigh('lead@demo', '/lead'),
    designer: await weigh('designer@demo', '/designer/complaint'),
    manager: await weigh('manager@demo', '/manager'),
    managerHeatMap: await weigh('manager@demo', '/manager/steps?sop=return-refund'),
    admin: await weigh('admin@demo', '/admin'),
  };
}

/** From the click on a way out until the next step has been painted, in the page's own clock. */
async function timeSteps(browser: Browser, admin: Visitor, id: string, clicks: number): Promise<Clicks> {
  await call(admin, 'PUT', `/sops/${id}/draft`, loopSop(id));
  await call(admin, 'POST', `/sops/${id}/publish`);
  const { id: ticketId } = (await call(admin, 'POST', '/tickets', {
    sop: id,
    subject: 'Bench',
    customer: { id: `C-${id}` },
  })) as { id: string };
  const agent = await signIn(admin.url, 'agent@demo');
  await call(agent, 'POST', `/desk/${ticketId}/take`, {});
  const { page } = await openPage(browser, agent, `/agent/tickets/${ticketId}`, 'en');
  await page.waitForSelector('[data-testid=step] h2');
  await page.waitForTimeout(1_500);
  await page.evaluate(`
    window.times = [];
    addEventListener('click', (event) => {
      const began = event.timeStamp, before = document.querySelector('[data-testid=step] h2').textContent;
      const look = () => document.querySelector('[data-testid=step] h2')?.textContent === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => window.times.push(performance.now() - began));
      requestAnimationFrame(look);
    }, true)`);
  for (let n = 1; n <= clicks; n += 1) {
    await page.locator('[data-testid=ways] button[data-testid=way][data-tone="primary"]').first().click();
    await waitUntil(page, `window.times.length === ${String(n)}`);
    // A person reads the step first; what an answer sets off behind it is over by then.
    await page.waitForTimeout(300);
  }
  const times = await page.evaluate<number[]>('window.times');
  await page.context().close();
  return { clicks, p50: round(percentile(times, 0.5), 0), p95: round(percentile(times, 0.95), 0) };
}

/** Frames while the pointer drags a diagram of 150 steps to and fro for 3 s, and how long it took to appear. */
async function dragDiagram(browser: Browser, admin: Visitor, id: string): Promise<Drag> {
  await call(admin, 'PUT', `/sops/${id}/draft`, longSop(id, 150));
  const { page } = await openPage(browser, admin, `/designer/${id}`, 'en');
  const began = performance.now();
  await waitUntil(page, `document.querySelectorAll('.react-flow__node').length > 0`);
  const shownMs = round(performance.now() - began, 0);
  await page.waitForTimeout(2_000);
  const box = await page.locator('.react-flow__pane').boundingBox();
  if (!box) throw new Error('The diagram is not there');
  await page.evaluate(`
    window.frames_ = [];
    (function note(at) { window.frames_.push(at); requestAnimationFrame(note); })(performance.now())`);
  // At the side nothing lies under the pointer: words of a way are buttons, on which one does not drag.
  const [x, y] = [box.x + 200, box.y + box.height / 2];
  const viewport = `document.querySelector('.react-flow__viewport').style.transform`;
  const still = await page.evaluate<string>(viewport);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = performance.now() + 3_000;
  for (let n = 0; performance.now() < end; n += 1) {
    await page.mouse.move(x + 150 * Math.sin(n / 12), y + 120 * Math.sin(n / 9));
  }
  const moved = await page.evaluate<string>(viewport);
  await page.mouse.up();
  if (moved === still) throw new Error('The diagram did not follow the pointer');
  const frames = await page.evaluate<number[]>('window.frames_');
  const gaps = frames.slice(1).map((at, n) => at - (frames[n] ?? at));
  await page.context().close();
  return {
    steps: 150,
    shownMs,
    framesPerSecond: round((gaps.length * 1_000) / gaps.reduce((sum, gap) => sum + gap, 0), 0),
    p95FrameMs: round(percentile(gaps, 0.95), 0),
    longestFrameMs: round(Math.max(...gaps), 0),
  };
}

/** From the click on "heat map" until the first step is coloured, and the server's part of it. ms, median of five. */
async function timeHeatMap(browser: Browser, manager: Visitor): Promise<HeatMap> {
  const whole: number[] = [];
  const server: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { page } = await openPage(browser, manager, '/manager?sop=return-refund&days=14', 'en');
    await page.waitForTimeout(2_500);
    const began = performance.now();
    await page.locator('a[href*="/manager/steps"]').first().click();
    await waitUntil(page, `document.querySelectorAll('.react-flow__node').length > 5`);
    whole.push(performance.now() - began);
    const took = await page.evaluate<number[]>(`
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/metrics/steps?'))
        .map(({ duration }) => duration)`);
    server.push(...took.slice(0, 1));
    await page.context().close();
  }
  return { shown: round(percentile(whole, 0.5), 0), answer: round(percentile(server, 0.5), 0) };
}

/** Serious and critical findings of axe on the first page of each workspace, both languages. */
async function countBarriers(browser: Browser, url: string): Promise<Barriers> {
  const places: [string, string][] = [
    ['agent@demo', '/agent'],
    ['lead@demo', '/lead'],
    ['designer@demo', '/designer'],
    ['designer@demo', '/designer/complaint'],
    ['manager@demo', '/manager'],
    ['manager@demo', '/manager/steps?sop=return-refund'],
    ['manager@demo', '/manager/bottlenecks'],
    ['admin@demo', '/admin'],
  ];
  let serious = 0;
  for (const [email, path] of places) {
    for (const lang of ['zh-CN', 'en'] as const) {
      const { page } = await openPage(browser, await signIn(url, email), path, lang);
      await page.waitForTimeout(2_000);
      await page.evaluate(AXE);
      const found = await page.evaluate<string[]>(`axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ' × ' + nodes.length))`);
      if (found.length > 0) say(`${path} (${lang}): ${found.join(', ')}`);
      serious += found.length;
      await page.context().close();
    }
  }
  return { pages: places.length * 2, serious };
}
