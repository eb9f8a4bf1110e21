import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SHIPPED_SOPS, sopFolders } from '../../../src/sops/shipped-sops.js';

describe('the folders of SOPs that are published', () => {
  it('without the demo are one’s own only, or none', () => {
    expect(sopFolders({ sopsDir: null, demo: false })).toEqual([]);
    expect(sopFolders({ sopsDir: 'ours', demo: false })).toEqual(['ours']);
  });

  it('with the demo hold the shop too, after one’s own', () => {
    expect(sopFolders({ sopsDir: 'ours', demo: true })).toEqual(['ours', SHIPPED_SOPS]);
    expect(readdirSync(SHIPPED_SOPS)).toContain('refund-only.yaml');
  });
});
