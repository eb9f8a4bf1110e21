import type { Page } from 'playwright-core';

const DAY = 86_400_000;
export const MANAGER = 'manager@demo';

/** Chooses in one of the lists of the filter bar. */
export async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list, exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

/** The day in Shanghai, so many days ago. */
export function dayAgo(days: number): string {
  return new Date(Date.now() - days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The last days in Shanghai, today counted, as the page asks for them. */
export function periodOf(days: number): string {
  return `from=${dayAgo(days - 1)}&to=${dayAgo(-1)}&tz=Asia/Shanghai`;
}

/** The link of a tile whose whole value is this number. */
export async function waitForTile(page: Page, title: string, value: number, lang: string): Promise<void> {
  const shown = new Intl.NumberFormat(lang).format(value);
  await page.getByRole('link', { name: `${title}: ${shown}`, exact: true }).waitFor();
}
