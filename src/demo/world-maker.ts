import { sopFolders } from '../sops/shipped-sops.js';
import { workApart } from '../threads/apart.js';
import type { WorldNews, WorldOrder } from './world-apart.js';

// The process of `makeWorldApart`.
workApart<WorldOrder, WorldNews, void>(async ({ databaseUrl, plan }, tell) => {
  const { makeWorldHere } = await import('./make-world.js');
  const report = (share: number, tickets: number): void => tell({ share, tickets });
  await makeWorldHere(databaseUrl, process.env, plan, { report, folders: sopFolders });
});
