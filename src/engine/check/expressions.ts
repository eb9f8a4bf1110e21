import { buildScope, checkExpression } from '../cel/expressions.js';
import type { Scope } from '../cel/expressions.js';
import { limitIds } from '../machine/limits.js';
import type { ActionDef, Json, JsonObject, JsonSchema, SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { checkTemplate } from '../cel/templates.js';
import { LANGS } from '../common/text.js';
import { checkCost } from './expression-cost.js';
import { checkExpr, reportExpression, shorten } from './expression-report.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { checkRootExpressions } from './root-expressions.js';
import { listTexts } from './texts.js';
import { actionsAt, invokesOf, lineageOf } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';
import { propertiesOf, stepFormOf } from './values.js';
import { CUSTOMER_MESSAGE, ESCALATE, SKIP } from '../machine/ways-out.js';

/** Without a form an event brings no data. */
const NO_DATA: JsonSchema = { type: 'object', properties: {} };
const MESSAGE_DATA: JsonSchema = { type: 'object', properties: { body: { type: 'string' } } };

/** What an action may speak of where it stands. */
interface Place {
  scope: Scope;
  /** Whose quick replies it may send, and those around it. */
  node: StateNode;
}

/** Every expression and template parses, knows its names, and has the right type. */
export function checkExpressions(sop: SopDefinition, tree: SopTree, report: Report): void {
  new ExpressionCheck(sop, tree, report).run();
}

class ExpressionCheck {
  private readonly scopes = new Map<JsonSchema | undefined, Map<JsonSchema | undefined, Scope>>();
  private readonly contextKeys: Readonly<Record<string, JsonObject>>;
  private readonly base: Scope;
  /** Pointer of an action → its scope, for the templates inside. */
  private readonly scopeAt = new Map<string, Scope>();

  constructor(
    private readonly sop: SopDefinition,
    private readonly tree: SopTree,
    private readonly report: Report,
  ) {
    this.contextKeys = propertiesOf(sop.meta.context);
    this.base = this.scopeFor(undefined, undefined);
  }

  run(): void {
    checkRootExpressions(this.sop, this.report);
    for (const node of this.tree.nodes) {
      this.checkState(node);
      for (const way of this.tree.ways.get(node) ?? []) this.checkWay(node, way);
    }
    this.checkTemplates();
  }

  private checkState(node: StateNode): void {
    const { def, pointer } = node;
    const place = { scope: this.base, node };
    this.checkActions(def.entry, `${pointer}/entry`, place);
    this.checkActions(def.exit, `${pointer}/exit`, place);
    if (node.parent !== null) {
      this.checkActions(def.meta?.sla?.onWarn, `${pointer}/meta/sla/onWarn`, place);
      this.checkActions(def.meta?.sla?.onBreach, `${pointer}/meta/sla/onBreach`, place);
    }
    for (const { invoke, at } of invokesOf(node)) {
      checkExpr(this.report, invoke.input.path, `${at}/input/path`, this.base, 'string');
      for (const part of ['query', 'body'] as const) {
        for (const [key, expr] of Object.entries(invoke.input[part] ?? {})) {
          checkExpr(this.report, expr, joinPointer(`${at}/input/${part}`, key), this.base, 'dyn');
        }
      }
    }
  }

  private checkWay(node: StateNode, way: Way): void {
    const scope = this.scopeOf(node, way);
    const { guard } = way.def;
    if (guard) this.checkGuard(guard.params.expr, `${way.pointer}/guard/params/expr`, scope);
    this.checkActions(way.def.actions, `${way.pointer}/actions`, { scope, node });
  }

  private scopeOf(node: StateNode, way: Way): Scope {
    if (way.slot === 'call-done') return this.scopeFor(undefined, way.invoke?.input.answer);
    return way.slot === 'on' ? this.scopeFor(dataSchemaOf(node, way), undefined) : this.base;
  }

  private scopeFor(eventData: JsonSchema | undefined, output: JsonSchema | undefined): Scope {
    const byOutput = this.scopes.get(eventData) ?? new Map<JsonSchema | undefined, Scope>();
    this.scopes.set(eventData, byOutput);
    let scope = byOutput.get(output);
    if (!scope) {
      scope = buildScope({
        context: this.sop.meta.context,
        limits: limitIds(this.sop),
        ...(eventData ? { eventData } : {}),
        ...(output ? { output } : {}),
      });
      byOutput.set(output, scope);
    }
    return scope;
  }

  private checkGuard(expr: string, at: string, scope: Scope): void {
    const parsed = checkExpression(expr, scope, 'dyn');
    if (!parsed.ok) return reportExpression(this.report, expr, at, parsed);
    checkCost(expr, at, this.report);
    if (checkExpression(expr, scope, 'bool').ok) return;
    this.report.error(
      'guard-not-bool',
      at,
      `A guard must be true or false; \`${shorten(expr)}\` is ${parsed.type}.${parsed.type === 'dyn' ? ' Compare it, e.g. `== true`.' : ''}`,
      `条件的结果必须是真或假，而 \`${shorten(expr)}\` 的类型是 ${parsed.type}。${parsed.type === 'dyn' ? '请写成比较，例如 `== true`。' : ''}`,
    );
  }

  private checkActions(given: ActionDef | ActionDef[] | undefined, pointer: string, place: Place): void {
    for (const { action, at } of actionsAt(given, pointer)) {
      this.scopeAt.set(at, place.scope);
      if (action.type === 'assign') {
        for (const [key, expr] of Object.entries(action.params.set)) {
          this.checkAssign(key, expr, joinPointer(`${at}/params/set`, key), place.scope);
        }
      } else if (action.type === 'reply') this.checkReply(action.params, at, place.node);
    }
  }

  private checkAssign(key: string, expr: string, at: string, scope: Scope): void {
    const property = Object.hasOwn(this.contextKeys, key) ? this.contextKeys[key] : undefined;
    if (!property) {
      const known = Object.keys(this.contextKeys);
      const hint = this.report.hint(key, known);
      const all = listNames(known);
      this.report.error(
        'unknown-context-key',
        at,
        `The context has no \`${key}\`.${hint.en} Known: ${all.en}.`,
        `上下文中没有 \`${key}\`。${hint['zh-CN']}已有：${all['zh-CN']}。`,
      );
    }
    const type = checkExpr(this.report, expr, at, scope, 'dyn');
    if (!property || type === null || acceptsType(property.type, type)) return;
    this.report.error(
      'assign-type',
      at,
      `\`${key}\` expects ${JSON.stringify(property.type)}, but \`${shorten(expr)}\` is ${type}.`,
      `\`${key}\` 要求类型 ${JSON.stringify(property.type)}，而 \`${shorten(expr)}\` 的类型是 ${type}。`,
    );
  }

  private checkReply(params: { reply?: string; text?: unknown }, at: string, node: StateNode): void {
    if ((params.reply === undefined) === (params.text === undefined)) {
      this.report.error(
        'invalid-structure',
        at,
        'A reply needs either `reply` (the id of a quick reply) or `text`.',
        '回复动作需要 `reply`（快捷回复的 id）或 `text`，二者选一。',
      );
    }
    if (params.reply === undefined) return;
    const known = lineageOf(node).flatMap((n) => (n.def.meta?.replies ?? []).map((reply) => reply.id));
    if (known.includes(params.reply)) return;
    const hint = this.report.hint(params.reply, known);
    const all = listNames(known);
    this.report.error(
      'unknown-reply',
      `${at}/params/reply`,
      `There is no quick reply \`${params.reply}\` here.${hint.en} Known: ${all.en}.`,
      `此处没有快捷回复 \`${params.reply}\`。${hint['zh-CN']}已有：${all['zh-CN']}。`,
    );
  }

  private checkTemplates(): void {
    for (const { text, at, template } of listTexts(this.sop, this.tree)) {
      if (!template) continue;
      const scope = this.scopeAt.get(at.slice(0, at.lastIndexOf('/params'))) ?? this.base;
      for (const lang of LANGS) {
        if (typeof text[lang] !== 'string' || !text[lang].includes('{{')) continue;
        for (const fault of checkTemplate(text[lang], scope)) {
          reportExpression(
            this.report,
            text[lang].slice(Math.max(0, fault.offset - 20)),
            `${at}/${lang}`,
            fault,
          );
        }
      }
    }
  }
}

/** What the data of an event look like here; undefined: anything. */
function dataSchemaOf(node: StateNode, way: Way): JsonSchema | undefined {
  const form = way.def.meta?.form;
  if (form === true) return stepFormOf(node);
  if (form !== undefined) return form;
  if (way.name === CUSTOMER_MESSAGE) return MESSAGE_DATA;
  return way.name === ESCALATE || way.name === SKIP ? undefined : NO_DATA;
}

/** Whether a value of a CEL type may be stored where the context's schema asks for these JSON types. */
function acceptsType(wanted: Json | undefined, type: string): boolean {
  if (wanted === undefined || type === 'dyn') return true;
  return [wanted].flat().some((name) => {
    if (name === 'number' || name === 'integer')
      return type === 'double' || type === 'int' || type === 'uint';
    if (name === 'string') return type === 'string' || type === 'google.protobuf.Timestamp';
    if (name === 'boolean') return type === 'bool';
    if (name === 'array') return type.startsWith('list');
    if (name === 'null') return type === 'null';
    const isObjectType = !/^(?:double|int|uint|string|bool|null|bytes|list\b)/.test(type);
    return name === 'object' && isObjectType;
  });
}
