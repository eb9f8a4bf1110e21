import './typescript.mjs';

/** The usual test server, and for the pages: the built console and a database with the demo world to copy from. */
export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  await startTestServer();
  const { prepareConsole } = await import('./console-world.ts');
  await prepareConsole();
}
