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
import styles from './parts.module.css';

/** The alternatives of one event in the order in which they are tried. `pointer`: of what is chosen. */
export function Alternatives({ ways, pointer }: { ways: readonly PanelWay[]; pointer: string }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const at = ways[0]?.keyPath ?? [];
  return (
    <section className={styles.group} aria-label={say('alternatives')}>
      <p className={styles.help}>{say('alternativesHelp')}</p>
      {ways.map((way, index) => {
        const label = say('alternative', { nth: index + 1 });
        return (
          <div
            key={index}
            className={styles.item}
            role="group"
            aria-label={label}
            data-item
            data-chosen={pointer === pointerOfPath(way.path) || undefined}
          >
            <div className={styles.itemHead}>
              <strong>{hasCondition(way) ? label : `${label} · ${say('otherwise')}`}</strong>
              <MoveButtons
                {...{ label, index, count: ways.length }}
                onMove={(to) => edit([{ act: 'swap', path: at, a: index, b: to }])}
                onRemove={() => edit(removeWay(way))}
              />
            </div>
            {isShadowed(ways, index) && <p className={styles.fault}>{say('shadowed')}</p>}
            <ConditionFields way={way} />
            <TargetField way={way} />
            {way.group === 'on' && (
              <details className={styles.more}>
                <summary>{say('seen')}</summary>
                <div className={styles.fields}>
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
