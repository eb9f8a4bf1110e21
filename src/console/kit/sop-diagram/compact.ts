/** Something that has its place in a layer: a node, or an edge that passes through. */
export interface Item {
  /** Items with the same name have the same x: what an edge passes through on a straight way. */
  name: string;
  /** The layer's middle. */
  y: number;
  x: number;
  /** Room to both sides of x. */
  left: number;
  right: number;
  /** Groups around it, the outermost first. */
  groups: readonly string[];
}

export interface Span {
  id: string;
  parents: readonly string[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Two items that are better the nearer one is above the other. */
export interface Pull {
  a: string;
  b: string;
  weight: number;
}

/** `b` is at least `least` to the right of `a`. */
interface Rule {
  a: number;
  b: number;
  least: number;
}

const GAP = 22;
const PAD = 14;
const ROUNDS = 220;

/**
 * Draws together what the layered layout leaves far apart: within each layer the order and the distances are kept, what
 * is outside of a group stays outside, and everything else moves to below or above what it is connected with.
 * Answers the new x of each name.
 */
export function compact(items: Item[], spans: Span[], pulls: Pull[]): Map<string, number> {
  const names = new Map<string, number>();
  const x: number[] = [];
  const put = (name: string, at: number): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, x.length);
    return x.push(at) - 1;
  };
  for (const item of items) put(item.name, item.x);
  for (const span of spans) {
    put(`${span.id}<`, span.left);
    put(`${span.id}>`, span.right);
  }
  const rules = [...rulesInLayers(items, put), ...rulesOfGroups(items, spans, put)];
  const order = sortRules(rules, x.length);
  if (order === null) return new Map();
  relax(x, rules, pullsOf(pulls, names, x.length), spans.length > 0 ? bordersOf(spans, names) : []);
  // What is still too near is moved apart to the right, in the order of the rules.
  for (const rule of order) x[rule.b] = Math.max(x[rule.b] ?? 0, (x[rule.a] ?? 0) + rule.least);
  return new Map([...names].map(([name, index]) => [name, x[index] ?? 0]));
}

function rulesInLayers(items: Item[], put: (name: string, x: number) => number): Rule[] {
  const layers = new Map<number, Item[]>();
  for (const item of items) {
    const key = Math.round(item.y);
    layers.set(key, [...(layers.get(key) ?? []), item]);
  }
  return [...layers.values()].flatMap((layer) => {
    layer.sort((a, b) => a.x - b.x);
    return layer.slice(1).map((item, i): Rule => {
      const before = layer[i] ?? item;
      return { a: put(before.name, 0), b: put(item.name, 0), least: before.right + GAP + item.left };
    });
  });
}

function rulesOfGroups(items: Item[], spans: Span[], put: (name: string, x: number) => number): Rule[] {
  const rules: Rule[] = [];
  for (const span of spans) {
    const left = put(`${span.id}<`, 0);
    const right = put(`${span.id}>`, 0);
    for (const item of items) {
      const at = put(item.name, 0);
      if (item.groups.includes(span.id)) {
        rules.push({ a: left, b: at, least: PAD + item.left }, { a: at, b: right, least: item.right + PAD });
      } else if (item.y > span.top && item.y < span.bottom) {
        if (item.x < span.left) rules.push({ a: at, b: left, least: item.right + PAD });
        else if (item.x > span.right) rules.push({ a: right, b: at, least: PAD + item.left });
      }
    }
    for (const other of spans) {
      if (other.parents.includes(span.id)) {
        rules.push({ a: left, b: put(`${other.id}<`, 0), least: PAD });
        rules.push({ a: put(`${other.id}>`, 0), b: right, least: PAD });
      } else if (!span.parents.includes(other.id) && other.id !== span.id) {
        const isBeside = other.top < span.bottom && other.bottom > span.top;
        if (isBeside && span.right <= other.left)
          rules.push({ a: right, b: put(`${other.id}<`, 0), least: GAP });
      }
    }
  }
  return rules;
}

/** The rules so that each comes after those that move its left side; null when they contradict one another. */
function sortRules(rules: Rule[], count: number): Rule[] | null {
  const out: Rule[][] = Array.from({ length: count }, () => []);
  const open = new Array<number>(count).fill(0);
  for (const rule of rules) {
    out[rule.a]?.push(rule);
    open[rule.b] = (open[rule.b] ?? 0) + 1;
  }
  const ready = open.flatMap((before, index) => (before === 0 ? [index] : []));
  const sorted: Rule[] = [];
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    for (const rule of out[at] ?? []) {
      sorted.push(rule);
      open[rule.b] = (open[rule.b] ?? 0) - 1;
      if (open[rule.b] === 0) ready.push(rule.b);
    }
  }
  return sorted.length === rules.length ? sorted : null;
}

type Pulled = { to: number; weight: number }[];

function pullsOf(pulls: Pull[], names: Map<string, number>, count: number): Pulled[] {
  const all: Pulled[] = Array.from({ length: count }, () => []);
  for (const { a, b, weight } of pulls) {
    const [from, to] = [names.get(a), names.get(b)];
    if (from === undefined || to === undefined || from === to) continue;
    all[from]?.push({ to, weight });
    all[to]?.push({ to: from, weight });
  }
  return all;
}

function bordersOf(spans: Span[], names: Map<string, number>): [number, number][] {
  return spans.map((span) => [names.get(`${span.id}<`) ?? 0, names.get(`${span.id}>`) ?? 0]);
}

function relax(x: number[], rules: Rule[], pulls: Pulled[], borders: [number, number][]): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    pulls.forEach((pulled, i) => {
      if (pulled.length === 0) return;
      let [sum, weight] = [0, 0];
      for (const pull of pulled) {
        sum += (x[pull.to] ?? 0) * pull.weight;
        weight += pull.weight;
      }
      x[i] = (x[i] ?? 0) + 0.5 * (sum / weight - (x[i] ?? 0));
    });
    // Groups become as narrow as what they hold.
    for (const [left, right] of borders) {
      const slack = ((x[right] ?? 0) - (x[left] ?? 0)) * 0.1;
      x[left] = (x[left] ?? 0) + slack;
      x[right] = (x[right] ?? 0) - slack;
    }
    for (let sweep = 0; sweep < 6; sweep += 1) {
      for (const { a, b, least } of rules) {
        const lack = least - ((x[b] ?? 0) - (x[a] ?? 0));
        if (lack <= 0) continue;
        x[a] = (x[a] ?? 0) - lack / 2;
        x[b] = (x[b] ?? 0) + lack / 2;
      }
    }
  }
}
