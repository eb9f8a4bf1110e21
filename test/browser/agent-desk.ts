import { customerIdOf } from '../../src/demo/shop-data.js';
import type { Locator, Page } from 'playwright-core';
import type { ConsoleRoom, Lang } from './console-room.js';

type Fields = Record<string, unknown>;

/** The server as somebody's program sees it: what a page did is checked here, and others act through it. */
export interface Api {
  get<T = Fields>(path: string): Promise<T>;
  /** `status` and `body`, also of a refusal. */
  post(path: string, body?: unknown, headers?: Fields): Promise<{ status: number; body: Fields }>;
}

export async function signIn(room: ConsoleRoom, email: string, password = 'stepwise'): Promise<Api> {
  const login = await fetch(`${room.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const authorization = `Bearer ${accessToken}`;
  return {
    get: async <T>(path: string) => {
      const answer = await fetch(room.url + path, { headers: { authorization, 'accept-language': 'en' } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return (await answer.json()) as T;
    },
    post: async (path, body = {}, headers = {}) => {
      const answer = await fetch(room.url + path, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          ...(headers as Record<string, string>),
        },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Fields) };
    },
  };
}

/** Whether somebody can sign in with a password. */
export async function mayEnter(room: ConsoleRoom, email: string, password: string): Promise<boolean> {
  const answer = await fetch(`${room.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.ok;
}

export interface Refund {
  subject: string;
  reason?: 'not-shipped' | 'damaged';
  /** Of the demo shop. */
  orderId?: string;
  lang?: Lang;
  customer?: Fields;
  body?: string;
}

/** Opens a refund ticket; the shop knows its order, so it waits in the step "Assess the request". Gives its id. */
export async function openRefund(api: Api, refund: Refund): Promise<string> {
  const { subject, reason = 'damaged', orderId = 'ORD-700100', lang = 'en', customer, body } = refund;
  const { status, body: ticket } = await api.post('/api/tickets', {
    ...{ sop: 'refund-only', subject, channel: 'phone', lang, data: { orderId, reason }, body },
    // The shop gives the order to its owner only.
    customer: { name: 'Wanda Wu', ...customer, id: customerIdOf(orderId) },
  });
  if (status !== 201) throw new Error(`The ticket was not opened: ${JSON.stringify(ticket)}`);
  const id = String(ticket['id']);
  await until(
    () => api.get<{ steps: string[] }>(`/api/tickets/${id}`),
    ({ steps }) => steps.includes('checking.assess'),
  );
  return id;
}

/** Looks again and again until it is right; generous, because the machine may be busy. */
export async function until<T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  const end = performance.now() + 45_000;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > end) throw new Error(`It stays ${JSON.stringify(value)?.slice(0, 1_000)}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}

interface HistoryEntry {
  type: string;
  actor: { kind: string; id: string | null };
  data: Fields | null;
}

export async function historyOf(api: Api, id: string): Promise<HistoryEntry[]> {
  return (await api.get<{ items: HistoryEntry[] }>(`/api/tickets/${id}/history?limit=200`)).items;
}

/** How often something happened to a ticket. */
export async function countEvents(api: Api, id: string, type: string): Promise<number> {
  return (await historyOf(api, id)).filter((entry) => entry.type === type).length;
}

export async function messagesOf(api: Api, id: string): Promise<{ body: string; internal: boolean }[]> {
  return (
    await api.get<{ items: { body: string; internal: boolean }[] }>(`/api/tickets/${id}/messages?limit=200`)
  ).items;
}

/** Goes to a control with the Tab key, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The key Tab does not lead there');
}

/** The way out with this title. */
export function way(page: Page, title: string): Locator {
  return page.locator('[data-testid=ways-open]').getByRole('button', { name: title });
}

/** Opens, on the board, what its holder has in hand. */
export function openHolderOf(page: Page, ticketId: string): Promise<void> {
  return page
    .getByRole('row')
    .filter({ hasText: `#${ticketId}` })
    .getByRole('button')
    .click();
}
