import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import type { SopDefinition } from '../engine/common/model.js';
import { Problem } from '../problems/problem.js';
import { Threads } from '../threads/threads.service.js';
import { PromiseCache } from './sop-cache.js';
import { READ_SOP } from './sop-tasks.js';
import { sopUnreadable } from '../words/problem-kinds.js';
import { UnknownSopVersion } from './sops-problems.js';

/** What was found out about drafts that cannot be read. */
const KEPT_DRAFTS = 1_000;

interface Stored {
  source: string;
  format: 'yaml' | 'json';
  hash: string;
  definition: SopDefinition;
  ordered: boolean;
}
interface DraftRow {
  revision: number;
  source: string;
  format: 'yaml' | 'json';
  definition: SopDefinition | null;
}
interface UnreadDraft {
  id: string;
  revision: number;
  source: string;
  format: 'yaml' | 'json';
}

/**
 * What SOPs were read as when they were checked, stored beside their text: who runs or shows them reads no text. Rows of
 * before that are read in a thread, once, and then kept like all others.
 */
@Injectable()
export class SopDefinitions {
  private readonly drafts = new PromiseCache<void>(KEPT_DRAFTS);

  constructor(
    private readonly database: Database,
    private readonly threads: Threads,
  ) {}

  /** A published version, its steps and fields in the order of its text. Throws `UnknownSopVersion`. */
  async ofVersion(id: string, version: number): Promise<Stored> {
    const { rows } = await this.database.pool.query<Stored>(
      'select source, format, hash, definition, ordered from sop_versions where sop_id = $1 and version = $2',
      [id, version],
    );
    const row = rows[0];
    if (row === undefined) throw new UnknownSopVersion(id, version);
    if (row.ordered) return row;
    // A source that a later, stricter parser refuses still runs, from the definition that was stored with it.
    const definition = (await this.read(row)) ?? row.definition;
    await this.database.pool.query(
      'update sop_versions set definition = $3, ordered = true where sop_id = $1 and version = $2',
      [id, version, JSON.stringify(definition)],
    );
    return { ...row, definition, ordered: true };
  }

  /** A draft as it was written, and what it was read as where that is known; null when there is none. */
  async ofDraft(id: string): Promise<DraftRow | null> {
    const rows = await this.database.query<DraftRow>(
      'sops-draft-read',
      'select revision, source, format, definition from sop_drafts where sop_id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Reads what is still unread after `cursor`, so much of it, so that a page of the list can tell of it. */
  async readOlder(cursor: string, limit: number): Promise<void> {
    const versions = await this.database.pool.query<{ id: string; version: number }>(
      `select id, version from (select distinct on (sop_id) sop_id as id, version, ordered from sop_versions
                                where sop_id > $1 order by sop_id, version desc) newest
       where not ordered order by id limit $2`,
      [cursor, limit],
    );
    for (const { id, version } of versions.rows) await this.ofVersion(id, version);
    const drafts = await this.database.pool.query<UnreadDraft>(
      `select sop_id as id, revision, source, format from sop_drafts
       where definition is null and sop_id > $1 order by sop_id limit $2`,
      [cursor, limit],
    );
    for (const draft of drafts.rows) {
      await this.drafts.get(`${draft.id} ${String(draft.revision)}`, () => this.keepDraft(draft));
    }
  }

  private async keepDraft({ id, revision, source, format }: UnreadDraft): Promise<void> {
    const definition = await this.read({ source, format });
    if (definition === null) return;
    await this.database.pool.query(
      'update sop_drafts set definition = $3 where sop_id = $1 and revision = $2',
      [id, revision, storable(definition)],
    );
  }

  private async read(text: { source: string; format: 'yaml' | 'json' }): Promise<SopDefinition | null> {
    try {
      return (await this.threads.run(READ_SOP, { ...text, asYaml: false })).definition;
    } catch (error) {
      if (error instanceof Problem && error.slug === sopUnreadable.slug) return null;
      throw error;
    }
  }
}

/** As a draft keeps it; null when PostgreSQL could not look into it, because a text holds the sign with the number 0. */
export function storable(definition: SopDefinition): string | null {
  const text = JSON.stringify(definition);
  return text.includes('\\u0000') ? null : text;
}
