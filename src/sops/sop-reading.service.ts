import { Injectable } from '@nestjs/common';
import { parseSop } from '../engine/index.js';
import type { SopDefinition } from '../engine/model.js';
import type { Lang } from '../engine/text.js';
import { say } from '../engine/text.js';
import { Document, visit } from 'yaml';
import { SopDraftsService } from './sop-drafts.service.js';
import type { SopSource } from './sop-versions.service.js';
import { SopVersionsService } from './sop-versions.service.js';
import { SopUnreadable, UnknownSop, UnknownSopVersion } from './sops-problems.js';
import type { SopItem, SopPage, VersionPage } from './sops.dto.js';
import type { SopEntry } from './sops.service.js';
import { SopsService } from './sops.service.js';

/** One version or draft for reading; `tag` changes when the text does. */
export interface ReadVersion {
  tag: string;
  definition: SopDefinition;
  yaml: string;
}

/** SOPs as people and editors read them. */
@Injectable()
export class SopReadingService {
  constructor(
    private readonly sops: SopsService,
    private readonly versions: SopVersionsService,
    private readonly drafts: SopDraftsService,
  ) {}

  /** A page of SOPs; those that only have a draft just for people who write drafts. */
  async listSops(
    { cursor, limit }: { cursor?: string; limit: number },
    { lang, withDrafts }: { lang: Lang; withDrafts: boolean },
  ): Promise<SopPage> {
    const entries = await this.sops.list({ cursor, limit, withDrafts });
    const page = entries.slice(0, limit);
    const nextCursor = entries.length > limit ? (page.at(-1)?.id ?? null) : null;
    return { items: page.flatMap((entry) => renderEntry(entry, lang)), nextCursor };
  }

  /** A page of versions, newest first. Throws `UnknownSop`. */
  async listVersions(id: string, cursor: string | undefined, limit: number): Promise<VersionPage> {
    const rows = await this.versions.listVersions(id, cursor === undefined ? null : Number(cursor), limit);
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)?.version) : null };
  }

  /** `which`: a version's number, `newest` or `draft`. Throws `UnknownSop`, `UnknownSopVersion`. */
  async readVersion(id: string, which: string): Promise<ReadVersion> {
    if (which === 'draft') {
      const draft = await this.drafts.read(id);
      return { tag: String(draft.revision), ...renderSource(draft) };
    }
    const version = which === 'newest' ? (await this.sops.newest(id))?.version : Number(which);
    if (version === undefined || !/^([1-9]\d{0,8}|newest)$/.test(which)) {
      if (!(await this.versions.exists(id))) throw new UnknownSop(id);
      throw new UnknownSopVersion(id, which);
    }
    const source = await this.versions.readSource(id, version);
    return { tag: source.hash, ...renderSource(source) };
  }
}

function renderEntry(entry: SopEntry, lang: Lang): SopItem[] {
  const { definition } = entry;
  if (definition === null) return [];
  const { title, description, team, owner, intake } = definition.meta;
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
      intake: { form: intake.form },
      hasDraft: entry.hasDraft,
      publishedAt: entry.publishedAt?.toISOString() ?? null,
    },
  ];
}

/** A YAML text is given as it was written, with its comments; the definition keeps the order of the text. */
function renderSource({ source, format }: SopSource): Omit<ReadVersion, 'tag'> {
  const { definition, findings } = parseSop(source, format);
  if (definition === null) throw new SopUnreadable(findings);
  return { definition, yaml: format === 'yaml' ? source : writeYaml(definition) };
}

function writeYaml(definition: SopDefinition): string {
  const doc = new Document(definition);
  visit(doc, {
    // Written as a block, a text of nothing but lines of blanks would lose the blanks.
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.trim() === '') scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return doc.toString();
}
