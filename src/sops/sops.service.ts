import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { compileSop, parseSop } from '../engine/index.js';
import type { CompiledSop } from '../engine/index.js';
import type { SopDefinition } from '../engine/model.js';
import { PromiseCache } from './sop-cache.js';
import { UnknownSopVersion } from './sops-problems.js';

/** Compiled versions that are kept in memory; one takes well under a megabyte. */
const KEPT_VERSIONS = 500;
/** For how long another process's new version may go unseen. */
const NEWEST_MS = 1_000;

interface VersionRow {
  source: string;
  format: 'yaml' | 'json';
  definition: SopDefinition;
}

/** One row of the list of SOPs. `version` is null while there is only a draft. */
export interface SopEntry {
  id: string;
  version: number | null;
  hasDraft: boolean;
  publishedAt: Date | null;
  /** Null only for a draft that today's parser no longer reads. */
  definition: SopDefinition | null;
}

/** Published versions, compiled and kept; what tickets run on. */
@Injectable()
export class SopsService {
  private readonly versions = new PromiseCache<CompiledSop>(KEPT_VERSIONS);
  private readonly newestSeen = new Map<string, { at: number; version: Promise<number | null> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One published version, ready to run. Versions never change, so it is read and compiled once. Throws `UnknownSopVersion`. */
  compiled(id: string, version: number): Promise<CompiledSop> {
    return this.versions.get(`${id}@${version}`, async () =>
      compileSop(await this.readDefinition(id, version), version),
    );
  }

  /** The version on which a new ticket begins; null when nothing of this SOP is published. At most a second old. */
  async newest(id: string): Promise<CompiledSop | null> {
    const version = await this.newestVersion(id);
    return version === null ? null : this.compiled(id, version);
  }

  /** Forgets what `newest` remembers, because a version was published here. */
  forgetNewest(id: string): void {
    this.newestSeen.delete(id);
  }

  /**
   * The SOPs after `cursor` in the order of their ids, at most `limit` + 1 of them (the one too many says that there are more).
   * Those that only have a draft are left out unless `withDrafts`.
   */
  async list(options: { cursor?: string; limit?: number; withDrafts?: boolean } = {}): Promise<SopEntry[]> {
    const { rows } = await this.database.pool.query<{
      id: string;
      version: number | null;
      publishedAt: Date | null;
      hasDraft: boolean;
      draftSource: string | null;
      draftFormat: 'yaml' | 'json' | null;
    }>(
      `select s.id, v.version, v.published_at as "publishedAt", d.sop_id is not null as "hasDraft",
              case when v.version is null then d.source end as "draftSource", d.format as "draftFormat"
       from sops s
       left join lateral (select version, published_at from sop_versions
                          where sop_id = s.id order by version desc limit 1) v on true
       left join sop_drafts d on d.sop_id = s.id
       where s.id > $1 and (v.version is not null or ($2 and d.sop_id is not null))
       order by s.id limit $3`,
      [options.cursor ?? '', options.withDrafts ?? false, (options.limit ?? 1_000) + 1],
    );
    return Promise.all(
      rows.map(async ({ draftSource, draftFormat, ...row }) => ({
        ...row,
        definition:
          row.version === null
            ? parseSop(draftSource ?? '', draftFormat ?? 'yaml').definition
            : (await this.compiled(row.id, row.version)).definition,
      })),
    );
  }

  private async newestVersion(id: string): Promise<number | null> {
    const now = this.clock.now();
    const seen = this.newestSeen.get(id);
    // A clock that was set back must not keep an old answer alive.
    if (seen !== undefined && now >= seen.at && now - seen.at < NEWEST_MS) return seen.version;
    const version = this.readNewestVersion(id);
    this.newestSeen.set(id, { at: now, version });
    try {
      const found = await version;
      // Ids come from outside: only those that exist are remembered.
      if (found === null) this.newestSeen.delete(id);
      return found;
    } catch (error) {
      this.newestSeen.delete(id);
      throw error;
    }
  }

  private async readNewestVersion(id: string): Promise<number | null> {
    const { rows } = await this.database.pool.query<{ version: number | null }>(
      'select max(version) as version from sop_versions where sop_id = $1',
      [id],
    );
    return rows[0]?.version ?? null;
  }

  private async readDefinition(id: string, version: number): Promise<SopDefinition> {
    const { rows } = await this.database.pool.query<VersionRow>(
      'select source, format, definition from sop_versions where sop_id = $1 and version = $2',
      [id, version],
    );
    const row = rows[0];
    if (row === undefined) throw new UnknownSopVersion(id, version);
    // The order of steps and fields is part of the SOP, and jsonb does not keep it: the source does. A source that
    // a later, stricter parser refuses still runs, from the definition that was stored with it.
    return parseSop(row.source, row.format).definition ?? row.definition;
  }
}
