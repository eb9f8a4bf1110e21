import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { NameTaken } from '../common/people-problems.js';
import type { User, UserChange } from './users.service.js';
import { UsersService } from './users.service.js';
import { skeletonOf } from '../common/skeletons.js';

/** Whoever changes their own name takes turns with others who do. */
const TURN = 7_370_002;

/** What people may change about themselves. */
@Injectable()
export class OwnProfile {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /**
   * Nobody makes themselves look like a colleague; two people of the same name are for an administrator to name.
   * @throws NameTaken, UnknownUser, InvalidBody
   */
  async change(id: string, change: Pick<UserChange, 'name' | 'lang'>): Promise<User> {
    return this.database.together(async () => {
      if (change.name !== undefined) await this.checkOthers(id, change.name);
      return this.users.change(id, change);
    });
  }

  private async checkOthers(id: string, name: string): Promise<void> {
    const { prisma } = this.database;
    await prisma.$queryRaw`select pg_advisory_xact_lock(${this.database.lockNumber(TURN)}::bigint)::text`;
    const people = await prisma.user.findMany({ where: { active: true }, select: { id: true, name: true } });
    const mine = people.find((one) => one.id === id);
    const wanted = skeletonOf(name);
    if (mine !== undefined && skeletonOf(mine.name) === wanted) return;
    const other = people.find((one) => one.id !== id && skeletonOf(one.name) === wanted);
    if (other !== undefined) throw new NameTaken(other.name);
  }
}
