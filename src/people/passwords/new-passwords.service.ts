import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { InvalidBody } from '../../problems/http-problems.js';
import { hashPassword } from './hashes.js';
import type { Words } from './pieces.js';
import { findPasswordFault, readCommon } from './rule.js';

/** Whose password it is to be. */
interface Owner {
  email: string;
  name: string;
}

/** Every password that somebody chooses becomes a hash here, on whatever way it comes. */
@Injectable()
export class NewPasswords {
  private common: Promise<Words> | null = null;

  constructor(private readonly database: Database) {}

  /** The hash to store. @throws InvalidBody at `/password` for one that is too short or easily guessed. */
  async hash(password: string, { email, name }: Owner): Promise<string> {
    const about = [email, name, ...(await this.teamNames())];
    const fault = findPasswordFault(password, { common: await this.commonOnes(), about });
    if (fault) throw new InvalidBody([{ pointer: '/password', message: fault }]);
    return hashPassword(password);
  }

  private async teamNames(): Promise<string[]> {
    const teams = await this.database.prisma.team.findMany({ select: { id: true, title: true } });
    return teams.flatMap(({ id, title }) => [id, ...textsIn(title)]);
  }

  /** 49,000 words, read with the first password that somebody chooses. */
  private commonOnes(): Promise<Words> {
    this.common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) =>
      readCommon(dictionary['passwords-common']),
    );
    return this.common;
  }
}

function textsIn(title: unknown): string[] {
  const values: unknown[] = typeof title === 'object' && title !== null ? Object.values(title) : [];
  return values.filter((value) => typeof value === 'string');
}
