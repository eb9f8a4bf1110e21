import { Injectable } from '@nestjs/common';
import { tellRecord } from '../../audit/told.service.js';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';
import type { Text } from '../../engine/common/text.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { readSkill } from '../common/skill-names.js';

/** A skill with how it is called, and how many active people have it. */
export interface Skill {
  skill: string;
  title: Text;
  people: number;
}

/** How long another process may go on with a changed title. */
const FRESH_MS = 1_000;

/** How skills are called. A skill needs no set-up: until somebody says more, its title is its name. */
@Injectable()
export class Skills {
  private latest: { at: number; titles: Promise<ReadonlyMap<string, Text>> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that active people have, and those that were given a title, by name. */
  async list(): Promise<Skill[]> {
    const { rows } = await this.database.pool.query<{ skill: string; title: Text | null; people: number }>(
      `select skill, t.title, coalesce(h.people, 0)::int as people
       from (select skill, count(*) as people from users cross join unnest(skills) as skill
             where active group by skill) h
       full join skill_titles t using (skill) order by skill`,
    );
    return rows.map(({ skill, title, people }) => ({ skill, title: title ?? plainTitle(skill), people }));
  }

  /** In force here at once, in other processes within 2 s. @throws InvalidBody for what cannot be the name of a skill. */
  async setTitle(skill: string, { en, 'zh-CN': zh }: Text): Promise<Skill> {
    const fault = readSkill(skill);
    if (fault !== null) throw new InvalidBody([{ pointer: '/skill', message: fault }]);
    const title = { en, 'zh-CN': zh };
    await this.database.together(async () => {
      const { prisma } = this.database;
      const before = await prisma.skillTitle.findUnique({ where: { skill } });
      tellRecord({ before: { title: before?.title ?? plainTitle(skill) } });
      await prisma.skillTitle.upsert({ where: { skill }, create: { skill, title }, update: { title } });
    });
    await this.database.afterCommit(() => this.forget());
    const [row] = await this.database.query<{ people: number }>(
      'people-with-skill',
      'select count(*)::int as people from users where active and $1 = any(skills)',
      [skill],
    );
    return { skill, title, people: row?.people ?? 0 };
  }

  /** Gives the skill a title unless it has one. */
  async ensureTitle(skill: string, { en, 'zh-CN': zh }: Text): Promise<void> {
    const row = { skill, title: { en, 'zh-CN': zh } };
    await this.database.prisma.skillTitle.createMany({ data: [row], skipDuplicates: true });
    await this.database.afterCommit(() => this.forget());
  }

  /** All titles that were given, at most a second old. */
  titles(): Promise<ReadonlyMap<string, Text>> {
    const now = this.clock.now();
    if (this.latest && Math.abs(now - this.latest.at) < FRESH_MS) return this.latest.titles;
    const entry = { at: now, titles: this.read() };
    this.latest = entry;
    entry.titles.catch(() => {
      // What failed is not remembered.
      if (this.latest === entry) this.latest = null;
    });
    return entry.titles;
  }

  /** How a skill is called, for work that cannot wait in between. */
  async naming(): Promise<(skill: string) => Text> {
    const titles = await this.titles();
    return (skill) => titles.get(skill) ?? plainTitle(skill);
  }

  private forget(): void {
    this.latest = null;
  }

  private async read(): Promise<ReadonlyMap<string, Text>> {
    const { rows } = await this.database.pool.query<{ skill: string; title: Text }>({
      name: 'people-skill-titles',
      text: 'select skill, title from skill_titles',
    });
    return new Map(rows.map(({ skill, title }) => [skill, title]));
  }
}

function plainTitle(skill: string): Text {
  return { en: skill, 'zh-CN': skill };
}
