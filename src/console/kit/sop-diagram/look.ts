import type { Lang } from '../../i18n/texts';
import type { Choice, DecorateEdge, DecorateNode, Mark } from './decoration';

/** What the caller of a diagram says about it. */
export interface DiagramLook {
  lang: Lang;
  /** JSON pointer of what is chosen: a step, one of its ways, or anything inside of them. It is brought into view. */
  selected?: string | null;
  /** The step that is in sight at first where not everything fits; without it the beginning. */
  opensAt?: string | null;
  onSelect?: (choice: Choice | null) => void;
  /** Must stay the same function as long as it says the same. */
  decorate?: DecorateNode;
  edgeDecorate?: DecorateEdge;
  findings?: readonly Mark[];
}
