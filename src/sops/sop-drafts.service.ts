import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import type { Finding } from '../engine/common/model.js';
import type { RunOptions } from '../threads/threads.service.js';
import { SopChecks } from './sop-checks.service.js';
import { storable } from './sop-definitions.service.js';
import { hashSource, SopVersionsService } from './sop-versions.service.js';
import type { SopSource } from './sop-versions.service.js';
import {
  DraftBusy,
  DraftExists,
  SopIdInvalid,
  SopIdMismatch,
  SopNotPublishable,
  SopUnreadable,
  StaleDraft,
  UnknownSop,
  UnknownSopVersion,
} from './sops-problems.js';
import { SopsService } from './sops.service.js';

/** How often a draft that changes under the check is read again. */
const PUBLISH_TRIES = 3;

export interface Draft extends SopSource {
  revision: number;
  updatedBy: string;
  updatedByName: string | null;
  updatedAt: Date;
}

export interface SavedDraft {
  id: string;
  revision: number;
  updatedAt: Date;
  ok: boolean;
  findings: Finding[];
}

export interface Published {
  id: string;
  version: number;
  /** False: nothing new was to be published, and `version` is the newest there was. */
  created: boolean;
  findings: Finding[];
}

/** Drafts of SOPs, one each, and their way to a version. */
@Injectable()
export class SopDraftsService {
  constructor(
    private readonly database: Database,
    private readonly versions: SopVersionsService,
    private readonly sops: SopsService,
    private readonly checks: SopChecks,
    private readonly clock: Clock,
  ) {}

  /** The draft of an SOP. Throws `UnknownSop`, or `UnknownSopVersion` when it has no draft. */
  async read(id: string): Promise<Draft> {
    const draft = await this.find(id);
    if (draft !== null) return draft;
    if (await this.versions.exists(id)) throw new UnknownSopVersion(id, 'draft');
    throw new UnknownSop(id);
  }

