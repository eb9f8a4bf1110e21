import type { GuideTarget } from '../common/model.js';
import type { StateInfo, States } from '../machine/states.js';
import { normalise } from '../machine/ways-out.js';
import type { WayOut } from '../machine/ways-out.js';

/** Where a way out leads: the next steps, and whether the ticket may end by it. Both empty: it stays where it is. */
export interface Lead {
  to: GuideTarget[];
  ends: boolean;
}

/** A way of a compiled SOP always leads to the same steps, and every look at a ticket asks. */
const known = new WeakMap<object, Lead>();

/**
 * The steps that a ticket comes to by this way. States that it only passes are followed by all their ways, because
 * what decides between them may depend on the event's data.
 */
export function leadOf(sopId: string, states: States, way: Pick<WayOut, 'state' | 'def'>): Lead {
  const found = known.get(way);
  if (found !== undefined) return found;
  const search = new LeadSearch(sopId, states);
  if (way.def.target !== undefined) search.follow(way.state, way.def.target);
  const lead = { to: [...search.steps.values()], ends: search.ends };
  known.set(way, lead);
  return lead;
}

class LeadSearch {
  readonly steps = new Map<string, GuideTarget>();
  ends = false;
  private readonly seen = new Set<string>();

  constructor(
    private readonly sopId: string,
    private readonly states: States,
  ) {}

  /** By XState's rules: `sibling`, `sibling.child`, `.child`, `#sop-id.path`. */
  follow(from: StateInfo, target: string): void {
    const [first = '', ...rest] = target.split('.');
    if (first === `#${this.sopId}`) this.enter(rest);
    else if (first === '') this.enter([...from.path, ...rest]);
    else this.enter([...(from.parent ?? from).path, first, ...rest]);
  }

  private enter(path: readonly string[]): void {
    const id = path.join('.');
    const state = this.states.get(id);
    if (state === undefined || this.seen.has(id)) return;
    this.seen.add(id);
    if (state.step !== null) {
      const { kind, meta } = state.step;
      this.steps.set(id, { step: id, kind, title: meta.title ?? { en: id, 'zh-CN': id } });
      return;
    }
    this.enterNoStep(state);
  }

  private enterNoStep(state: StateInfo): void {
    const { def, parent } = state;
    const children = Object.keys(def.states ?? {});
    switch (state.type) {
      case 'parallel':
        for (const child of children) this.enter([...state.path, child]);
        return;
      case 'compound':
        this.enter([...state.path, def.initial ?? children[0] ?? '']);
        return;
      case 'history':
        // What was left is not known here; without it the ticket begins where the SOP says.
        if (def.target !== undefined) this.follow(state, def.target);
        else if (parent !== null) this.enterNoStep(parent);
        return;
      case 'final':
        if (parent?.parent) this.followAll(parent, normalise(parent.def.onDone));
        else this.ends = true;
        return;
      case 'atomic':
        this.followAll(state, normalise(def.always));
    }
  }

  private followAll(from: StateInfo, ways: { target?: string }[]): void {
    for (const { target } of ways) if (target !== undefined) this.follow(from, target);
  }
}
