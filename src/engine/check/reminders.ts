import { parseDelay, parseDuration } from '../common/durations.js';
import type { Delay } from '../common/durations.js';
import type { Report } from './report.js';
import { lineageOf, resolveTarget } from '../format/tree.js';
import type { SopTree, StateNode, Way } from '../format/tree.js';

/** A time after which a state is left for certain. */
interface End {
  node: StateNode;
  key: string;
  delay: Delay;
  /** It leads back inside, so that only what is inside is left. */
  staysInside: boolean;
}

/** What is to happen after a while happens before the step, or a phase around it, is left because of the time. */
export function checkReminders(tree: SopTree, report: Report): void {
  for (const node of tree.nodes) {
    const late = waysAfter(tree, node);
    if (late.size === 0) continue;
    const ends = lineageOf(node).flatMap((around) => endsOf(tree, around));
    for (const [key, [first]] of late) {
      const delay = parseDelay(key);
      const end =
        delay &&
        ends.find(
          (one) =>
            (one.node === node ? one.key !== key && !one.staysInside : true) && isNotBefore(delay, one.delay),
        );
      if (!end || !first) continue;
      report.error(
        'reminder-after-limit',
        first.pointer,
        `This is to happen after ${key}, but \`${end.node.path || end.node.key}\` is left after ${end.key} already. Choose a shorter time.`,
        `此处设定在 ${key} 后发生，但 \`${end.node.path || end.node.key}\` 在 ${end.key} 后就已离开。请改用更短的时间。`,
      );
    }
  }
}

function waysAfter(tree: SopTree, node: StateNode): Map<string, Way[]> {
  const after = new Map<string, Way[]>();
  for (const way of tree.ways.get(node) ?? []) {
    if (way.slot === 'after') after.set(way.name, [...(after.get(way.name) ?? []), way]);
  }
  return after;
}

/** The times after which a state is left whatever its conditions say. */
function endsOf(tree: SopTree, node: StateNode): End[] {
  return [...waysAfter(tree, node)].flatMap(([key, ways]) => {
    const delay = parseDelay(key);
    const tried = ways.filter((way) => !way.isShadowed);
    const leaves = tried.every((way) => way.def.target !== undefined);
    // One of no time at all is a fault of its own.
    if (
      !delay ||
      parseDuration(key.split(' ')[0] ?? '') === 0 ||
      !leaves ||
      tried.at(-1)?.def.guard !== undefined
    )
      return [];
    return [{ node, key, delay, staysInside: tried.some((way) => leadsInside(tree, way)) }];
  });
}

function leadsInside(tree: SopTree, { from, def }: Way): boolean {
  const target = def.target === undefined ? null : resolveTarget(tree, from, def.target);
  return def.reenter !== true && target !== null && lineageOf(target).includes(from);
}

/** For certain: business time never passes faster than the calendar's, and may stand still for long. */
function isNotBefore(delay: Delay, end: Delay): boolean {
  return delay.ms >= end.ms && (delay.clock === end.clock || end.clock === 'calendar');
}
