import { useTexts } from '../i18n/texts';
import { valueAt } from './edit-value';
import { addWay, listWays } from './edit-ways';
import { usePanelRoom } from './panel-room';
import { NewName } from './panel-words';
import { WayEditor } from './panel-way';
import { isRecord } from './yaml-render';
import { panelTexts } from './texts-panel';
import { pointerOfPath } from './yaml-place';

const EVENT = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The ways out of a step. `pointer`: the one that is chosen on the diagram or in the text is open. */
export function WaysTab({ pointer }: { pointer: string }) {
  const say = useTexts(panelTexts);
  const { path, value, edit } = usePanelRoom();
  const state = valueAt(value, path);
  const ways = listWays(state, path);
  const events = valueAt(state, ['on']);
  const taken = isRecord(events) ? Object.keys(events) : [];
  const check = (name: string): string | null => {
    if (!EVENT.test(name)) return say('badName');
    return taken.includes(name) ? say('taken') : null;
  };
  return (
    <div className="panel-fields">
      {ways.length === 0 && <p className="panel-help">{say('noWays')}</p>}
      {ways.map((way) => {
        const own = pointerOfPath(way.path);
        const isChosen = pointer === own || pointer === pointerOfPath(way.keyPath);
        return <WayEditor key={own} way={way} isOpen={isChosen} check={check} />;
      })}
      <NewName
        label={say('newEvent')}
        button={say('addWay')}
        check={check}
        onAdd={(event) => edit(addWay(path, event, null))}
      />
    </div>
  );
}
