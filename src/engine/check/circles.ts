interface Visit {
  node: number;
  next: Iterator<number>;
}

/** The parts of a graph from which nothing leads out: where a walk that never ends finally goes round. */
export function findFinalCircles(
  nodes: Iterable<number>,
  next: (node: number) => Iterable<number>,
): number[][] {
  const { parts, partOf } = findParts(nodes, next);
  return parts.filter((part) => part.every((node) => [...next(node)].every((to) => partOf.get(to) === part)));
}

/** The parts of a graph in which a walk can go round, in the order of their first nodes. */
export function findCircles(nodes: Iterable<number>, next: (node: number) => Iterable<number>): number[][] {
  return findParts(nodes, next)
    .parts.filter(([first = -1, ...more]) => more.length > 0 || [...next(first)].includes(first))
    .sort(([a = 0], [b = 0]) => a - b);
}

/** The strongly connected parts of a graph (Tarjan, without recursion). Each lists its nodes in ascending order. */
function findParts(
  nodes: Iterable<number>,
  next: (node: number) => Iterable<number>,
): { parts: number[][]; partOf: ReadonlyMap<number, number[]> } {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const partOf = new Map<number, number[]>();
  const stack: number[] = [];
  const parts: number[][] = [];
  const visits: Visit[] = [];

  const enter = (node: number): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    visits.push({ node, next: next(node)[Symbol.iterator]() });
  };
  const lower = (node: number, to: number | undefined): void => {
    low.set(node, Math.min(low.get(node) ?? 0, to ?? Infinity));
  };
  const close = (node: number): void => {
    const part = stack.splice(stack.lastIndexOf(node)).sort((a, b) => a - b);
    for (const member of part) partOf.set(member, part);
    parts.push(part);
  };

  for (const start of nodes) {
    if (!index.has(start)) enter(start);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { node } = visit;
      const step = visit.next.next();
      if (step.done === true) {
        visits.pop();
        if (low.get(node) === index.get(node)) close(node);
        const parent = visits.at(-1);
        if (parent) lower(parent.node, low.get(node));
      } else if (!index.has(step.value)) enter(step.value);
      else if (!partOf.has(step.value)) lower(node, index.get(step.value));
    }
  }
  return { parts, partOf };
}
