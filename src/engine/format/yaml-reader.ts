import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Alias, Node, Scalar, YAMLMap } from 'yaml';
import type { Finding, Json, JsonObject } from '../common/model.js';
import type { Text } from '../common/text.js';
import { findNestingFault } from './nesting.js';
import {
  duplicateKey,
  findForbiddenName,
  findingAt,
  joinPointer,
  MAX_DEPTH,
  Positions,
  tooDeep,
} from './positions.js';
import type { Reading } from './positions.js';
import { sayYamlFault } from './yaml-faults.js';

/** Values after all aliases are expanded: what makes a "billion laughs" file harmless. */
const MAX_VALUES = 60_000;
/** Signs of all names and texts after that: long ones grow like that too. Far more than a file without aliases has. */
const MAX_SIGNS = 1024 * 1024;
const MAX_FINDINGS = 50;
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
);

class TooMuch extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message.en);
  }
}

/** Reads one YAML 1.2 document (core schema) as plain JSON and remembers where every value stands. */
export function readYaml(text: string): Reading {
  const positions = new Positions(text);
  const nesting = findNestingFault(text);
  if (nesting) {
    const finding =
      nesting.fault === 'too-deep'
        ? tooDeep(positions, nesting.offset)
        : findingAt(positions, nesting.offset, 'too-large', {
            en: 'The document has too many parts for an SOP; it is read only up to here.',
            'zh-CN': '文档内容过多，超出了一个 SOP 的上限，只读取到此处。',
          });
    return { value: undefined, findings: [finding], positions };
  }
  // Duplicate keys are looked for below: the parser compares every key with every other, which stalls on large mappings.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const faults = [...document.errors, ...document.warnings].slice(0, MAX_FINDINGS);
  if (faults.length > 0) {
    const findings = faults.map((fault) =>
      findingAt(positions, fault.pos[0], 'invalid-yaml', sayYamlFault(fault.code, fault.message)),
    );
    return { value: undefined, findings, positions };
  }
  return new YamlConversion(positions).convert(document.contents);
}

class YamlConversion {
  private readonly findings: Finding[] = [];
  private readonly anchored = new Map<Alias, Node>();
  private values = 0;
  private signs = 0;

  constructor(private readonly positions: Positions) {}

  convert(contents: Node | null): Reading {
    try {
      this.resolveAliases(contents);
      const value = this.readNode(contents, '', 0, null);
      return { value, findings: this.findings, positions: this.positions };
    } catch (fault) {
      if (!(fault instanceof TooMuch)) throw fault;
      return { value: undefined, findings: [...this.findings, fault.finding], positions: this.positions };
    }
  }

  /** An alias means the last anchor of its name before it; the library looks through the whole document for each. */
  private resolveAliases(contents: Node | null): void {
    if (!contents) return;
    const anchors = new Map<string, Node>();
    visit(contents, {
      Node: (_key, node) => {
        if (isAlias(node)) {
          const source = anchors.get(node.source);
          if (source) this.anchored.set(node, source);
        } else if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
      },
    });
  }

  /** `aliasAt`: offset of the alias that is being expanded; everything inside it is said to stand there. */
  private readNode(node: unknown, pointer: string, depth: number, aliasAt: number | null): Json {
    const offset = aliasAt ?? startOf(node);
    this.values += 1;
    if (this.values > MAX_VALUES) {
      throw new TooMuch(
        findingAt(this.positions, offset, 'too-large', {
          en: `With all its aliases written out the document has more than ${MAX_VALUES} values.`,
          'zh-CN': `展开所有别名后，文档超过了 ${MAX_VALUES} 个值。`,
        }),
      );
    }
    if (depth > MAX_DEPTH) throw new TooMuch(tooDeep(this.positions, offset));
    this.positions.mark(pointer, offset);
    if (isAlias(node)) {
      const source = this.anchored.get(node);
      if (source) return this.readNode(source, pointer, depth, offset);
      return this.refuse(offset, pointer, 'invalid-yaml', {
        en: `There is no anchor \`&${node.source}\` before this alias.`,
        'zh-CN': `此别名之前没有锚点 \`&${node.source}\`。`,
      });
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    if (!this.acceptTag(node.tag, offset, pointer)) return null;
    if (isMap(node)) return this.readMap(node, pointer, depth, aliasAt);
    if (isSeq(node)) {
      return node.items.map((item, i) => this.readNode(item, joinPointer(pointer, i), depth + 1, aliasAt));
    }
    return this.readScalar(node, offset, pointer);
  }

  private readMap(map: YAMLMap, pointer: string, depth: number, aliasAt: number | null): JsonObject {
    const object: JsonObject = {};
    const seen = new Set<string>();
    for (const pair of map.items) {
      const keyAt = aliasAt ?? startOf(pair.key);
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== 'string') {
        this.refuse(keyAt, pointer, 'invalid-key', {
          en: 'A key must be plain text. Put numbers, true, false and null in quotes.',
          'zh-CN': '键名必须是文本；数字、true、false、null 作键名时请加引号。',
        });
        continue;
      }
      this.count(key, keyAt);
      const path = joinPointer(pointer, key);
      const value = this.readNode(pair.value, path, depth + 1, aliasAt);
      // Editors should point at the key of what stands below it, and at the value of what stands beside it.
      if (value === null || isBlock(pair.value)) this.positions.mark(path, keyAt);
      const forbidden = findForbiddenName(this.positions, keyAt, key, path);
      if (forbidden) this.findings.push(forbidden);
      else if (seen.has(key)) this.findings.push(duplicateKey(this.positions, keyAt, key, path));
      else object[key] = value;
      seen.add(key);
    }
    return object;
  }

  private count(text: string, offset: number): void {
    this.signs += text.length;
    if (this.signs <= MAX_SIGNS) return;
    throw new TooMuch(
      findingAt(this.positions, offset, 'too-large', {
        en: `With all its aliases written out the document has more than ${MAX_SIGNS / 1024} KiB of text.`,
        'zh-CN': `展开所有别名后，文档的文本超过了 ${MAX_SIGNS / 1024} KiB。`,
      }),
    );
  }

  private readScalar(scalar: Scalar, offset: number, pointer: string): Json {
    const value = scalar.value;
    if (typeof value === 'string') this.count(value, offset);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return this.refuse(offset, pointer, 'invalid-value', {
      en: 'Only text, finite numbers, true, false and null can be values. Put anything else in quotes.',
      'zh-CN': '值只能是文本、有限的数字、true、false 或 null，其他内容请加引号。',
    });
  }

  private acceptTag(tag: string | undefined, offset: number, pointer: string): boolean {
    if (tag === undefined || tag === '!' || PLAIN_TAGS.has(tag)) return true;
    this.refuse(offset, pointer, 'invalid-tag', {
      en: `The tag \`${tag}\` is not supported; write plain text, numbers, lists and mappings.`,
      'zh-CN': `不支持标签 \`${tag}\`，请使用普通文本、数字、列表和映射。`,
    });
    return false;
  }

  private refuse(offset: number, pointer: string, code: string, message: Text): null {
    if (this.findings.length < MAX_FINDINGS) {
      this.findings.push(findingAt(this.positions, offset, code, message, pointer));
    }
    return null;
  }
}

function isBlock(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

function startOf(node: unknown): number {
  const known = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
  return known ? (node.range?.[0] ?? 0) : 0;
}
