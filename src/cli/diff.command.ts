import type { Command } from 'commander';
import { Option } from 'commander';
import { diffSops } from '../engine/index.js';
import type { DiffChange, DiffStatus, SopDiff } from '../engine/index.js';
import { LANGS, say, type Lang, type Text } from '../engine/common/text.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang } from './io.js';
import { readSop } from './read-sop.js';

interface DiffOptions {
  json?: boolean;
  lang?: Lang;
}

const MARK: Record<Exclude<DiffStatus, 'same'>, string> = { added: '+', removed: '-', changed: '~' };
/** Longer values are cut: the line should still be read. */
const LONGEST_VALUE = 120;

/** `diff A B`: what differs between two SOPs in their meaning. Exit 1 when something does. */
export function registerDiff(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('diff')
    .description('compare two SOP files, step by step · 对比两个标准流程文件')
    .argument('<before>', 'YAML or JSON file; - reads YAML from standard input')
    .argument('<after>', 'YAML or JSON file')
    .option('--json', 'print one JSON document, with the titles in both languages')
    .addOption(new Option('--lang <lang>', 'language of the titles (default: LANG)').choices([...LANGS]))
    .action(async (before: string, after: string, options: DiffOptions) => {
      const diff = diffSops(await readSop(before, io), await readSop(after, io));
      const lang = options.lang ?? pickTerminalLang(io.env);
      io.out(options.json ? `${JSON.stringify(diff, null, 2)}\n` : renderLines(diff, lang));
      finish(diff.same ? EXIT.ok : EXIT.findings);
    });
}

function renderLines({ steps, transitions, root }: SopDiff, lang: Lang): string {
  const named = (title: Text | null): string => (title === null ? '' : ` (${say(title, lang)})`);
  const lines = [
    ...(root.length > 0 ? ['~ SOP', ...root.map(renderChange)] : []),
    ...steps.flatMap(({ step, title, status, changes }) =>
      status === 'same' ? [] : [`${MARK[status]} ${step}${named(title)}`, ...changes.map(renderChange)],
    ),
    ...transitions.flatMap(({ from, event, to, title, status, changes }) =>
      status === 'same'
        ? []
        : [
            `${MARK[status]} ${from || 'SOP'} --${event}--> ${to ?? '·'}${named(title)}`,
            ...changes.map(renderChange),
          ],
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function renderChange({ path, kind, before, after }: DiffChange): string {
  switch (kind) {
    case 'added':
      return `    + ${path}: ${shorten(after)}`;
    case 'removed':
      return `    - ${path}: ${shorten(before)}`;
    case 'changed':
      return `    ~ ${path}: ${shorten(before)} → ${shorten(after)}`;
  }
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
