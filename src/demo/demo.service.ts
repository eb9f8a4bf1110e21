import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../audit/acts.js';
import { Audit } from '../audit/audit.service.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.service.js';
import { hashPassword } from '../people/passwords/hashes.js';
import { PeopleService } from '../people/people.service.js';
import { DemoShop } from './demo-shop.service.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_SKILLS, DEMO_TEAMS } from './people-data.js';
import { demoUserId } from './people-ids.js';
import type { WorldPlan } from './world.js';
import { WorldService, type WorldProgress, type WorldReport } from './world.service.js';

/** The world that the first start makes. */
export const USUAL_WORLD = { seed: 7, tickets: 1350, days: 14 };

const madeByDemo = (data: Record<string, unknown>): AuditEntry => ({
  actorKind: 'system',
  actorId: 'demo',
  act: 'demo.made',
  outcome: 'done',
  data,
});

/** What a server in demo mode brings along: people, a shop, and the last days of its tickets. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly world: WorldService,
    private readonly shop: DemoShop,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Opens the sandbox shop as connection `shop`, unless the configuration names another one. */
  async ensureShop(): Promise<void> {
    await this.shop.ensureOpen();
  }

  /** Creates the demo teams and people that do not exist; those that exist stay as they are. */
  async ensurePeople(): Promise<void> {
    if (await this.hasPeople()) return;
    for (const team of DEMO_TEAMS) await this.people.ensureTeam(team);
    for (const [skill, title] of Object.entries(DEMO_SKILLS))
      await this.people.ensureSkillTitle(skill, title);
    const emails = DEMO_PEOPLE.map(({ email }) => email);
    const known = await this.database.prisma.user.findMany({
      where: { email: { in: emails } },
      select: { email: true },
    });
    const missing = DEMO_PEOPLE.filter(({ email }) => !known.some((user) => user.email === email));
    if (missing.length === 0) return;
    // One password for all, so one hash will do.
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const tiers = await this.people.tiers();
    await this.database.together(async () => {
      await this.database.prisma.user.createMany({
        data: missing.map(({ email, name, roles, skills, lang }) => ({
          id: demoUserId(email),
          email,
          name,
          passwordHash,
          roles: [...roles],
          skills: [...skills],
          lang,
        })),
        skipDuplicates: true,
      });
      await this.database.prisma.member.createMany({
        data: missing.flatMap(({ email, teams }) =>
          teams.map(({ team, tier }) => ({
            userId: demoUserId(email),
            teamId: team,
            // Teams that exist stay as they are, also where somebody gave them fewer tiers.
            tier: Math.min(tier, tiers.get(team) ?? tier),
          })),
        ),
        skipDuplicates: true,
      });
      await this.audit.write(madeByDemo({ people: missing.map(({ email }) => demoUserId(email)) }));
    });
  }

  /** One look, which is all that most starts need; Prisma takes a moment to load and is left alone. */
  private async hasPeople(): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      `select where not exists (select unnest($1::text[]) except select id from teams)
         and not exists (select unnest($2::text[]) except select skill from skill_titles)
         and not exists (select unnest($3::text[]) except select email from users)`,
      [DEMO_TEAMS.map(({ id }) => id), Object.keys(DEMO_SKILLS), DEMO_PEOPLE.map(({ email }) => email)],
    );
    return rowCount === 1;
  }

  /** Makes the demo world when there is no ticket; null when there are some. The SOPs that ship must be published. */
  async ensureWorld(plan: Partial<WorldPlan> = {}, report?: WorldProgress): Promise<WorldReport | null> {
    return (await this.lacksWorld()) ? this.makeWorld(plan, report) : null;
  }

  /** Whether there is no ticket; what is there of a world whose making was broken off is removed first. */
  async lacksWorld(): Promise<boolean> {
    await this.world.clearHalfMade();
    return this.world.isEmpty();
  }

  /** Makes the demo world and its people. Throws `TicketsExist` or `SopMissing`; then nothing was made. */
  async makeWorld(plan: Partial<WorldPlan> = {}, report?: WorldProgress): Promise<WorldReport> {
    await this.world.clearHalfMade();
    await this.world.checkPossible();
    await this.ensurePeople();
    const made = await this.world.make({ ...USUAL_WORLD, now: this.clock.now(), ...plan }, report);
    await this.audit.note(madeByDemo({ tickets: made.tickets, events: made.events }));
    return made;
  }
}
