import type { ShakyServer } from './shaky-server.js';
import { crashSop } from './crash-sop.js';

const PASSWORD = 'long enough for a bench';

/** The first administrator, a team, an agent, a published SOP: all over HTTP. Leaves the agent signed in. */
export async function setUp(server: ShakyServer, output: string): Promise<void> {
  const token = /\/setup#([\w-]+)/.exec(output)?.[1];
  if (token === undefined) throw new Error(`no setup token:\n${output}`);
  const admin = { email: 'admin@bench.test', password: PASSWORD };
  const agent = { email: 'agent@bench.test', password: PASSWORD };
  type SignedIn = { accessToken: string };
  server.token = (
    await server.call<SignedIn>('POST', '/api/auth/setup', { token, name: 'Nora Vance', ...admin })
  ).accessToken;
  await server.call('POST', '/api/teams', { id: 'bench', title: { en: 'Bench', 'zh-CN': '测试组' } });
  await server.call('POST', '/api/users', {
    ...agent,
    name: 'Ann Agnew',
    roles: ['agent'],
    teams: [{ team: 'bench', tier: 1 }],
  });
  await server.call('PUT', '/api/sops/crash/draft', { source: crashSop(), format: 'json' });
  await server.call('POST', '/api/sops/crash/publish');
  server.token = (await server.call<SignedIn>('POST', '/api/auth/login', agent)).accessToken;
  const own = { current: PASSWORD, password: `${PASSWORD} of an agent` };
  server.token = (await server.call<SignedIn>('PUT', '/api/me/password', own)).accessToken;
}
