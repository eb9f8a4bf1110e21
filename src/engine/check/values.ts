import { parseDelay, parseDuration } from '../common/durations.js';
import { checkForm, compileForm } from '../forms/forms.js';
import type { SchemaFault } from '../forms/forms.js';
import type { Json, JsonObject, JsonSchema, SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { invokesOf, lineageOf } from '../format/tree.js';
import type { SopTree, StateNode } from '../format/tree.js';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The properties of an object schema. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonObject>> {
  const found = isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, JsonObject] => isObject(entry[1])),
  );
}

/** The form that `form: true` means: the step's own, else that of the nearest phase around it. */
export function stepFormOf(node: StateNode): JsonSchema | undefined {
  return lineageOf(node)
    .map((around) => around.def.meta?.form)
    .find((form) => form !== undefined);
}

/** Schemas are schemas, and what they describe fits. True when the context's types can be relied on. */
export function checkSchemas(sop: SopDefinition, tree: SopTree, report: Report): boolean {
  checkFormAt(sop.meta.intake.form, '/meta/intake/form', report);
  for (const node of tree.nodes) {
    if (node.def.meta?.form) checkFormAt(node.def.meta.form, `${node.pointer}/meta/form`, report);
    for (const { invoke, at } of invokesOf(node))
      checkFormAt(invoke.input.answer, `${at}/input/answer`, report);
    for (const { def, pointer, slot } of tree.ways.get(node) ?? []) {
      const form = def.meta?.form;
      if (typeof form === 'object') checkFormAt(form, `${pointer}/meta/form`, report);
      if (form === true && (slot !== 'on' || !stepFormOf(node))) {
        report.error(
          'invalid-form',
          `${pointer}/meta/form`,
          "`form: true` asks for the step's own form, but this state has no `meta.form`.",
          '`form: true` 表示使用本步骤的表单，但该状态没有 `meta.form`。',
        );
      }
    }
  }
  return checkContext(sop, report);
}

function checkFormAt(schema: JsonSchema, at: string, report: Report): void {
  reportFaults(checkForm(schema), 'invalid-form', at, report);
}

/** One finding for a place: a schema that is wrong is often wrong by several rules at once. */
function reportFaults(faults: SchemaFault[], code: string, at: string, report: Report): void {
  const told = new Set<string>();
  for (const { pointer, message } of faults) {
    if (told.has(pointer)) continue;
    told.add(pointer);
    report.error(code, `${at}${pointer}`, message.en, message['zh-CN']);
  }
}

function checkContext(sop: SopDefinition, report: Report): boolean {
  const { context: schema } = sop.meta;
  const faults = checkForm(schema);
  reportFaults(faults, 'invalid-context', '/meta/context', report);
  if (faults.length > 0) return false;
  const known = propertiesOf(schema);
  for (const key of Object.keys(known)) {
    if (Object.hasOwn(sop.context, key)) continue;
    report.error(
      'invalid-context',
      joinPointer('/meta/context/properties', key),
      `\`${key}\` has no default. Add it to the root \`context\`.`,
      `\`${key}\` 没有默认值，请在根部的 \`context\` 中补上。`,
    );
  }
  const unknown = Object.keys(sop.context).filter((key) => !Object.hasOwn(known, key));
  const all = listNames(Object.keys(known));
  for (const key of unknown) {
    report.error(
      'unknown-context-key',
      joinPointer('/context', key),
      `\`${key}\` is not described in \`meta.context\`. Known: ${all.en}.`,
      `\`meta.context\` 中没有 \`${key}\`。已有：${all['zh-CN']}。`,
    );
  }
  const places = new Set([...unknown.map((key) => joinPointer('', key)), '']);
  for (const { pointer, message } of compileForm(schema)(sop.context)) {
    if (places.has(pointer)) continue;
    report.error(
      'invalid-context',
      `/context${pointer}`,
      `The default does not fit: ${message.en}`,
      `默认值不符合要求：${message['zh-CN']}`,
    );
  }
  checkIntake(sop, known, report);
  return true;
}

