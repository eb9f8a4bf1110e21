import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lang } from '../../../src/console/i18n/define-texts';
import { tellBriefly, tellStory } from '../../../src/console/kit/ticket-story/ticket-story';
import { storyTexts } from '../../../src/console/kit/ticket-story/texts';
import type { HistoryEntry, StoryWords, Visit } from '../../../src/console/kit/ticket-story/words';
import type { SopDefinition } from '../../../src/engine/common/sop-format.js';

const sop = parse(readFileSync('workflows/refund-only.yaml', 'utf8')) as SopDefinition;
export const lin = { kind: 'agent' as const, id: 'u-lin', name: '林若溪' };
export const customer = { kind: 'customer' as const, id: 'C-1', name: '王小雨' };
export const timer = { kind: 'system' as const, id: 'timer' };

function wordsIn(lang: Lang): StoryWords {
  return {
    lang,
    definition: sop,
    say: (key, values = {}) =>
      storyTexts.entries[key][lang].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name])),
    duration: (ms) => `${ms / 60_000} min`,
    skillOf: (skill) => ({ refunds: 'Refunds' })[skill] ?? skill,
    teamOf: (team) => ({ quality: 'Quality team' })[team] ?? team,
    nameOf: (id) => ({ 'u-jonas': 'Jonas' })[id] ?? null,
    titleOf: (step) => `<${step}>`,
  };
}

let minute = 0;
export function entry(type: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  minute += 1;
  const at = new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();
  return {
    ...{ seq: minute, type, at, title: null, actor: lin, cause: 'agent', data: null, recordedBy: null },
    ...{ steps: ['checking.assess'], stepTitles: ['Assess'], facts: [], escalation: null },
    ...more,
  };
}

export function tell(entries: HistoryEntry[], lang: Lang = 'en', visits: Visit[] = []) {
  return tellStory(entries, visits, wordsIn(lang));
}
/** The same in one line each. */
export function tellInBrief(entries: HistoryEntry[], lang: Lang = 'en'): string[] {
  return entries.map((one, index) => tellBriefly(one, entries[index - 1] ?? null, [], wordsIn(lang)));
}
/** The last of some events, as it is told. */
export const last = (...entries: HistoryEntry[]) => tell(entries).at(-1);
export const texts = (line: ReturnType<typeof last>) =>
  line?.details.map(({ label, text }) => (label === null ? text : `${label} = ${text}`));
