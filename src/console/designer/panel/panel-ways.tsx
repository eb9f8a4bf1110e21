import { useTexts } from '../../i18n/texts';
import { groupWays } from './edit-alternatives';
import { valueAt } from '../yaml/edit-value';
import { listWays } from './edit-ways';
import { NewWay } from './panel-new-way';
import { usePanelRoom } from './panel-room';
import { WayEditor } from './panel-way';
import { isRecord } from '../yaml/yaml-render';
import { panelTexts } from './texts-panel';
import { pointerOfPath } from '../yaml/yaml-place';
import styles from './parts.module.css';

const EVENT = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** The rest of what a delay may be is told by the check. */
const DELAY = /^P\S+( business)?$/;

/** The ways out of a step. `pointer`: the one that is chosen on the diagram or in the text is open. */
export function WaysTab({ pointer }: { pointer: string }) {
  const say = useTexts(panelTexts);
  const { path, value } = usePanelRoom();
  const state = valueAt(value, path);
  const groups = groupWays(listWays(state, path));
  const check = (group: 'on' | 'after', name: string): string | null => {
    if (group === 'on' && !EVENT.test(name)) return say('badName');
    if (group === 'after' && !DELAY.test(name)) return say('badDelay');
    const there = valueAt(state, [group]);
    return isRecord(there) && Object.hasOwn(there, name) ? say('taken') : null;
  };
  return (
    <div className={styles.fields}>
      {groups.length === 0 && <p className={styles.help}>{say('noWays')}</p>}
      {groups.map(([first, ...others]) => {
        if (!first) return null;
        const own = pointerOfPath(first.keyPath);
        const isChosen =
          pointer === own || others.concat(first).some((way) => pointer === pointerOfPath(way.path));
        return (
          <WayEditor
            key={own}
            ways={[first, ...others]}
            isChosen={isChosen}
            pointer={pointer}
            check={(name) => check('on', name)}
          />
        );
      })}
      <NewWay check={check} />
    </div>
  );
}
