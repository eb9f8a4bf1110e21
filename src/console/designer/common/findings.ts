import type { Schemas } from '../../api/client';
import type { Text } from '../../i18n/define-texts';
import { pathOfPointer, spanOf, type Span } from '../yaml/yaml-place';
import type { YamlFault, YamlText } from '../yaml/yaml-text';

export type Finding = Schemas['Finding'];

/** A finding and its place in the text as it stands now. */
export interface PlacedFinding extends Finding, Span {
  /** 1-based. */
  at: number;
}

/** What the reader's own eyes would see at once: words for faults of YAML, before the server has looked. */
const FAULTS: Record<string, Text> = {
  BAD_INDENT: { en: 'The indentation does not fit', 'zh-CN': '缩进不正确' },
  TAB_AS_INDENT: { en: 'Tabs cannot indent; use spaces', 'zh-CN': '缩进不能使用制表符，请改用空格' },
  MISSING_CHAR: {
    en: 'A sign is missing: a colon, quote, comma, bracket or space',
    'zh-CN': '缺少符号（如冒号、引号、逗号、括号或空格）',
  },
  BAD_SCALAR_START: {
    en: 'A value cannot begin with this sign; quote it',
    'zh-CN': '值不能以此字符开头，请加引号',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'No further key can stand in this line; break the line or quote the text',
    'zh-CN': '此处不能再嵌套键值，请换行缩进或加引号',
  },
  MULTILINE_IMPLICIT_KEY: { en: 'A key ends with its line', 'zh-CN': '键名不能跨行' },
  UNEXPECTED_TOKEN: { en: 'Something unexpected stands here', 'zh-CN': '此处出现了意外的内容' },
  BAD_ALIAS: { en: 'There is no such anchor', 'zh-CN': '别名对应的锚点不存在' },
  BAD_DQ_ESCAPE: { en: 'An escape in the quotes is wrong', 'zh-CN': '双引号字符串中的转义不正确' },
};
const OTHER: Text = { en: 'This is not valid YAML', 'zh-CN': 'YAML 语法错误' };
/** A fault of the syntax makes all that follows it unreadable; what is said there is not the person's fault. */
const MOST_FAULTS = 3;

/** The faults of YAML as findings. */
export function sayFaults(faults: readonly YamlFault[], lang: keyof Text): Finding[] {
  return faults.slice(0, MOST_FAULTS).map(({ code }) => {
    const messages = FAULTS[code] ?? OTHER;
    return { code: 'invalid-yaml', severity: 'error', message: messages[lang], messages, path: '' };
  });
}

/** The faults of the text itself, each at its place. */
export function placeFaults({ text, faults }: YamlText, lang: keyof Text): PlacedFinding[] {
  const first = [...faults].sort((a, b) => a.from - b.from);
  return sayFaults(first, lang).map((finding, index) => {
    const fault = first[index];
    const from = Math.min(fault?.from ?? 0, text.length);
    return { ...finding, from, to: Math.max(from, fault?.to ?? from), at: lineOf(text, from) };
  });
}

/** Findings of the server at their places in a text that may have gone on since. First things first. */
export function placeFindings(findings: readonly Finding[], yaml: YamlText): PlacedFinding[] {
  const lines = lineStarts(yaml.text);
  const placed = findings.map((finding): PlacedFinding => {
    const isReadable = yaml.faults.length === 0 && finding.path !== '';
    const span = isReadable
      ? spanOf(yaml, pathOfPointer(finding.path))
      : spanOfLine(yaml.text, lines, finding.line ?? 1, finding.column ?? 1);
    return { ...finding, ...span, at: lineOf(yaml.text, span.from) };
  });
  const rank = (one: PlacedFinding): number => (one.severity === 'error' ? 0 : 1);
  placed.sort((a, b) => rank(a) - rank(b) || a.from - b.from);
  const faults = placed.filter(({ code }) => code === 'invalid-yaml').slice(MOST_FAULTS);
  return placed.filter((one) => !faults.includes(one));
}

function spanOfLine(text: string, lines: number[], line: number, column: number): Span {
  const start = lines[Math.min(line, lines.length) - 1] ?? 0;
  const next = lines[line] ?? text.length + 1;
  const from = Math.min(start + column - 1, next - 1, text.length);
  return { from, to: Math.max(from, Math.min(next - 1, text.length)) };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}