  /**
   * Stores a draft, with whatever findings the check has. A text that holds no SOP, or one with another id, is refused
   * (`SopUnreadable`, `SopIdMismatch`), and so is a revision that is not the current one (`StaleDraft`). `ifMatch`: that
   * revision, null for whatever there is, `none` to begin a draft where there is none (`DraftExists`).
   */
  async save(
    id: string,
    { source, format }: SopSource,
    by: string,
    ifMatch: number | 'none' | null,
  ): Promise<SavedDraft> {
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) throw new SopIdInvalid();
    const checked = await this.checks.check(source, format, { by });
    if (checked.definition === null) throw new SopUnreadable(checked.findings);
    if (checked.definition.id !== id) throw new SopIdMismatch(id, checked.definition.id);
    const updatedAt = new Date(this.clock.now());
    const row = [id, source, format, by, updatedAt, storable(checked.definition)];
    const revision =
      typeof ifMatch === 'number'
        ? await this.replace(id, row, ifMatch)
        : await this.put(id, row, ifMatch === null);
    return { id, revision, updatedAt, ok: checked.ok, findings: checked.findings };
  }

  /**
   * Makes the draft the next version and ends it. With nothing new to publish (no draft, or the text of the newest version)
   * the answer is the newest version. Throws `SopNotPublishable`, `StaleDraft`, `UnknownSop`, `DraftBusy`.
   */
  async publish(id: string, by: string, ifMatch: number | null): Promise<Published> {
    for (let attempt = 0; attempt < PUBLISH_TRIES; attempt++) {
      const draft = await this.find(id);
      if (draft === null) return this.publishNothing(id);
      if (ifMatch !== null && ifMatch !== draft.revision) throw new StaleDraft(id, ifMatch, draft);
      const published = await this.publishDraft(id, draft, by);
      if (published !== null) return published;
    }
    throw new DraftBusy(id);
  }

  /** Checks the draft, if there is one, so that publishing it right afterwards finds that done. */
  async checkAhead(id: string, options: RunOptions): Promise<void> {
    const draft = await this.find(id);
    if (draft !== null) await this.checks.check(draft.source, draft.format, options);
  }

  /** Null: the draft changed while it was checked. */
  private async publishDraft(id: string, draft: Draft, by: string): Promise<Published | null> {
    // The check may take a while, so it runs before the lock; the revision proves under the lock that it still counts.
    const { ok, findings, definition } = await this.checks.check(draft.source, draft.format, { by });
    if (!ok || definition === null) throw new SopNotPublishable(id, findings);
    const { source, format } = draft;
    const published = await this.versions.withLock(id, async (): Promise<Published | null> => {
      const ended = await this.database.query(
        'sops-end-draft',
        'delete from sop_drafts where sop_id = $1 and revision = $2 returning 1',
        [id, draft.revision],
      );
      if (ended.length !== 1) return null;
      const newest = await this.versions.newestOf(id);
      if (newest !== null && newest.hash === hashSource(source)) {
        return { id, version: newest.version, created: false, findings };
      }
      const publishedAt = this.clock.now();
      const made = { source, format, definition, origin: 'console' as const, publishedBy: by, publishedAt };
      return { id, version: await this.versions.append(id, made), created: true, findings };
    });
    await this.database.afterCommit(() => this.sops.forgetNewest(id));
    return published;
  }

  private async publishNothing(id: string): Promise<Published> {
    const [newest] = await this.versions.listVersions(id, null, 1);
    if (newest === undefined) throw new UnknownSopVersion(id, 'draft');
    return { id, version: newest.version, created: false, findings: [] };
  }

  /** Throws the draft away. Throws `UnknownSop`, `UnknownSopVersion`, `StaleDraft`. */
  async discard(id: string, ifMatch: number | null): Promise<void> {
    const gone = await this.database.query(
      'sops-discard',
      'delete from sop_drafts where sop_id = $1 and ($2::int is null or revision = $2) returning 1',
      [id, ifMatch],
    );
    if (gone.length === 1) return;
    const draft = await this.read(id);
    if (ifMatch !== null) throw new StaleDraft(id, ifMatch, draft);
    // Somebody began a new draft at this very moment: it is not the one to be thrown away.
    throw new DraftBusy(id);
  }

  private async find(id: string): Promise<Draft | null> {
    const rows = await this.database.query<Draft>(
      'sops-draft',
      `select d.source, d.format, d.revision, d.updated_by as "updatedBy", u.name as "updatedByName",
              d.updated_at as "updatedAt"
       from sop_drafts d left join users u on u.id::text = d.updated_by where d.sop_id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async put(id: string, row: unknown[], overwrites: boolean): Promise<number> {
    const rows = await this.database.query<{ revision: number }>(
      'sops-put-draft',
      `with raised as (
         insert into sops as s (id, draft_revision) values ($1, 1)
         on conflict (id) do update set draft_revision = s.draft_revision + 1 returning draft_revision)
       insert into sop_drafts (sop_id, source, format, updated_by, updated_at, definition, revision)
       select $1, $2, $3, $4, $5, $6::json, draft_revision from raised
       on conflict (sop_id) do update set source = excluded.source, format = excluded.format,
         updated_by = excluded.updated_by, updated_at = excluded.updated_at, definition = excluded.definition,
         revision = excluded.revision
       where $7
       returning revision`,
      [...row, overwrites],
    );
    if (rows[0] !== undefined) return rows[0].revision;
    throw new DraftExists(id, await this.find(id));
  }

  private async replace(id: string, row: unknown[], expected: number): Promise<number> {
    const rows = await this.database.query<{ revision: number }>(
      'sops-replace-draft',
      `with raised as (
         update sops set draft_revision = draft_revision + 1
         where id = $1 and exists (select from sop_drafts where sop_id = $1 and revision = $7)
         returning draft_revision)
       update sop_drafts set source = $2, format = $3, updated_by = $4, updated_at = $5, definition = $6::json,
         revision = draft_revision
       from raised where sop_id = $1 and revision = $7 returning revision`,
      [...row, expected],
    );
    if (rows[0] !== undefined) return rows[0].revision;
    throw new StaleDraft(id, expected, await this.find(id));
  }
}
