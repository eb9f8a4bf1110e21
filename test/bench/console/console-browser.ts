import { get } from 'node:http';
import type { Browser, Page } from 'playwright-core';

export interface Visitor {
  url: string;
  token: string;
  session: string;
}

/** Signs in by the interface. */
export async function signIn(url: string, email: string): Promise<Visitor> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'stepwise' }),
  });
  const { accessToken, expiresAt, user } = (await answer.json()) as {
    accessToken: string;
    expiresAt: string;
    user: unknown;
  };
  const session = JSON.stringify({ status: 'in', me: user, token: { accessToken, expiresAt } });
  return { url, token: accessToken, session };
}

/** A call as the visitor; throws for everything that is not a success. */
export async function call(visitor: Visitor, method: string, path: string, body?: unknown): Promise<unknown> {
  const isText = typeof body === 'string';
  const answer = await fetch(`${visitor.url}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${visitor.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: isText ? body : body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${said}`);
  return said === '' ? null : JSON.parse(said);
}

/** A page of a browser that has never been here, in one language. Gives the addresses of what it loads, too. */
export async function openPage(
  browser: Browser,
  visitor: Visitor,
  path: string,
  lang: 'zh-CN' | 'en' = 'zh-CN',
): Promise<{ page: Page; loaded: string[] }> {
  const context = await browser.newContext({
    ...{ locale: lang, timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } },
  });
  const content = [
    `localStorage.setItem('stepwise.lang', ${JSON.stringify(lang)});`,
    `localStorage.setItem('stepwise.session', ${JSON.stringify(visitor.session)});`,
  ].join('');
  await context.addInitScript({ content });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/') && response.ok()) loaded.push(response.url());
  });
  await page.goto(visitor.url + path);
  return { page, loaded };
}

/** How many bytes an answer has on the wire when gzip is taken. */
export function measureGzip(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
}
