import type { Command } from 'commander';
import { Option } from 'commander';
import type { Finding } from '../engine/common/model.js';
import type { Lang } from '../engine/common/text.js';
import { LANGS, say } from '../engine/common/text.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang } from './io.js';
import { checkFiles } from './check-file.js';
import { wordFindings } from './read-sop.js';

interface CheckOptions {
  json?: boolean;
  lang?: Lang;
  strict?: boolean;
}

interface CheckedFile {
  file: string;
  ok: boolean;
  findings: Finding[];
}

/** `check FILE…`: the check that publishing makes, on files. Exit 1 when a file has errors. */
export function registerCheck(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('check')
    .description('check SOP files · 检查标准流程文件')
    .argument('<file...>', 'YAML or JSON files; - reads YAML from standard input')
    .option('--json', 'print one JSON document, with the messages in both languages')
    .option('--strict', 'count warnings as errors')
    .addOption(new Option('--lang <lang>', 'language of the messages (default: LANG)').choices([...LANGS]))
    .action(async (files: string[], options: CheckOptions) => {
      const found = await checkFiles(files, io);
      const checked = found.map(({ ok, findings }, i): CheckedFile => ({
        file: files[i] ?? '',
        ok,
        findings,
      }));
      const lang = options.lang ?? pickTerminalLang(io.env);
      io.out(options.json ? renderJson(checked, lang) : renderLines(checked, lang));
      const clean = (one: CheckedFile) => one.ok && !(options.strict && one.findings.length > 0);
      finish(checked.every(clean) ? EXIT.ok : EXIT.findings);
    });
}

function renderLines(checked: CheckedFile[], lang: Lang): string {
  return checked
    .flatMap(({ file, findings }) => findings.map((one) => `${wordFindings(file, [one], lang)}\n`))
    .join('');
}

function renderJson(checked: CheckedFile[], lang: Lang): string {
  const files = checked.map(({ file, ok, findings }) => ({
    file,
    ok,
    findings: findings.map((finding) => ({
      ...finding,
      message: say(finding.message, lang),
      messages: finding.message,
    })),
  }));
  return `${JSON.stringify({ ok: files.every((one) => one.ok), files }, null, 2)}\n`;
}
