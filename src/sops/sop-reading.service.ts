import { Injectable } from '@nestjs/common';
import type { SopDefinition } from '../engine/common/model.js';
import type { Lang } from '../engine/common/text.js';
import { say } from '../engine/common/text.js';
import { Threads } from '../threads/threads.service.js';
import type { RunOptions } from '../threads/threads.service.js';
import { SopDefinitions } from './sop-definitions.service.js';
import { SopDraftsService } from './sop-drafts.service.js';
import type { SopSource } from './sop-versions.service.js';
import { SopVersionsService } from './sop-versions.service.js';
import { READ_SOP } from './sop-tasks.js';
import { UnknownSop, UnknownSopVersion } from './sops-problems.js';
import type { SopItem, SopPage, VersionPage } from './sops.dto.js';
import type { SopEntry } from './sops.service.js';
import { SopsService } from './sops.service.js';

/** One version or draft as it was written; `tag` changes when the text does. */
export interface WrittenVersion extends SopSource {
  tag: string;
  /** What the text was read as; null where that was not stored with it. */
  definition: SopDefinition | null;
}

/** A version that tickets run on. */
export interface PublishedVersion extends SopSource {
  version: number;
  stored: SopDefinition;
}

/** The same for reading. */
export interface ReadVersion {
  tag: string;
  definition: SopDefinition;
  /** Null when it was not asked for, and is not how the version was written. */
  yaml: string | null;
}

/** SOPs as people and editors read them. */
@Injectable()
export class SopReadingService {
  constructor(
    private readonly sops: SopsService,
    private readonly versions: SopVersionsService,
    private readonly definitions: SopDefinitions,
    private readonly drafts: SopDraftsService,
    private readonly threads: Threads,
  ) {}

  /** A page of SOPs; those that only have a draft just for people who write drafts. */
  async listSops(
    { cursor, limit }: { cursor?: string; limit: number },
    { lang, withDrafts }: { lang: Lang; withDrafts: boolean },
  ): Promise<SopPage> {
    const { entries, hasMore } = await this.sops.list({ cursor, limit, withDrafts });
    const nextCursor = hasMore ? (entries.at(-1)?.id ?? null) : null;
    return { items: entries.flatMap((entry) => renderEntry(entry, lang)), nextCursor };
  }

  /** A page of versions, newest first. Throws `UnknownSop`. */
  async listVersions(id: string, cursor: string | undefined, limit: number): Promise<VersionPage> {
    const rows = await this.versions.listVersions(id, cursor === undefined ? null : Number(cursor), limit);
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.version) : null };
  }

  /**
   * The same as `findVersion`, read. A YAML text is given as it was written, with its comments; the definition keeps the
   * order of the text. What was read when it was stored is not read again: only what is to be written as YAML, and was not,
   * needs a thread.
   */
  async readVersion(
    id: string,
    which: string,
    { asYaml = false, ...options }: RunOptions & { asYaml?: boolean } = {},
  ): Promise<ReadVersion> {
    const { tag, source, format, definition } = await this.findVersion(id, which);
    if (definition !== null && (format === 'yaml' || !asYaml)) {
      return { tag, definition, yaml: format === 'yaml' ? source : null };
    }
    return { tag, ...(await this.threads.run(READ_SOP, { source, format, asYaml }, options)) };
  }

  /** A published version as it was written, and what it was read as when it was published. */
  async findPublished(id: string, which: number | 'newest'): Promise<PublishedVersion> {
    const version = which === 'newest' ? ((await this.sops.newestVersion(id)) ?? undefined) : which;
    if (version === undefined) throw new UnknownSopVersion(id, 'draft');
    const { source, format, definition } = await this.definitions.ofVersion(id, version);
    return { source, format, version, stored: definition };
  }

  /** `which`: a version's number, `newest` or `draft`. Throws `UnknownSop`, `UnknownSopVersion`. */
  async findVersion(id: string, which: string): Promise<WrittenVersion> {
    if (which === 'draft') {
      const draft = await this.definitions.ofDraft(id);
      if (draft !== null) return { tag: String(draft.revision), ...draft };
      const { revision, source, format } = await this.drafts.read(id);
      return { tag: String(revision), source, format, definition: null };
    }
    const version = which === 'newest' ? ((await this.sops.newestVersion(id)) ?? undefined) : Number(which);
    if (version === undefined || !/^([1-9]\d{0,8}|newest)$/.test(which)) {
      if (!(await this.versions.exists(id))) throw new UnknownSop(id);
      throw new UnknownSopVersion(id, which);
    }
    const { hash, source, format, definition } = await this.definitions.ofVersion(id, version);
    return { tag: hash, source, format, definition };
  }
}

function renderEntry({ meta, ...entry }: SopEntry, lang: Lang): SopItem[] {
  if (meta === null) return [];
  const { title, description, team, owner, form } = meta;
  return [
    {
      id: entry.id,
      title: say(title, lang),
      titles: title,
      description: say(description, lang),
      descriptions: description,
      version: entry.version,
      team,
      owner,
      intake: { form },
      hasDraft: entry.hasDraft,
      publishedAt: entry.publishedAt?.toISOString() ?? null,
    },
  ];
}
