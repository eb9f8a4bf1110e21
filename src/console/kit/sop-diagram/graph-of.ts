import type { SopDefinition, StateDef } from '../../../engine/common/sop-format';
import type { Graph, GraphEdge, GraphNode, GraphSla, NodeKind, Way, WayKind } from './graph';
import { isGroup, pointerOfStep } from './graph';
import { asFields, asString, asText, listOf, readActs, waysOf, waysWhenDone, type Draft } from './graph-ways';
import { diagramTexts } from './texts';

/** No diagram helps beyond this; the engine refuses more states anyway. */
const MAX_NODES = 2_000;
const STEP_KINDS: readonly string[] = ['human', 'automatic', 'waits-for-customer', 'waits-for-others'];

interface State {
  id: string;
  def: StateDef;
  parent: State | null;
  children: Map<string, State>;
  kind: NodeKind;
}

/**
 * The SOP as a diagram: its steps, choices, endings and phases, and the ways between them. Takes a definition that is
 * still being written: what cannot be read is left out, a target that does not exist is said at its step.
 */
export function graphOf(definition: SopDefinition): Graph {
  return new Drawing(definition).draw();
}

class Drawing {
  private readonly nodes: GraphNode[] = [];
  private readonly byId = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly states = new Map<string, State>();
  private readonly root: State;
  /** The tier of work for which no step or phase says another. */
  private readonly tier: number | null;

  constructor(private readonly definition: SopDefinition) {
    this.root = this.index('', { ...definition, meta: {} }, null);
    this.tier = asTier(asFields(definition.meta)['tier']);
  }

  draw(): Graph {
    this.addOwn(this.root, 'start', null, 'start');
    for (const child of this.root.children.values()) this.addState(child, null);
    this.connect('::start', this.entryOf(this.root), flowWay(''));
    this.addWays(this.root);
    for (const state of this.states.values()) if (state !== this.root) this.addWays(state);
    this.markEscalations();
    return { nodes: this.nodes, edges: [...this.edges.values()] };
  }

  private index(id: string, def: StateDef, parent: State | null): State {
    const state: State = { id, def, parent, children: new Map(), kind: 'plain' };
    this.states.set(id, state);
    for (const [name, child] of Object.entries(asFields(asFields(def)['states']))) {
      if (this.states.size >= MAX_NODES || name === '') continue;
      const path = id === '' ? name : `${id}.${name}`;
      state.children.set(name, this.index(path, asFields(child), state));
    }
    state.kind = kindOf(state);
    return state;
  }

  private addState(state: State, parent: string | null): void {
    this.add(describe(state, parent, this.tier));
    if (state.kind === 'parallel') this.addOwn(state, 'fork', state.id, 'fork');
    for (const child of state.children.values()) this.addState(child, state.id);
    if (state.kind === 'parallel') this.addFork(state);
  }

  private addFork(state: State): void {
    for (const region of state.children.values()) {
      if (region.kind !== 'history') this.connect(`${state.id}::fork`, this.entryOf(region), flowWay(''));
    }
  }

  private add(node: GraphNode): void {
    this.nodes.push(node);
    this.byId.set(node.id, node);
  }

  /** A node that stands for no state of its own. */
  private addOwn(state: State, kind: NodeKind, parent: string | null, name: string): string {
    const id = `${state.id}::${name}`;
    if (this.byId.has(id)) return id;
    const bare = { team: null, tier: null, skills: [], sla: null, hasForm: false, outcome: null };
    this.add({
      ...{ id, step: state.id, kind, parent, pointer: pointerOfStep(state.id), title: titleOf(state) },
      ...{ ...bare, isDeep: false, isRegion: false, stays: [], broken: [] },
    });
    return id;
  }

  private addWays(state: State): void {
    const at = pointerOfStep(state.id);
    for (const way of waysOf(state.def, at)) this.addWay(state, way, () => this.exitOf(state));
    if (state.kind === 'parallel') this.addJoin(state, at);
    else if (state.kind === 'group') {
      const ends = [...state.children.values()].filter((child) => child.kind === 'joined');
      for (const way of waysWhenDone(state.def, at)) {
        for (const end of ends) this.addWay(state, way, () => end.id);
      }
    }
    if (state.kind === 'history') {
      const target = asString(asFields(state.def)['target']);
      const way = { ...flowWay(`${at}/target`), target };
      if (target !== null) this.addWay(state, way, () => state.id);
    }
  }

  private addJoin(state: State, at: string): void {
    const whenDone = waysWhenDone(state.def, at);
    if (whenDone.length === 0) return;
    const join = this.addOwn(state, 'join', state.id, 'join');
    for (const region of state.children.values()) {
      for (const end of region.children.values()) {
        if (end.kind === 'joined') this.connect(end.id, join, flowWay(''));
      }
    }
    for (const way of whenDone) this.addWay(state, way, () => join);
  }

  private addWay(state: State, { target, ...way }: Draft, from: () => string): void {
    const place = target === null ? null : this.resolve(state, target);
    if (target !== null && place !== null) {
      this.connect(from(), this.entryOf(place), way);
      return;
    }
    const node = this.byId.get(from());
    (target === null ? node?.stays : node?.broken)?.push(way);
  }

