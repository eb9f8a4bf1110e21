import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import type { SopDefinition } from '../engine/common/model.js';
import { UnknownSop } from './sops-problems.js';

export type SopFormat = 'yaml' | 'json';
export type SopOrigin = 'file' | 'console';

export interface SopSource {
  source: string;
  format: SopFormat;
}

/** A version as the list shows it. */
export interface VersionEntry {
  version: number;
  hash: string;
  origin: SopOrigin;
  format: SopFormat;
  publishedBy: string;
  /** Null when it was no person who did it. */
  publishedByName: string | null;
  publishedAt: Date;
}

export interface NewVersion extends SopSource {
  definition: SopDefinition;
  origin: SopOrigin;
  publishedBy: string;
  publishedAt: number;
}

/** Hex SHA-256 of a source: two versions with the same text have the same hash. */
export function hashSource(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex');
}

/** The rows of published versions: read, and appended under a lock per SOP. */
@Injectable()
export class SopVersionsService {
  constructor(private readonly database: Database) {}

  /** The versions of an SOP, newest first, older than `before`, at most `limit` + 1. Throws `UnknownSop`. */
  async listVersions(id: string, before: number | null, limit: number): Promise<VersionEntry[]> {
    const rows = await this.database.query<VersionEntry>(
      'sops-versions',
      `select v.version, v.hash, v.origin, v.format, v.published_by as "publishedBy",
              u.name as "publishedByName", v.published_at as "publishedAt"
       from sop_versions v left join users u on u.id::text = v.published_by
       where v.sop_id = $1 and ($2::int is null or v.version < $2)
       order by v.version desc limit $3`,
      [id, before, limit + 1],
    );
    if (rows.length === 0 && !(await this.exists(id))) throw new UnknownSop(id);
    return rows;
  }

  async exists(id: string): Promise<boolean> {
    const rows = await this.database.query('sops-exists', 'select 1 from sops where id = $1', [id]);
    return rows.length === 1;
  }

  /** Runs `work` in a transaction in which nobody else, in any process, adds a version to this SOP. */
  withLock<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.database.together(async () => {
      await this.database.query('sops-known', 'insert into sops (id) values ($1) on conflict do nothing', [
        id,
      ]);
      await this.database.query('sops-lock', 'select id from sops where id = $1 for update', [id]);
      return work();
    });
  }

  /** Version and hash of the newest version, of one origin or of any. Only inside `withLock` is it still so afterwards. */
  async newestOf(id: string, origin?: SopOrigin): Promise<{ version: number; hash: string } | null> {
    const rows = await this.database.query<{ version: number; hash: string }>(
      'sops-newest-of',
      `select version, hash from sop_versions
       where sop_id = $1 and ($2::text is null or origin = $2) order by version desc limit 1`,
      [id, origin ?? null],
    );
    return rows[0] ?? null;
  }

  /** The newest version of each SOP from one origin, by its hash. */
  async newestHashes(origin: SopOrigin): Promise<Map<string, { id: string; version: number }>> {
    const { rows } = await this.database.pool.query<{ id: string; version: number; hash: string }>(
      `select distinct on (sop_id) sop_id as id, version, hash from sop_versions
       where origin = $1 order by sop_id, version desc`,
      [origin],
    );
    return new Map(rows.map(({ hash, id, version }) => [hash, { id, version }]));
  }

  /** Adds the next version and answers with its number; to be called inside `withLock`. */
  async append(id: string, made: NewVersion): Promise<number> {
    const rows = await this.database.query<{ version: number }>(
      'sops-append',
      `insert into sop_versions
         (sop_id, version, source, format, definition, hash, origin, published_by, published_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8
       from sop_versions where sop_id = $1
       returning version`,
      [
        id,
        made.source,
        made.format,
        JSON.stringify(made.definition),
        hashSource(made.source),
        made.origin,
        made.publishedBy,
        new Date(made.publishedAt),
      ],
    );
    const row = rows[0];
    if (row === undefined) throw new Error(`no version of ${id} was written`);
    return row.version;
  }
}
