import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../support/chromium.js';
import { findBarriers, openConsole, type ConsoleRoom } from './console-room.js';

const withBrowser = findChromium() === undefined ? describe.skip : describe;

withBrowser('the way in', () => {
  let room: ConsoleRoom;
  beforeAll(async () => {
    room = await openConsole();
  });
  afterAll(() => room.close());

  it.each([
    { lang: 'zh-CN' as const, name: '登录', door: '流程设计师', place: '流程设计' },
    { lang: 'en' as const, name: 'Sign in', door: 'Process designer', place: 'SOPs' },
  ])('says in $lang what each workspace is for, and leads there', async ({ lang, name, door, place }) => {
    for (const look of ['light', 'dark'] as const) {
      const page = await room.open('/', { lang, look });
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('button', { name: door }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: door }).click();
      await page.getByRole('link', { name: place }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/designer');
    }
    expect(room.takeFaults()).toEqual([]);
  });

  it('signs in by keyboard alone, tells a wrong password, and goes on at the address asked for', async () => {
    const page = await room.open('/manager?days=7', { lang: 'en' });
    await page.getByLabel('E-mail').waitFor();
    await page.keyboard.type('manager@demo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('manager@demo');
    await page.keyboard.type('stepwise');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Figures' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/manager');
    expect(room.takeFaults()).toEqual([]);
  });
});
