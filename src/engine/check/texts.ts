import type { ActionDef, Json, JsonObject, JsonSchema, SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { LANGS } from '../common/text.js';
import type { Text } from '../common/text.js';
import type { Report } from './report.js';
import { actionsAt } from '../format/tree.js';
import type { SopTree, StateNode } from '../format/tree.js';

/** Letters that are enough to be a sentence of some language; `SKU` and `OK` are the same in both. */
const LONG_TEXT = 12;
const HAN = /\p{Script=Han}/u;

export interface PlacedText {
  text: Text;
  at: string;
  /** `{{ CEL }}` inside is filled. */
  template: boolean;
}

/** Every text that a user sees, and where it stands. */
export function listTexts(sop: SopDefinition, tree: SopTree): PlacedText[] {
  const texts: PlacedText[] = [];
  const add = (text: Text | undefined, at: string, template = false): void => {
    if (text !== undefined) texts.push({ text, at, template });
  };
  add(sop.meta.description, '/meta/description');
  for (const [i, rule] of (sop.meta.never ?? []).entries()) add(rule.why, `/meta/never/${i}/why`);
  for (const [i, limit] of (sop.meta.limits ?? []).entries()) {
    add(limit.title, `/meta/limits/${i}/title`);
    add(limit.why, `/meta/limits/${i}/why`);
  }
  texts.push(...listFormTexts(sop.meta.intake.form, '/meta/intake/form'));
  texts.push(...listFormTexts(sop.meta.context, '/meta/context'));
  for (const node of tree.nodes) {
    texts.push(...listStateTexts(node));
    for (const { def, pointer } of tree.ways.get(node) ?? []) {
      add(def.meta?.title, `${pointer}/meta/title`);
      add(def.meta?.confirm, `${pointer}/meta/confirm`, true);
      add(def.guard?.params.why, `${pointer}/guard/params/why`);
      if (typeof def.meta?.form === 'object')
        texts.push(...listFormTexts(def.meta.form, `${pointer}/meta/form`));
      texts.push(...listActionTexts(def.actions, `${pointer}/actions`));
    }
  }
  return texts;
}

function listStateTexts({ def, pointer }: StateNode): PlacedText[] {
  const { meta } = def;
  const texts: PlacedText[] = [];
  const add = (text: Text | undefined, at: string, template: boolean): void => {
    if (text !== undefined) texts.push({ text, at: `${pointer}/meta/${at}`, template });
  };
  add(meta?.title, 'title', false);
  add(meta?.instructions, 'instructions', true);
  for (const [i, item] of (meta?.checklist ?? []).entries()) add(item.text, `checklist/${i}/text`, false);
  for (const [i, reply] of (meta?.replies ?? []).entries()) {
    add(reply.title, `replies/${i}/title`, false);
    add(reply.text, `replies/${i}/text`, true);
  }
  if (meta?.form) texts.push(...listFormTexts(meta.form, `${pointer}/meta/form`));
  texts.push(
    ...listActionTexts(meta?.sla?.onWarn, `${pointer}/meta/sla/onWarn`),
    ...listActionTexts(meta?.sla?.onBreach, `${pointer}/meta/sla/onBreach`),
    ...listActionTexts(def.entry, `${pointer}/entry`),
    ...listActionTexts(def.exit, `${pointer}/exit`),
  );
  return texts;
}

function listActionTexts(given: ActionDef | ActionDef[] | undefined, pointer: string): PlacedText[] {
  return actionsAt(given, pointer).flatMap(({ action, at }): PlacedText[] => {
    if (action.type === 'reply' && action.params.text) {
      return [{ text: action.params.text, at: `${at}/params/text`, template: true }];
    }
    if (action.type === 'note')
      return [{ text: action.params.text, at: `${at}/params/text`, template: true }];
    if (action.type === 'escalate' && action.params.reason) {
      return [{ text: action.params.reason, at: `${at}/params/reason`, template: true }];
    }
    return [];
  });
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listFormTexts(schema: JsonSchema, pointer: string): PlacedText[] {
  const texts: PlacedText[] = [];
  const add = (value: Json | undefined, at: string): void => {
    if (isObject(value)) texts.push({ text: value as Text, at, template: false });
  };
  const visit = (value: Json, at: string): void => {
    if (Array.isArray(value)) value.forEach((item, i) => visit(item, joinPointer(at, i)));
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const own = joinPointer(at, key);
      if (key === 'x-title' || key === 'x-help') add(inner, own);
      else if (key === 'x-enum-titles' && isObject(inner)) {
        for (const [name, text] of Object.entries(inner)) add(text, joinPointer(own, name));
      } else visit(inner, own);
    }
  };
  visit(schema, pointer);
  return texts;
}

/** Every text exists in both languages, and the Chinese one is Chinese. */
export function checkTexts(texts: PlacedText[], report: Report): void {
  for (const { text, at } of texts) {
    const missing = LANGS.filter((lang) => typeof text[lang] !== 'string' || text[lang].trim() === '');
    for (const lang of missing) {
      report.error(
        'missing-translation',
        at,
        `This text has no \`${lang}\`. Every text needs en and zh-CN.`,
        `此文本缺少 \`${lang}\`。每段文本都需要 en 和 zh-CN。`,
      );
    }
    if (missing.length === 0) checkChinese(text, at, report);
  }
}

function checkChinese(text: Text, at: string, report: Report): void {
  const letters = withoutTemplates(text['zh-CN']).replace(/[^\p{L}]/gu, '');
  const copied = text['zh-CN'].trim() === text.en.trim() && letters.length >= LONG_TEXT;
  if (!copied && (HAN.test(letters) || letters.length < LONG_TEXT)) return;
  report.warn(
    'missing-translation',
    `${at}/zh-CN`,
    copied ? 'The Chinese text is the English one.' : 'The Chinese text holds no Chinese character.',
    copied ? '中文文本与英文完全相同。' : '中文文本中没有任何汉字。',
  );
}

/** The text between the templates; one that does not end is text. */
function withoutTemplates(text: string): string {
  const [first = '', ...rest] = text.split('{{');
  return rest.reduce((whole, part) => {
    const end = part.indexOf('}}');
    return whole + (end < 0 ? part : part.slice(end + 2));
  }, first);
}
