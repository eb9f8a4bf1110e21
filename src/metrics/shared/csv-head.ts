import type { Text } from '../../engine/common/text.js';
import type { Cell, Words } from './csv.js';
import { channelWord } from './csv-words.js';
import type { FigureHead } from './figures.dto.js';

/** A line above a table: what it is, and what it says. */
export type HeadLine = readonly [name: Text, says: Cell];

const name = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const ALL = name('all', '全部');

/**
 * The lines above a table, which say of what it is (definition section 0). `asked`: what beside the filter was asked for;
 * `hidden`: tickets that count and that the reader may not see.
 */
export function headLines(
  head: FigureHead,
  words: Words,
  { asked = {}, hidden = 0 }: { asked?: Record<string, unknown>; hidden?: number },
): HeadLine[] {
  const { team, agent, channel, sop, version, reach } = head.filter;
  const more = Object.entries(asked)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key} = ${Array.isArray(value) ? value.join(' + ') : String(value)}`);
  return [
    [name('Definition', '指标口径版本'), head.definition],
    [name('As of', '数据截至'), new Date(head.asOf)],
    [name('From', '起始'), new Date(head.from)],
    [name('To (not included)', '截止（不含）'), new Date(head.to)],
    [name('Time zone', '时区'), head.tz],
    [name('SOP', '流程'), sop === null ? ALL : words.sop(sop)],
    [name('Version', '版本'), version ?? ALL],
    [name('Team', '团队'), team === null ? ALL : words.team(team)],
    [name('Person', '人员'), agent === null ? ALL : words.person(agent)],
    [name('Channel', '渠道'), channel === null ? ALL : channelWord(channel)],
    ...(reach === null ? [] : [reachLine(reach, words)]),
    ...(more.length === 0 ? [] : [[name('Asked for', '查询内容'), more.join('; ')] satisfies HeadLine]),
    ...(hidden === 0
      ? []
      : [[name('Counted, not shown (other teams)', '计入但不显示（其他团队）'), hidden] satisfies HeadLine]),
  ];
}

function reachLine(reach: string[], words: Words): HeadLine {
  const teams = reach.map((team) => words.team(team));
  return [
    name('Limited to your teams', '仅限您的团队'),
    { en: teams.map(({ en }) => en).join(', '), 'zh-CN': teams.map((team) => team['zh-CN']).join('、') },
  ];
}
