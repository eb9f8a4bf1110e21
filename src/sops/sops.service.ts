import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { compileSopInPieces } from '../engine/index.js';
import type { CompiledSop } from '../engine/index.js';
import type { JsonSchema, SopMeta } from '../engine/common/model.js';
import { PromiseCache } from './sop-cache.js';
import { SopDefinitions } from './sop-definitions.service.js';
import { Slices } from './slices.js';

/** Compiled versions that are kept in memory; one takes well under a megabyte. */
const KEPT_VERSIONS = 500;
/** For how long another process's new version may go unseen. */
const NEWEST_MS = 1_000;

/** Forms come with the list, so a page ends when they have this size (bytes). */
const PAGE_BYTES = 1024 * 1024;

/** One row of the list of SOPs. `version` is null while there is only a draft. */
export interface SopEntry {
  id: string;
  version: number | null;
  hasDraft: boolean;
  publishedAt: Date | null;
  /** Null only for a draft that today's parser no longer reads. */
  meta: EntryMeta | null;
}

type EntryMeta = Pick<SopMeta, 'title' | 'description' | 'team' | 'owner'> & { form: JsonSchema };

/** Published versions, compiled and kept; what tickets run on. */
@Injectable()
export class SopsService {
  private readonly versions = new PromiseCache<CompiledSop>(KEPT_VERSIONS);
  private readonly slices = new Slices();
  private readonly newestSeen = new Map<string, { at: number; version: Promise<number | null> }>();

  constructor(
    private readonly database: Database,
    private readonly definitions: SopDefinitions,
    private readonly clock: Clock,
  ) {}

  /** One published version, ready to run. Versions never change, so it is read and compiled once. Throws `UnknownSopVersion`. */
  compiled(id: string, version: number): Promise<CompiledSop> {
    return this.versions.get(`${id}@${version}`, async () => {
      const { definition } = await this.definitions.ofVersion(id, version);
      return this.slices.run(compileSopInPieces(definition, version));
    });
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

  /** The ids of those that have a version. */
  async publishedIds(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'sops-published',
      'select distinct sop_id as id from sop_versions order by 1 limit 1000',
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The SOPs after `cursor` in the order of their ids, at most `limit` of them, and fewer where their forms are large.
   * Those that only have a draft are left out unless `withDrafts`. Nothing is compiled for it.
   */
  async list({
    cursor = '',
    limit,
    withDrafts,
  }: {
    cursor?: string;
    limit: number;
    withDrafts: boolean;
  }): Promise<{ entries: SopEntry[]; hasMore: boolean }> {
    await this.definitions.readOlder(cursor, limit);
    const { rows } = await this.database.pool.query<SopEntry & { found: number }>(
      `with page as (
         select s.id, v.version, v.published_at, d.sop_id is not null as has_draft,
                coalesce(v.definition, d.definition) -> 'meta' as meta
         from sops s
         left join lateral (select version, published_at, definition from sop_versions
                            where sop_id = s.id order by version desc limit 1) v on true
         left join sop_drafts d on d.sop_id = s.id
         where s.id > $1 and (v.version is not null or ($2 and d.sop_id is not null))
         order by s.id limit $3),
       sized as (
         select *, count(*) over () as found, row_number() over w as place,
                sum(octet_length(meta #>> '{intake,form}')) over w as bytes
         from page window w as (order by id))
       select id, version, published_at as "publishedAt", has_draft as "hasDraft", found::int,
              case when meta is not null then json_build_object('title', meta -> 'title',
                'description', meta -> 'description', 'team', meta -> 'team', 'owner', meta -> 'owner',
                'form', meta #> '{intake,form}') end as meta
       from sized where place = 1 or (place <= $4 and coalesce(bytes, 0) <= $5) order by id`,
      [cursor, withDrafts, limit + 1, limit, PAGE_BYTES],
    );
    return {
      entries: rows.map(({ found: _, ...entry }) => entry),
      hasMore: rows.length < (rows[0]?.found ?? 0),
    };
  }

  /** The number of the newest version; null when nothing is published. At most a second old. */
  async newestVersion(id: string): Promise<number | null> {
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
}
