import { fileURLToPath } from 'node:url';

/** The folder of the SOPs that ship: those of the demo shop. */
export const SHIPPED_SOPS = fileURLToPath(new URL('../../workflows/', import.meta.url));

/** Whose SOP files are published: one's own, and for the demo those of its shop. One's own come first and count. */
export function sopFolders({ sopsDir, demo }: { sopsDir: string | null; demo: boolean }): string[] {
  return [...(sopsDir === null ? [] : [sopsDir]), ...(demo ? [SHIPPED_SOPS] : [])];
}
