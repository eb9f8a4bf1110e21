import { Command, CommanderError } from 'commander';
import { registerBackup } from './backup.command.js';
import { registerAudit } from './audit.command.js';
import { registerCheck } from './check.command.js';
import { registerDemo } from './demo.command.js';
import type { CliIo } from './io.js';
import { EXIT, UsageError } from './io.js';
import { registerDiff } from './diff.command.js';
import { registerMigrate } from './migrate.command.js';
import { registerPaths } from './paths.command.js';
import { registerRoles } from './roles.command.js';
import { registerSimulate } from './simulate.command.js';
import { registerUserAdd } from './user-add.command.js';

/** Adds one command to the program; `finish` sets the exit code of the call. One file per command. */
type Register = (program: Command, io: CliIo, finish: (code: number) => void) => void;

const COMMANDS: Register[] = [
  registerCheck,
  registerPaths,
  registerDiff,
  registerSimulate,
  registerUserAdd,
  registerMigrate,
  registerBackup,
  registerDemo,
  registerAudit,
  registerRoles,
];

/** Errors that say in both languages what is wrong and what to do: their stack tells nobody more. */
const WORDED = ['BackupRefused', 'DatabaseUnusable', 'EmbeddedDatabaseFailed', 'MigrationFailed'];

/** Runs one call of `stepwise` and answers with its exit code: 0 done, 1 findings or failure, 2 unusable call. */
export async function runCli(argv: string[], io: CliIo): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('stepwise')
    .description('Stepwise: SOPs as statecharts, tickets that walk them')
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .exitOverride()
    .showHelpAfterError();
  for (const register of COMMANDS) {
    register(program, io, (exit) => {
      code = exit;
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof UsageError) {
      io.err(`${error.message}\n`);
      return EXIT.usage;
    }
    if (error instanceof Error && WORDED.includes(error.name)) {
      io.err(`${error.message}\n`);
      return EXIT.failed;
    }
    io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.failed;
  }
}
