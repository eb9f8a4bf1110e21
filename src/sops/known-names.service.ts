import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';
import type { Known } from '../engine/index.js';

/** What there is in this installation that an SOP may name. */
@Injectable()
export class KnownNames {
  private readonly connections: Pick<Known, 'connections' | 'rules'>;

  constructor(
    config: Config,
    private readonly database: Database,
  ) {
    // Addresses and headers are nobody's business there.
    const rules = Object.entries(config.connections).map(([name, { methods, paths }]) => [
      name,
      { methods, paths },
    ]);
    this.connections = {
      rules: Object.fromEntries(rules) as NonNullable<Known['rules']>,
      // The demo connects a shop of its own.
      ...(config.demo ? {} : { connections: Object.keys(config.connections) }),
    };
  }

  /** Teams, skills and connections. */
  async all(): Promise<Known> {
    return { ...this.connections, ...(await this.ofPeople()) };
  }

  /**
   * Teams with their tiers, and the skills that active people have. Where there are none at all the installation is being set up, and
   * nothing is said of them.
   */
  async ofPeople(): Promise<Pick<Known, 'teams' | 'tiers' | 'skills'>> {
    const [row] = await this.database.query<{ tiers: Record<string, number>; skills: string[] }>(
      'sops-known-names',
      `select (select coalesce(jsonb_object_agg(id, tiers), '{}') from teams) as tiers,
              array(select distinct skill from users cross join unnest(skills) as skill
                    where active order by skill) as skills`,
      [],
    );
    const { tiers = {}, skills = [] } = row ?? {};
    const teams = Object.keys(tiers).sort();
    return { ...(teams.length > 0 && { teams, tiers }), ...(skills.length > 0 && { skills }) };
  }
}