function checkIntake(sop: SopDefinition, known: Readonly<Record<string, JsonObject>>, report: Report): void {
  for (const [key, property] of Object.entries(propertiesOf(sop.meta.intake.form))) {
    const at = joinPointer('/meta/intake/form/properties', key);
    const target = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!target) {
      report.error(
        'unknown-context-key',
        at,
        `The answer \`${key}\` has no place in the context. Add it to \`meta.context\` and \`context\`.`,
        `表单项 \`${key}\` 在上下文中没有对应的键，请在 \`meta.context\` 和 \`context\` 中补上。`,
      );
    } else if (!overlaps(property.type, target.type)) {
      report.error(
        'assign-type',
        at,
        `The answer is ${JSON.stringify(property.type)}, but the context expects ${JSON.stringify(target.type)}.`,
        `表单项的类型是 ${JSON.stringify(property.type)}，而上下文要求 ${JSON.stringify(target.type)}。`,
      );
    }
  }
}

function overlaps(given: Json | undefined, wanted: Json | undefined): boolean {
  if (given === undefined || wanted === undefined) return true;
  const names = (type: Json): Json[] => [type].flat().map((name) => (name === 'integer' ? 'number' : name));
  return names(given).some((name) => names(wanted).includes(name));
}

/** Every duration can be read. */
export function checkDurations(sop: SopDefinition, tree: SopTree, report: Report): void {
  const check = (iso: string | undefined, at: string): void => {
    if (iso === undefined || parseDuration(iso) !== null) return;
    report.error(
      'invalid-duration',
      at,
      `\`${iso}\` is no duration. Write ISO 8601 with weeks, days, hours, minutes, seconds, ten years at most: PT30M, PT4H, P2D.`,
      `\`${iso}\` 不是有效时长。请用 ISO 8601 的周、天、时、分、秒，最长十年：PT30M、PT4H、P2D。`,
    );
  };
  check(sop.meta.sla.firstResponse, '/meta/sla/firstResponse');
  check(sop.meta.sla.resolve, '/meta/sla/resolve');
  check(sop.meta.fcrWindow, '/meta/fcrWindow');
  for (const node of tree.nodes) {
    if (node.parent !== null) {
      const { sla } = node.def.meta ?? {};
      check(sla?.within, `${node.pointer}/meta/sla/within`);
      check(sla?.warnAfter, `${node.pointer}/meta/sla/warnAfter`);
      if (sla?.warnAfter !== undefined) checkWarning(sla.warnAfter, sla.within, node.pointer, report);
    }
    for (const { invoke, at } of invokesOf(node)) check(invoke.input.timeout, `${at}/input/timeout`);
    for (const key of Object.keys(node.def.after ?? {})) {
      const delay = parseDelay(key);
      if (delay !== null && !isTooShort(key)) continue;
      if (delay !== null) {
        report.error(
          'delay-too-short',
          joinPointer(`${node.pointer}/after`, key),
          `\`${key}\` is shorter than a second. Use \`always\` for what happens at once, or a longer delay.`,
          `\`${key}\` 不足一秒。需要立即发生的请用 \`always\`，否则请写更长的延时。`,
        );
        continue;
      }
      report.error(
        'invalid-duration',
        joinPointer(`${node.pointer}/after`, key),
        `\`${key}\` is no delay. Write \`PT4H\` (calendar time) or \`PT4H business\` (the team's business time).`,
        `\`${key}\` 不是有效的延时。请写 \`PT4H\`（自然时间）或 \`PT4H business\`（工作时间）。`,
      );
    }
  }
}

/** A warning is told before it is too late. */
function checkWarning(warnAfter: string, within: string, pointer: string, report: Report): void {
  const [warned, breached] = [parseDuration(warnAfter), parseDuration(within)];
  if (warned === null || breached === null || warned < breached) return;
  report.error(
    'warning-after-breach',
    `${pointer}/meta/sla/warnAfter`,
    `The warning after ${warnAfter} comes when the target of ${within} is missed already. Warn earlier.`,
    `预警时间 ${warnAfter} 不早于时效目标 ${within}，届时已经超时。请把预警提前。`,
  );
}

function isTooShort(key: string): boolean {
  return parseDuration(key.split(' ')[0] ?? '') === 0;
}
