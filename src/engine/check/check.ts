import { checkCalls } from './calls.js';
import { checkExpressions } from './expressions.js';
import { checkFields } from './fields.js';
import { checkFormSense } from './form-sense.js';
import { checkKnown } from './known.js';
import type { Known } from './known.js';
import { checkLoops } from './loops.js';
import { checkNames } from './names.js';
import { checkPaths, hasEndless } from './paths.js';
import { checkReminders } from './reminders.js';
import { Report } from './report.js';
import { checkSharedEvents } from './shared-events.js';
import { checkSteps } from './steps.js';
import { findStructureFaults } from '../format/structure.js';
import { checkTexts, listTexts } from './texts.js';
import { growTree } from '../format/tree.js';
import { checkDurations, checkSchemas } from './values.js';
import type { Finding, SopDefinition } from '../common/model.js';
import { compileSop } from '../machine/compile.js';
import { parseSop } from '../format/parse.js';
import type { SopFormat } from '../format/parse.js';

export interface CheckedSop {
  /** No finding is an error. */
  ok: boolean;
  /** Errors and warnings in the order in which they stand in the text. */
  findings: Finding[];
  /** Null when the text could not be read as an SOP at all. */
  definition: SopDefinition | null;
}

/** Faults that leave the machine without a meaning, so that there are no paths to look at. */
const NO_MACHINE = ['unknown-target', 'missing-initial', 'final-with-transitions', 'invalid-structure'];
const MAX_STATES = 1_000;

/**
 * Checks the text of an SOP: everything that would make it fail, strand a ticket or leave somebody without words.
 * `known`: what there is beside it where it is to run; without that, names of teams and the like are not judged.
 */
export function checkSop(source: string, format?: SopFormat, known: Known = {}): CheckedSop {
  const parsed = parseSop(source, format);
  const { definition, findings } = parsed;
  if (definition === null) return { ok: false, findings, definition };
  const found = findFaults(definition, known);
  const placed = found.map((finding) => ({ ...finding, ...parsed.locate(finding.path) }));
  placed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { ok: placed.every((finding) => finding.severity !== 'error'), findings: placed, definition };
}

/** The same check for a definition that never was a text: findings have no line. */
export function checkDefinition(definition: SopDefinition): Finding[] {
  const faults = findStructureFaults(definition);
  return faults.length > 0 ? faults : findFaults(definition, {});
}

/** Whatever somebody writes, the check has an answer: a fault of its own is a finding too, and nothing is published. */
function findFaults(sop: SopDefinition, known: Known): Finding[] {
  const report = new Report();
  try {
    checkMeaning(sop, known, report);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    report.fail(
      'check-failed',
      `The check does not know what to make of this SOP: ${reason}`,
      `检查程序无法处理该 SOP：${reason}`,
    );
  }
  return report.findings;
}

function checkMeaning(sop: SopDefinition, known: Known, report: Report): void {
  const tree = growTree(sop);
  if (tree.nodes.length > MAX_STATES) {
    report.error(
      'too-large',
      '/states',
      `An SOP may have ${MAX_STATES} states at most; this one has ${tree.nodes.length}.`,
      `一个 SOP 最多 ${MAX_STATES} 个状态，当前有 ${tree.nodes.length} 个。`,
    );
    return;
  }
  checkNames(sop, tree, report);
  checkSteps(tree, report);
  checkSharedEvents(sop, tree, report);
  checkTexts(listTexts(sop, tree), report);
  checkDurations(sop, tree, report);
  checkReminders(tree, report);
  checkCalls(tree, known.rules ?? {}, report);
  checkKnown(sop, tree, known, report);
  checkFormSense(sop, tree, report);
  if (checkSchemas(sop, tree, report)) checkExpressions(sop, tree, report);
  checkFields(sop, tree, report);
  if (report.has(...NO_MACHINE)) return;
  checkLoops(tree, report);
  if (!hasEndless(report)) checkPaths(sop, tree, report);
  if (!report.findings.some(({ severity }) => severity === 'error')) checkCompiles(sop, report);
}

/** The last word has the compiler: what it refuses cannot be published, whatever the rules above have overlooked. */
function checkCompiles(sop: SopDefinition, report: Report): void {
  try {
    compileSop(sop, 0);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    report.error('cannot-compile', '', `This SOP cannot be run: ${reason}`, `该 SOP 无法运行：${reason}`);
  }
}
