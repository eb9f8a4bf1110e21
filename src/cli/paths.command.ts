import type { Command } from 'commander';
import { Option } from 'commander';
import { compileSop, exploreSop, traceTo } from '../engine/index.js';
import type { SopDefinition } from '../engine/common/model.js';
import { LANGS, say, type Lang, type Text } from '../engine/common/text.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang } from './io.js';
import { readRunnableSop } from './check-file.js';

interface PathsOptions {
  json?: boolean;
  lang?: Lang;
}

/** The shortest way to a step or to an end of an SOP. */
interface Path {
  step: string;
  title: Text;
  /** An end: how the ticket ends there. */
  outcome: string | null;
  ends: boolean;
  events: string[];
}

interface Paths {
  /** False: the search was cut short, so there may be more. */
  complete: boolean;
  /** In how many ways a ticket can stand. */
  places: number;
  moves: number;
  paths: Path[];
}

/** `paths FILE`: the shortest way to every step and every end, whatever the guards say. */
export function registerPaths(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('paths')
    .description('the shortest way to every step and end of an SOP · 列出到达每个步骤和终点的最短路径')
    .argument('<file>', 'YAML or JSON file; - reads YAML from standard input')
    .option('--json', 'print one JSON document, with the titles in both languages')
    .addOption(new Option('--lang <lang>', 'language of the titles (default: LANG)').choices([...LANGS]))
    .action(async (file: string, options: PathsOptions) => {
      const found = findPaths(await readRunnableSop(file, io));
      const lang = options.lang ?? pickTerminalLang(io.env);
      io.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : renderLines(found, lang));
      finish(EXIT.ok);
    });
}

function findPaths(definition: SopDefinition): Paths {
  const { states } = compileSop(definition, 0);
  const exploration = exploreSop(definition);
  const { configurations, moves, complete } = exploration;
  const paths = new Map<string, Path>();
  // The nearest to the beginning comes first.
  for (const { id, steps, ended } of configurations)
    for (const step of steps) {
      const state = states.get(step);
      const isPlace = state?.step ? state.step.kind !== 'joined' : ended;
      if (!isPlace || paths.has(step)) continue;
      const { title = { en: step, 'zh-CN': step }, outcome = null } = state?.def.meta ?? {};
      paths.set(step, { step, title, outcome, ends: ended, events: traceTo(exploration, id) });
    }
  return { complete, places: configurations.length, moves: moves.length, paths: [...paths.values()] };
}

function renderLines({ complete, places, moves, paths }: Paths, lang: Lang): string {
  const lines = paths.map(({ step, title, ends, events }) => {
    const way = events.length === 0 ? '·' : events.join(' → ');
    return `${ends ? '■' : '□'} ${step} (${say(title, lang)}): ${way}`;
  });
  const count = say(
    {
      en: `${places} places, ${moves} moves${complete ? '' : ' (search cut short)'}`,
      'zh-CN': `共 ${places} 种状态、${moves} 条迁移${complete ? '' : '（搜索未完成）'}`,
    },
    lang,
  );
  return [...lines, count].map((line) => `${line}\n`).join('');
}
