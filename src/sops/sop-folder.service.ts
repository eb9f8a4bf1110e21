import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Clock } from '../clock.js';
import type { Finding, SopDefinition } from '../engine/common/model.js';
import { Threads } from '../threads/threads.service.js';
import { KnownNames } from './known-names.service.js';
import { CHECK_SOP } from './sop-tasks.js';
import { hashSource, SopVersionsService } from './sop-versions.service.js';
import { SopsService } from './sops.service.js';

/** Who publishes the versions that come from files. */
const FILE_PUBLISHER = 'system:files';

export interface FolderLoad {
  published: { file: string; id: string; version: number }[];
  unchanged: { file: string; id: string; version: number }[];
  broken: { file: string; findings: Finding[] }[];
}

/** The SOPs that are files: what changed in their folders becomes a new version. */
@Injectable()
export class SopFolderService {
  private readonly logger = new Logger('SopFolder');

  constructor(
    private readonly versions: SopVersionsService,
    private readonly sops: SopsService,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly threads: Threads,
    private readonly names: KnownNames,
  ) {}

  /**
   * Publishes each YAML file of the folders that differs from the newest version born from a file, so that a version
   * published in the console stays the newest until the file changes. A file with errors is logged and left out; a missing
   * folder is an empty one. Where two folders have an SOP of the same id, that of the first counts and the other is none.
   * Several processes may do this at once: each change becomes one version.
   */
  async loadFromFolders(folders: readonly string[]): Promise<FolderLoad> {
    const load: FolderLoad = { published: [], unchanged: [], broken: [] };
    const fileOf = new Map<string, string>();
    for (const folder of folders) await this.loadFolder(folder, fileOf, load);
    // Files change seldom; a thread that waits for the next one takes memory.
    await this.threads.rest();
    return load;
  }

  private async loadFolder(folder: string, fileOf: Map<string, string>, load: FolderLoad): Promise<void> {
    const known = await this.versions.newestHashes('file');
    const before = new Set(fileOf.keys());
    for (const name of await listSopFiles(folder)) {
      const file = join(folder, name);
      const source = await readFile(file, 'utf8');
      const same = known.get(hashSource(source));
      if (same !== undefined && before.has(same.id)) continue;
      if (same !== undefined) {
        // Checked when it was published: a start with unchanged files costs no check.
        fileOf.set(same.id, file);
        load.unchanged.push({ file, ...same });
        continue;
      }
      const { ok, findings, definition } = await this.threads.run(
        CHECK_SOP,
        { source, format: 'yaml', known: await this.names.ofPeople() },
        { ms: null },
      );
      if (definition !== null && before.has(definition.id)) continue;
      const twin = definition === null ? undefined : fileOf.get(definition.id);
      if (!ok || definition === null || twin !== undefined) {
        const all = twin === undefined ? findings : [...findings, nameTwin(twin)];
        this.report(file, all);
        load.broken.push({ file, findings: all });
        continue;
      }
      fileOf.set(definition.id, file);
      const { version, created } = await this.publishFile(definition, source);
      (created ? load.published : load.unchanged).push({ file, id: definition.id, version });
      if (created) this.logger.log(`${file}: published ${definition.id} version ${version}`);
    }
  }

  private async publishFile(
    definition: SopDefinition,
    source: string,
  ): Promise<{ version: number; created: boolean }> {
    const { id } = definition;
    const done = await this.versions.withLock(id, async () => {
      const newest = await this.versions.newestOf(id, 'file');
      if (newest !== null && newest.hash === hashSource(source)) {
        return { version: newest.version, created: false };
      }
      const version = await this.versions.append(id, {
        source,
        format: 'yaml',
        definition,
        origin: 'file',
        publishedBy: FILE_PUBLISHER,
        publishedAt: this.clock.now(),
      });
      await this.audit.write({
        actorKind: 'system',
        actorId: 'files',
        act: 'sop.published',
        outcome: 'done',
        about: { kind: 'sop', id },
        data: { version },
      });
      return { version, created: true };
    });
    if (done.created) this.sops.forgetNewest(id);
    return done;
  }

  private report(file: string, findings: Finding[]): void {
    for (const { severity, line, column, code, message } of findings) {
      if (severity !== 'error') continue;
      const place = `${file}:${line ?? 1}:${column ?? 1}`;
      this.logger.error(`${place} ${code} ${message.en} / ${message['zh-CN']}`);
    }
  }
}

/** The names of the YAML files of a folder, in order; a missing folder has none. */
export async function listSopFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => /\.ya?ml$/.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Two files with one id would take turns in making versions, at every start. */
function nameTwin(other: string): Finding {
  return {
    code: 'duplicate-sop',
    severity: 'error',
    message: {
      en: `the file ${other} has the same id; an SOP lives in one file`,
      'zh-CN': `文件 ${other} 使用了相同的 id；一个标准流程只能对应一个文件`,
    },
    path: '/id',
    line: 1,
    column: 1,
  };
}
