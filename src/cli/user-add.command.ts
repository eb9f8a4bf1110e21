import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { Lang } from '../engine/common/text.js';
import { LANGS, say } from '../engine/common/text.js';
import type { Membership, Role } from '../people/common/model.js';
import { ROLES } from '../people/common/model.js';
import { Problem } from '../problems/problem.js';
import { withDatabase } from './database.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang, UsageError } from './io.js';

interface UserOptions {
  email: string;
  name: string;
  role: Role[];
  team: Membership[];
  skill: string[];
  lang?: Lang;
}

/** `user add`: a person who can sign in. The password is asked, or the first line of standard input. */
export function registerUserAdd(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('user')
    .description('people · 人员')
    .command('add')
    .description('add a person; the password is asked, or read from standard input · 新增人员')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'how others see them')
    .addOption(new Option('--role <roles...>', 'what they may do').choices([...ROLES]).makeOptionMandatory())
    .option('--team <team:tier...>', 'where they work, e.g. after-sales:2', readTeams, [])
    .option('--skill <skills...>', 'what they can do', [])
    .addOption(new Option('--lang <lang>', 'their language (default: LANG)').choices([...LANGS]))
    .action(async (options: UserOptions) => {
      const lang = pickTerminalLang(io.env);
      const password = await readPassword(io);
      await withDatabase(io, async ({ url }) => {
        try {
          const id = await addUser(url, options, password, options.lang ?? lang);
          io.out(`${id}\n`);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          io.err(`${say(error.detail, lang)}\n`);
          for (const { pointer, message } of error.errors) io.err(`  ${pointer}: ${say(message, lang)}\n`);
          finish(EXIT.failed);
        }
      });
    });
}

function readTeams(text: string, before: Membership[]): Membership[] {
  const found = /^([a-z][a-z0-9-]*)(?::(\d{1,2}))?$/.exec(text);
  if (found?.[1] === undefined) throw new InvalidArgumentError('Write a team and a tier: after-sales:2.');
  return [...before, { team: found[1], tier: Number(found[2] ?? 1) }];
}

async function readPassword(io: CliIo): Promise<string> {
  const typed = (await io.askSecret('Password / 密码: ')) ?? (await io.readInput()).split(/\r?\n/)[0] ?? '';
  if (typed === '') throw new UsageError('A password is needed. / 需要密码。');
  return typed;
}

/** Id of the new person. Throws the problems of the people's room. */
async function addUser(url: string, options: UserOptions, password: string, lang: Lang): Promise<string> {
  const { NestFactory } = await import('@nestjs/core');
  const { PeopleRoom } = await import('./people-room.module.js');
  const { PeopleService } = await import('../people/people.service.js');
  const { Database } = await import('../database/database.service.js');
  const { Audit } = await import('../audit/audit.service.js');
  const context = await NestFactory.createApplicationContext(PeopleRoom.on(url), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const { email, name, role: roles, team: teams, skill: skills } = options;
    const person = { email, name, password, roles, teams, skills, lang };
    return await context.get(Database, { strict: false }).together(async () => {
      const { id } = await context.get(PeopleService, { strict: false }).createUser(person, {
        expired: true,
      });
      await context.get(Audit, { strict: false }).write({
        actorKind: 'system',
        actorId: 'cli',
        act: 'person.created',
        outcome: 'done',
        about: { kind: 'person', id },
        data: { roles, teams, skills, lang },
        personal: { name, email },
      });
      return id;
    });
  } finally {
    await context.close();
  }
}
