import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { SopDefinition } from '../engine/common/model.js';
import type { Text } from '../engine/common/text.js';
import { SHIPPED_SOPS } from './shipped-sops.js';
import { listSopFiles } from './sop-folder.service.js';

/** An SOP that ships, to begin a draft with. */
export interface SopSample {
  id: string;
  title: Text;
  description: Text;
  /** YAML with its comments. */
  source: string;
}

/** The SOPs of the demo shop, offered to whoever has none of their own. */
@Injectable()
export class SopSamples {
  private samples: Promise<SopSample[]> | null = null;

  /** In the order of their files. They do not change while the program runs. */
  list(): Promise<SopSample[]> {
    this.samples ??= readSamples().catch((error: unknown) => {
      this.samples = null;
      throw error;
    });
    return this.samples;
  }
}

async function readSamples(): Promise<SopSample[]> {
  const samples: SopSample[] = [];
  for (const name of await listSopFiles(SHIPPED_SOPS)) {
    const source = await readFile(join(SHIPPED_SOPS, name), 'utf8');
    const { id, meta } = parse(source) as SopDefinition;
    samples.push({ id, title: meta.title, description: meta.description, source });
  }
  return samples;
}
