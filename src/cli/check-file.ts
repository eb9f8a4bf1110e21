import type { CheckedSop } from '../engine/index.js';
import type { SopDefinition } from '../engine/common/model.js';
import { CHECK_SOP } from '../sops/sop-tasks.js';
import { Threads } from '../threads/threads.service.js';
import type { CliIo } from './io.js';
import { pickTerminalLang, UsageError } from './io.js';
import { formatOfFile, readText, wordFindings } from './read-sop.js';

/**
 * What the check says of files, in a thread with the same limits as the server's: the same text gets the same answer
 * here and there. Throws `UsageError` for a file that cannot be read.
 */
export async function checkFiles(files: readonly string[], io: CliIo): Promise<CheckedSop[]> {
  const threads = new Threads({ threads: 1 });
  try {
    const checked: CheckedSop[] = [];
    for (const file of files) {
      const source = await readText(file, io);
      const input = { source, format: formatOfFile(file), known: {} };
      checked.push(await threads.run(CHECK_SOP, input, { ms: null }));
    }
    return checked;
  } finally {
    await threads.onApplicationShutdown();
  }
}

/** The SOP of a file without errors. Throws `UsageError` with the errors of the check when it has some. */
export async function readRunnableSop(file: string, io: CliIo): Promise<SopDefinition> {
  const [checked] = await checkFiles([file], io);
  if (checked?.ok && checked.definition !== null) return checked.definition;
  const errors = (checked?.findings ?? []).filter(({ severity }) => severity === 'error');
  throw new UsageError(wordFindings(file, errors, pickTerminalLang(io.env)));
}
