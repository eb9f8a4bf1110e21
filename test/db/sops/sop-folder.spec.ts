import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { stringify } from 'yaml';
import { ClockModule } from '../../../src/clock.js';
import { Config, ConfigModule } from '../../../src/config.js';
import { DatabaseModule } from '../../../src/database/database.module.js';
import { Database } from '../../../src/database/database.service.js';
import { SopDraftsService } from '../../../src/sops/sop-drafts.service.js';
import { SopFolderService } from '../../../src/sops/sop-folder.service.js';
import { SopsModule } from '../../../src/sops/sops.module.js';
import { SopsService } from '../../../src/sops/sops.service.js';
import type { TestDatabase } from '../../support/database.js';
import { openTestDatabase } from '../../support/database.js';
import { smallSop } from '../../support/small-sop.js';

const yamlOf = (id: string, title = 'Small') =>
  stringify({ ...smallSop(), id, meta: { ...smallSop().meta, title: { en: title, 'zh-CN': '流程' } } });

describe('the folder of SOPs', () => {
  let own: TestDatabase;
  let processes: TestingModule[];
  let folder: string;

  beforeEach(async () => {
    own = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'stepwise-sops-'));
    processes = await Promise.all([openProcess(), openProcess(), openProcess()]);
  });
  afterEach(async () => {
    await Promise.all(processes.map((one) => one.close()));
    await own.close();
    await rm(folder, { recursive: true });
  });

  const openProcess = async () => {
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.for(new Config({ databaseUrl: own.url })),
        ClockModule,
        DatabaseModule,
        SopsModule,
      ],
    }).compile();
    module.useLogger(false);
    return module;
  };
  const load = (index = 0) => processOf(index).get(SopFolderService).loadFromFolders([folder]);
  const processOf = (index: number): TestingModule => {
    const found = processes[index];
    if (found === undefined) throw new Error(`no process ${index}`);
    return found;
  };
  const put = (name: string, text: string) => writeFile(join(folder, name), text);
  const versions = async (): Promise<string[]> => {
    const { rows } = await processOf(0)
      .get(Database)
      .pool.query<{ one: string }>(
        `select sop_id || '@' || version || ' ' || origin as one from sop_versions order by 1`,
      );
    return rows.map((row) => row.one);
  };

  it('gives each file its first version, and nothing more while it stays the same', async () => {
    await put('a.yaml', yamlOf('a'));
    await put('b.yml', yamlOf('b'));
    await put('readme.md', 'not an SOP');
    expect((await load()).published.map(({ id, version }) => `${id}@${version}`)).toEqual(['a@1', 'b@1']);
    const again = await load(1);
    expect(again.published).toEqual([]);
    expect(again.unchanged.map(({ id, version }) => `${id}@${version}`)).toEqual(['a@1', 'b@1']);
    expect(await versions()).toEqual(['a@1 file', 'b@1 file']);
  });

  it('makes a changed file the next version, which new tickets use at once', async () => {
    await put('a.yaml', yamlOf('a'));
    await load();
    const sops = processOf(0).get(SopsService);
    expect((await sops.newest('a'))?.version).toBe(1);
    await put('a.yaml', yamlOf('a', 'Changed'));
    await load();
    const newest = await sops.newest('a');
    expect([newest?.version, newest?.meta.title.en]).toEqual([2, 'Changed']);
    expect((await sops.compiled('a', 1)).meta.title.en).toBe('Small');
    await put('a.yaml', yamlOf('a'));
    expect((await load()).published).toMatchObject([{ id: 'a', version: 3 }]);
  });

  it('leaves what was published in the console the newest until the file changes', async () => {
    await put('a.yaml', yamlOf('a'));
    await load();
    const drafts = processOf(0).get(SopDraftsService);
    await drafts.save('a', { source: yamlOf('a', 'By hand'), format: 'yaml' }, 'someone', null);
    await drafts.publish('a', 'someone', null);
    expect((await load()).published).toEqual([]);
    await put('a.yaml', yamlOf('a', 'By file'));
    await load();
    expect(await versions()).toEqual(['a@1 file', 'a@2 console', 'a@3 file']);
  });

  it('passes over broken files and goes on with the others', async () => {
    await put('a.yaml', 'id: a\n  initial: [');
    await put('b.yaml', yamlOf('b'));
    const faulty = { ...smallSop(), id: 'c', initial: 'nowhere' };
    await put('c.yaml', stringify(faulty));
    const { published, broken } = await load();
    expect(published.map((one) => one.id)).toEqual(['b']);
    expect(broken.map((one) => one.file)).toEqual([join(folder, 'a.yaml'), join(folder, 'c.yaml')]);
    expect(broken[0]?.findings[0]?.line).toBeGreaterThanOrEqual(1);
    expect(await versions()).toEqual(['b@1 file']);
  });

  it('takes an id from one file only, so that two files do not take turns', async () => {
    await put('a.yaml', yamlOf('a'));
    await put('z.yaml', yamlOf('a', 'Twin'));
    for (let start = 0; start < 3; start++) {
      expect((await load()).broken.map((one) => one.file)).toEqual([join(folder, 'z.yaml')]);
    }
    expect(await versions()).toEqual(['a@1 file']);
  });

  it('makes one version of a change however many processes start at once', async () => {
    await put('a.yaml', yamlOf('a'));
    await put('b.yaml', yamlOf('b'));
    await Promise.all([load(0), load(1), load(2)]);
    await put('a.yaml', yamlOf('a', 'Changed'));
    const loads = await Promise.all([load(0), load(1), load(2)]);
    expect(loads.flatMap((one) => one.published.map(({ id }) => id))).toEqual(['a']);
    expect(await versions()).toEqual(['a@1 file', 'a@2 file', 'b@1 file']);
  });

  it('of two folders the first counts, however often they are read', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    await put('a.yaml', yamlOf('a', 'Own'));
    await writeFile(join(other, 'a.yaml'), yamlOf('a', 'Shipped'));
    await writeFile(join(other, 'b.yaml'), yamlOf('b'));
    const both = () => processOf(0).get(SopFolderService).loadFromFolders([folder, other]);
    await processOf(0).get(SopFolderService).loadFromFolders([other]);
    expect((await both()).published).toMatchObject([{ id: 'a', version: 2 }]);
    expect(await both()).toMatchObject({ published: [], broken: [] });
    expect((await processOf(0).get(SopsService).newest('a'))?.meta.title.en).toBe('Own');
    expect(await versions()).toEqual(['a@1 file', 'a@2 file', 'b@1 file']);
  });

  it('is empty when it is not there', async () => {
    const load = await processOf(0)
      .get(SopFolderService)
      .loadFromFolders([join(folder, 'missing')]);
    expect(load).toEqual({ published: [], unchanged: [], broken: [] });
  });

  it('keeps the order of steps and fields, which the database alone would not', async () => {
    await put('a.yaml', yamlOf('a'));
    await load();
    const sop = await processOf(1).get(SopsService).compiled('a', 1);
    expect(Object.keys(sop.definition.states)).toEqual(Object.keys(smallSop().states));
    const form = sop.definition.meta.intake.form['properties'];
    expect(Object.keys(form as object)).toEqual(['reason', 'amount']);
  });

  it('is seen by another process within a second', async () => {
    const other = processOf(1).get(SopsService);
    expect(await other.newest('a')).toBeNull();
    await put('a.yaml', yamlOf('a'));
    await load(0);
    expect((await other.newest('a'))?.version).toBe(1);
    await expect(other.compiled('a', 2)).rejects.toMatchObject({ slug: 'unknown-sop-version', status: 404 });
  });
});
