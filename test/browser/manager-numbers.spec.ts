import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { Clock } from '../../src/clock.js';
import type { OverviewAnswer } from '../../src/metrics/overview/overview-answer.dto.js';
import { findChromium } from '../support/chromium.js';
import { signIn, type Api } from './agent-desk.js';
import { openConsole, type ConsoleRoom } from './console-room.js';
import { MANAGER, periodOf } from './manager-desk.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;
/** Some hundred pages, one after the other. */
const LONG = 480_000;

/** Time stands still: no target runs out and nothing falls due between a number and its list. */
class StandingClock extends Clock {
  private readonly at = Date.now();
  override now(): number {
    return this.at;
  }
}

/** What a list says of all its pages. */
interface Count {
  rows: number;
  /** Where the rows are visits. */
  tickets: number | null;
  /** Where the number counts what happened to the tickets. */
  inAll: number | null;
}

withBrowser('a number and the list behind it', () => {
  let room: ConsoleRoom;
  let api: Api;
  beforeAll(async () => {
    room = await openConsole({ clock: new StandingClock() });
    api = await signIn(room, MANAGER);
  });
  afterAll(() => room.close());

  it(
    'say the same, wherever one clicks on the overview',
    async () => {
      const figures = await api.get<OverviewAnswer>(`/api/metrics/overview?compare=previous&${periodOf(7)}`);
      const page = await room.open('/manager?days=7', { lang: 'en', email: MANAGER });
      const links = page.locator('[data-testid=tiles] a:not([data-testid=tile-help])');
      await links.first().waitFor();
      const all = await links.evaluateAll((found) =>
        found.map((link) => ({
          tile: link.closest('[data-testid=tile]')?.querySelector('h2')?.textContent ?? '',
          line: link.closest('[data-testid=tile-lines] div')?.querySelector('dt')?.textContent ?? '',
          n:
            link.closest('[data-testid=tile]')?.querySelector('[data-testid=tile-n] a:last-of-type')
              ?.textContent ?? '',
          text: link.textContent ?? '',
        })),
      );
      expect(all.length).toBeGreaterThan(40);
      for (const [i, { tile, line, n, text }] of all.entries()) {
        const expected = countedIn(text) ?? behind(line, figures) ?? Number(n.replaceAll(',', ''));
        await links.nth(i).click();
        const { rows, inAll } = await countOf(page);
        expect([tile, line, text, inAll ?? rows]).toEqual([tile, line, text, expected]);
        await page.goBack();
        await links.nth(i).waitFor();
      }
      expect(room.takeFaults()).toEqual([]);
    },
    LONG,
  );

  it(
    'say the same in the tables of steps, bottlenecks, people and days',
    async () => {
      const page = await room.open('/manager', { lang: 'en', email: MANAGER });
      for (const [path, isOfTickets] of [
        ['steps?sop=return-refund', 'escalated'],
        ['bottlenecks', ''],
        ['people', ''],
        ['?trend=table', ''],
      ] as const) {
        await page.goto(`${room.url}/manager/${path}`);
        const rows = page.locator('[data-testid=figures] tbody tr');
        await rows.first().waitFor();
        // One that has much, one that has little.
        for (const row of [rows.first(), rows.last()]) await clickThrough(page, row, isOfTickets);
      }
      expect(room.takeFaults()).toEqual([]);
    },
    LONG,
  );

  it('say the same on the ways of the heat map, also where a step parts into regions', async () => {
    const page = await room.open('/manager', { lang: 'en', email: MANAGER });
    await page.goto(`${room.url}/manager/steps?sop=complaint`);
    const labels = page.locator('[data-testid=sop-label]');
    const wordless = labels.filter({ hasNot: page.locator('[data-testid=sop-way]') });
    const into = labels.filter({ hasText: 'Accept the complaint' });
    for (const [label, opens, title] of [
      [
        into,
        into.locator('[data-testid=sop-way]'),
        'Visits of “Understand the complaint” that went to “Handling”',
      ],
      [wordless.nth(1), page.locator('[data-from="handling::join"]'), 'Visits of “Handling” that went to'],
      [
        wordless.nth(0),
        page.locator('[data-from="::start"]'),
        'Visits of “Look up the order” with which tickets began',
      ],
    ] as const) {
      const note = label.locator('[data-testid=sop-way-note]');
      await note.waitFor();
      const counted = Number((await note.textContent())?.replace(/[,×]/g, ''));
      expect(counted).toBeGreaterThan(0);
      // Only the hottest step is certain to be in view.
      await opens.dispatchEvent('click');
      expect([title, (await countOf(page)).rows]).toEqual([title, counted]);
      expect(await page.locator('h1').textContent()).toContain(title);
      await page.goBack();
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it('are beside the change since the period before, in the tables too', async () => {
    const page = await room.open('/manager/people?days=7', { lang: 'en', email: MANAGER });
    const changes = page.locator('[data-testid=figures] [data-testid=change]');
    await changes.first().waitFor();
    const isCompared = page.getByRole('switch', { name: 'Compare with the period before' });
    await isCompared.click();
    await changes.first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('compare')).toBe('no');
    await page.getByRole('link', { name: 'Bottlenecks', exact: true }).click();
    await page.locator('[data-testid=figures] tbody tr').first().waitFor();
    expect(await changes.count()).toBe(0);
    await isCompared.click();
    await changes.first().waitFor();
    const { bottlenecks } = await api.get<{
      bottlenecks: { previous: { meanIdleSeconds: number } | null }[];
    }>(`/api/metrics/bottlenecks?compare=previous&${periodOf(7)}`);
    expect(bottlenecks.filter(({ previous }) => previous !== null).length).toBeGreaterThanOrEqual(
      await changes.count(),
    );
    expect(room.takeFaults()).toEqual([]);
  });
});

/** The whole number that a link says: "12", "93% (340)", "12 open", "before: 5% (n = 300)"; null: a rate or a time. */
function countedIn(text: string): number | null {
  const found =
    /^([\d,]+)$/.exec(text) ?? /\((?:n = )?([\d,]+)\)$/.exec(text) ?? /^([\d,]+) [a-z]/.exec(text);
  const isTime = /^[\d,]+ (?:d|h|min|s)\b/.test(text);
  return found === null || isTime ? null : Number(found[1]?.replaceAll(',', ''));
}

/** Of how many tickets a line is that does not say so itself; null: as many as the tile. */
function behind(line: string, { fcr, resolutionTime: { first, full } }: OverviewAnswer): number | null {
  if (line === 'without escalation or hand-over') return fcr.strict.n;
  if (line === 'without contacts that policy forces') return fcr.net.n;
  if (line === 'to the last resolution') return full.calendar.n;
  if (line === 'with open tickets') return first.calendar.n + (first.excluded['open'] ?? 0);
  return null;
}

/** A mean, that opens what it is of, and now and then is a whole number. */
const MEANS = ['Per day'];

/** Clicks every whole number of a row that counts something. Where it is of tickets and the list of visits, the tickets are compared. */
async function clickThrough(page: Page, row: Locator, isOfTickets: string): Promise<void> {
  const links = row.locator('td a').filter({ hasText: /^[\d,]+$/ });
  const texts = await links.allTextContents();
  expect(texts.length).toBeGreaterThan(0);
  for (const [i, text] of texts.entries()) {
    const link = links.nth(i);
    const column = await link.evaluate((found) => {
      const cell = found.closest('td');
      return [...(cell?.parentElement?.children ?? [])].indexOf(cell as Element);
    });
    const title = (await page.locator('[data-testid=figures] thead th').nth(column).textContent()) ?? '';
    if (MEANS.includes(title)) continue;
    await link.click();
    const { rows, tickets, inAll } = await countOf(page);
    const counted = isOfTickets !== '' && title === 'Escalation' ? tickets : (inAll ?? rows);
    expect([title, text, counted]).toEqual([title, text, Number(text.replaceAll(',', ''))]);
    await page.goBack();
    await link.waitFor();
  }
}

async function countOf(page: Page): Promise<Count> {
  const status = page.locator('[data-testid=page-head] [role=status]');
  await status.waitFor();
  const words = (await status.textContent()) ?? '';
  const read = (pattern: RegExp): number | null => {
    const found = pattern.exec(words);
    return found === null ? null : Number(found[1]?.replaceAll(',', ''));
  };
  const rows = read(/^([\d,]+) rows?/);
  if (rows === null) throw new Error(`A list says "${words}"`);
  return { rows, tickets: read(/([\d,]+) tickets?/), inAll: read(/([\d,]+) in all/) };
}
