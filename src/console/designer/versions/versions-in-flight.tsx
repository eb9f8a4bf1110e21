import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useNow } from '../../kit/common/now';
import { versionTexts } from './texts-versions';
import styles from './versions-in-flight.module.css';

/** Where open tickets are, step by step. */
export function InFlightSteps({ items, label }: { items: Schemas['InFlightStep'][]; label: string }) {
  const say = useTexts(versionTexts);
  const format = useFormat();
  const now = useNow();
  return (
    <table className={styles.inFlight} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say('step')}</th>
          <th scope="col">{say('tickets')}</th>
          <th scope="col">{say('oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.step}>
            <th scope="row">{item.title}</th>
            <td>{format.number(item.tickets)}</td>
            <td>{format.duration(Math.max(0, now - Date.parse(item.oldestAt)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
