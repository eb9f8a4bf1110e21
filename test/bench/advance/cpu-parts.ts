import { readdirSync, readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { round } from '../shared/figures.js';

/** What takes the time of this process, by the file that somebody stands in; the first that fits. */
const PARTS = [
  ['engine', /\/(?:src\/engine|node_modules\/xstate)\//],
  ['seal', /\/src\/audit\//],
  ['rows', /\/src\/(?:writes\/rows|tickets\/door\/write)\//],
  ['driver', /\/node_modules\/pg(?:-\w+)?\//],
  ['decide', /\/src\/tickets\/(?:decide|rights)\//],
  ['door', /\/src\/(?:tickets|writes|queues|channels|people|sops)\//],
] as const;
type NodePart = (typeof PARTS)[number][0] | 'socket' | 'garbage' | 'other';

/** µs of processor time for one advance. */
export interface CpuParts {
  node: Record<NodePart, number>;
  /** All processes of the database together; null where the system does not tell. */
  postgres: number | null;
}

/** Takes the processor time of `work` apart, for each of `count` things that it does. */
export async function takeApart(count: number, work: () => Promise<unknown>): Promise<CpuParts> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    const before = postgresMicros();
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    const after = postgresMicros();
    return { node: nodeParts(profile, count), postgres: usedBetween(before, after, count) };
  } finally {
    session.disconnect();
  }
}

/** Of those that are there at the end: what has ended meanwhile took its figure along. */
function usedBetween(before: ByProcess | null, after: ByProcess | null, count: number): number | null {
  if (before === null || after === null) return null;
  const used = [...after].reduce((sum, [pid, micros]) => sum + micros - (before.get(pid) ?? 0), 0);
  return round(used / count, 0);
}

function nodeParts(profile: Profiler.Profile, count: number): CpuParts['node'] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const sums: CpuParts['node'] = {
    ...{ engine: 0, decide: 0, seal: 0, rows: 0, door: 0, driver: 0 },
    ...{ socket: 0, garbage: 0, other: 0 },
  };
  for (const [n, id] of (profile.samples ?? []).entries()) {
    const part = partOf(id, nodes, parents);
    if (part !== null) sums[part] += profile.timeDeltas?.[n] ?? 0;
  }
  const entries = Object.entries(sums).map(([part, micros]) => [part, round(micros / count, 1)]);
  return Object.fromEntries(entries) as CpuParts['node'];
}

/** Where a sample belongs: to what it stands in, or what that was called by; null while nothing was done. */
function partOf(
  id: number,
  nodes: ReadonlyMap<number, Profiler.ProfileNode>,
  parents: ReadonlyMap<number, number>,
): NodePart | null {
  const own = nodes.get(id)?.callFrame.functionName;
  if (own === '(idle)') return null;
  if (own === '(garbage collector)') return 'garbage';
  if (own === 'writev' || own === 'writeBuffer' || own === 'writeUtf8String') return 'socket';
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const url = nodes.get(at)?.callFrame.url ?? '';
    const found = PARTS.find(([, pattern]) => pattern.test(url));
    if (found !== undefined) return found[0];
  }
  return 'other';
}

/** µs of processor time by process id. */
type ByProcess = ReadonlyMap<number, number>;

/** What each PostgreSQL process below this one has used so far; null where there is no such table. */
function postgresMicros(): ByProcess | null {
  try {
    const table = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess);
    const mine = new Set([process.pid]);
    // A child may stand before its parent: look until nothing is added.
    for (let size = 0; size !== mine.size;) {
      size = mine.size;
      for (const { pid, parent } of table) if (mine.has(parent)) mine.add(pid);
    }
    const ours = table.filter(({ pid, name }) => mine.has(pid) && name.startsWith('postgres'));
    return new Map(ours.map(({ pid, micros }) => [pid, micros]));
  } catch {
    return null;
  }
}

function readProcess(pid: string): { pid: number; parent: number; name: string; micros: number }[] {
  try {
    const [, name = '', parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [nanos] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return [{ pid: Number(pid), parent: Number(parent), name, micros: Number(nanos) / 1_000 }];
  } catch {
    // It has just ended.
    return [];
  }
}