  /** Ways of a phase begin in a sign of their own, because they are open in each of its steps. */
  private exitOf(state: State): string {
    if (state === this.root) return this.addOwn(state, 'exits', null, 'exits');
    if (state.kind !== 'group' && state.kind !== 'parallel') return state.id;
    return this.addOwn(state, 'exits', state.id, 'exits');
  }

  /** By XState's rules: `sibling`, `sibling.child`, `.child`, `#sop-id.path`. */
  private resolve(from: State, target: string): State | null {
    const [first = '', ...rest] = target.split('.');
    const isAbsolute = first.startsWith('#');
    if (isAbsolute && first !== `#${String(this.definition.id)}`) return null;
    let at = isAbsolute ? this.root : first === '' ? from : (from.parent ?? from);
    for (const name of isAbsolute || first === '' ? rest : [first, ...rest]) {
      const next = at.children.get(name);
      if (next === undefined) return null;
      at = next;
    }
    return at;
  }

  /** The node at which a ticket arrives that is sent to a state. */
  private entryOf(state: State): string {
    if (state.kind === 'parallel') return `${state.id}::fork`;
    if (state.children.size === 0 || (state !== this.root && !isGroup(state))) return state.id;
    const initial = asString(asFields(state.def)['initial']);
    const [first] = state.children.values();
    const next = (initial === null ? undefined : state.children.get(initial)) ?? first;
    return next === undefined ? state.id : this.entryOf(next);
  }

  private connect(source: string, target: string, way: Way): void {
    if (!this.byId.has(source) || !this.byId.has(target)) return;
    const id = `${source}>${target}:${way.kind}`;
    const edge = this.edges.get(id);
    if (edge) edge.ways.push(way);
    else this.edges.set(id, { id, source, target, kind: way.kind, ways: [way] });
  }

  /** A move to a higher tier is an escalation, whatever the event is called. */
  private markEscalations(): void {
    for (const edge of [...this.edges.values()]) {
      const from = this.byId.get(edge.source)?.tier ?? null;
      const to = this.byId.get(edge.target)?.tier ?? null;
      if (from === null || to === null || to <= from) continue;
      if (edge.kind !== 'event' && edge.kind !== 'timeout') continue;
      this.edges.delete(edge.id);
      for (const way of edge.ways) this.connect(edge.source, edge.target, { ...way, kind: 'escalation' });
    }
  }
}

function asTier(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function flowWay(pointer: string): Way {
  const kind: WayKind = 'flow';
  return { pointer, kind, event: '', title: null, guard: null, isOtherwise: false, acts: [] };
}

function kindOf(state: State): NodeKind {
  const { type, meta, always } = asFields(state.def);
  const kind = asString(asFields(meta)['kind']);
  if (type === 'history') return 'history';
  if (type === 'final') return state.parent?.parent ? 'joined' : 'final';
  if (state.children.size > 0) return type === 'parallel' ? 'parallel' : 'group';
  if (kind !== null && STEP_KINDS.includes(kind)) return kind as NodeKind;
  return always === undefined ? 'plain' : 'choice';
}

function titleOf(state: State): GraphNode['title'] {
  const name = state.id.split('.').at(-1) ?? '';
  const title = asText(asFields(asFields(state.def)['meta'])['title']);
  if (title !== null) return title;
  // Nobody stays there, so that few give it a name for people.
  if (state.kind === 'choice' || state.kind === 'history') return diagramTexts.entries[state.kind];
  return { en: name, 'zh-CN': name };
}

function describe(state: State, parent: string | null, tier: number | null): GraphNode {
  const def = asFields(state.def);
  const meta = asFields(def['meta']);
  return {
    id: state.id,
    step: state.id,
    kind: state.kind,
    title: titleOf(state),
    parent,
    pointer: pointerOfStep(state.id),
    team: asString(nearest(state, 'team')),
    tier: asTier(nearest(state, 'tier')) ?? (state.kind === 'human' ? tier : null),
    skills: listOf(meta['skills']).filter((skill) => typeof skill === 'string'),
    sla: readSla(meta['sla']),
    hasForm: meta['form'] !== undefined,
    outcome: asString(meta['outcome']),
    isDeep: def['history'] === 'deep',
    isRegion: state.parent?.kind === 'parallel' || asFields(state.parent?.def)['type'] === 'parallel',
    stays: [],
    broken: [],
  };
}

/** The first answer on the way from the step outwards; only what people do has a team and a tier. */
function nearest(state: State, name: 'team' | 'tier'): unknown {
  if (state.kind !== 'human') return null;
  for (let at: State | null = state; at; at = at.parent) {
    const value = asFields(asFields(at.def)['meta'])[name];
    if (value !== undefined) return value;
  }
  return null;
}

function readSla(value: unknown): GraphSla | null {
  const sla = asFields(value);
  const within = asString(sla['within']);
  if (within === null) return null;
  return { within, isBusiness: sla['clock'] === 'business', onBreach: readActs(sla['onBreach']) };
}
