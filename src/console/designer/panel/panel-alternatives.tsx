import { useTexts } from '../../i18n/texts';
import { hasCondition, isShadowed } from './edit-alternatives';
import { removeWay, type PanelWay } from './edit-ways';
import { WayDoes } from './panel-automation';
import { ButtonFields, ConditionFields } from './panel-button';
import { MoveButtons } from './panel-moves';
import { usePanelRoom } from './panel-room';
import { TargetField } from './panel-target';
import { panelTexts } from './texts-panel';
import { pointerOfPath } from '../yaml/yaml-place';

/** The alternatives of one event in the order in which they are tried. `pointer`: of what is chosen. */
export function Alternatives({ ways, pointer }: { ways: readonly PanelWay[]; pointer: string }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const at = ways[0]?.keyPath ?? [];
  return (
    <section className="panel-group" aria-label={say('alternatives')}>
      <p className="panel-help">{say('alternativesHelp')}</p>
      {ways.map((way, index) => {
        const label = say('alternative', { nth: index + 1 });
        return (
          <div
            key={index}
            className="panel-item"
            role="group"
            aria-label={label}
            data-item
            data-chosen={pointer === pointerOfPath(way.path) || undefined}
          >
            <div className="panel-item-head">
              <strong>{hasCondition(way) ? label : `${label} · ${say('otherwise')}`}</strong>
              <MoveButtons
                {...{ label, index, count: ways.length }}
                onMove={(to) => edit([{ act: 'swap', path: at, a: index, b: to }])}
                onRemove={() => edit(removeWay(way))}
              />
            </div>
            {isShadowed(ways, index) && <p className="panel-fault">{say('shadowed')}</p>}
            <ConditionFields way={way} />
            <TargetField way={way} />
            {way.group === 'on' && (
              <details className="panel-more">
                <summary>{say('seen')}</summary>
                <div className="panel-fields">
                  <ButtonFields way={way} />
                </div>
              </details>
            )}
            <WayDoes way={way} />
          </div>
        );
      })}
    </section>
  );
}
