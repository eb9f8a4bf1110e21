import type { Command } from 'commander';
import { Option } from 'commander';
import { compileCalendar } from '../calendar/index.js';
import { compileSop, CUSTOMER_MESSAGE, highestTier, USUAL_TIERS } from '../engine/index.js';
import type { Json, JsonObject } from '../engine/common/model.js';
import { LANGS, say, type Lang, type Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import { walkSop } from '../tickets/walk/render-walk.js';
import type { WalkAct } from '../tickets/walk/sop-walk.js';
import type { CliIo } from './io.js';
import { EXIT, pickTerminalLang, UsageError } from './io.js';
import { readRunnableSop } from './check-file.js';

interface SimulateOptions {
  data?: string;
  start?: string;
  lang?: Lang;
  json?: boolean;
}
type Walked = ReturnType<typeof walkSop>;

const ACTS = `Acts, in turn:
  APPROVE={"amount":39.9}    an event, with its form as JSON; lead:APPROVE as a lead
  customer:text              the customer writes
  wait:PT4H  wait:next       time passes, up to the next timer
  result:order={…}           a call answers; without JSON with a sample that fits
  failure:order=http-404     a call fails for good
Business time runs around the clock.`;

/** `simulate FILE [ACT…]`: walks a made-up ticket through an SOP. Exit 1 when an act is refused. */
export function registerSimulate(program: Command, io: CliIo, finish: (code: number) => void): void {
  program
    .command('simulate')
    .description('walk a made-up ticket through an SOP · 用虚拟工单演练标准流程')
    .argument('<file>', 'YAML or JSON file; - reads YAML from standard input')
    .argument('[act...]', 'what happens, see below')
    .option('--data <json>', "the intake form's answers")
    .option('--start <instant>', 'when the ticket is opened, ISO 8601 (default: now)')
    .option('--json', 'print the answer of POST /api/sops/{id}/simulate')
    .addOption(new Option('--lang <lang>', 'language of the texts (default: LANG)').choices([...LANGS]))
    .addHelpText('after', `\n${ACTS}`)
    .action(async (file: string, acts: string[], options: SimulateOptions) => {
      const lang = options.lang ?? pickTerminalLang(io.env);
      const data = readObject(options.data ?? '{}', '--data');
      const start = options.start === undefined ? Date.now() : Date.parse(options.start);
      if (Number.isNaN(start)) throw new UsageError(`--start: not an instant: ${options.start ?? ''}`);
      const sop = compileSop(await readRunnableSop(file, io), 1);
      const calendar = compileCalendar(null);
      // Teams are not known here: they have what the SOP asks for.
      const tiers = Math.max(USUAL_TIERS, highestTier(sop.definition));
      try {
        const asked = { acts: acts.map(readAct), lang };
        const teams = { calendarOf: () => calendar, tiersOf: () => tiers, skillTitle: plainTitle };
        const walked = walkSop(sop, { data, start, lang, ...teams }, asked);
        io.out(options.json ? `${JSON.stringify(walked, null, 2)}\n` : renderWalk(walked, lang));
        if (walked.refused !== null) finish(EXIT.failed);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        io.err(`${say(error.title, lang)}: ${say(error.detail, lang)}\n`);
        finish(EXIT.failed);
      }
    });
}

/** Titles of skills are not known here. */
function plainTitle(skill: string): Text {
  return { en: skill, 'zh-CN': skill };
}

function readAct(text: string): WalkAct {
  const [, kind = '', rest = ''] = /^(wait|result|failure|customer|agent|lead):(.*)$/s.exec(text) ?? [];
  const [, name = '', value] = /^([^=]+)(?:=(.*))?$/s.exec(rest || text) ?? [];
  switch (kind) {
    case 'wait':
      return { type: 'wait', for: rest };
    case 'customer':
      return { type: 'event', event: CUSTOMER_MESSAGE, data: { body: rest } };
    case 'result':
      return { type: 'result', id: name, ...(value === undefined ? {} : { output: readJson(value, text) }) };
    case 'failure':
      return { type: 'failure', id: name, code: value };
    default: {
      const data = value === undefined ? undefined : readObject(value, text);
      return {
        type: 'event',
        event: name,
        data,
        ...(kind === 'agent' || kind === 'lead' ? { as: kind } : {}),
      };
    }
  }
}

function readObject(text: string, where: string): JsonObject {
  const value = readJson(text, where);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${where}: a JSON object is needed`);
}

function readJson(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UsageError(`${where}: not JSON`);
  }
}

function renderWalk(walked: Walked, lang: Lang): string {
  const text = (en: string, zh: string): string => (lang === 'en' ? en : zh);
  const titles = (places: Walked['place']): string => places.map(({ title }) => title).join(' + ');
  const { refused } = walked;
  const lines = [
    ...walked.trail.flatMap(({ at, did, name, title, to, facts }) => [
      `${at.slice(0, 16).replace('T', ' ')}  ${title ?? `${did} ${name}`} → ${titles(to)}`,
      ...facts.map((fact) => `                  · ${fact.text}`),
    ]),
    ...(refused === null ? [] : [`✗ ${refused.title}: ${refused.detail}`]),
    '',
    ...(walked.ended ? [`■ ${titles(walked.place)}`] : []),
    ...walked.steps.flatMap(({ step, title, actions }) => [
      `□ ${title} (${step})`,
      ...actions.map((action) => {
        const closed = action.enabled ? '' : ` — ${text('closed', '不可用')}: ${action.why ?? ''}`;
        return `    ${action.event}  ${action.title}${closed}`;
      }),
    ]),
    ...walked.calls.map(({ id, request }) => `⇄ ${id}  ${request.method} ${request.path}`),
    ...walked.timers.map(({ title, event, kind, dueAt }) => `⏱ ${dueAt}  ${title}: ${event} (${kind})`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
