import { Button, Empty } from 'antd';
import { useTexts } from '../../i18n/texts';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';
import styles from './panel.module.css';

/** Nothing to count; what to do about it. */
export function NoCases({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const { sop, team, channel, agent } = filters;
  const isFiltered = sop !== null || team !== null || channel !== null || agent !== null;
  return (
    <div className={styles.noCases} data-testid="no-cases">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <strong>{say('noCases')}</strong>
            <br />
            {say('noCasesHelp')}
          </>
        }
      >
        {filters.preset !== 30 && (
          <Button type="primary" onClick={() => change({ preset: 30 })}>
            {say('days', { count: 30 })}
          </Button>
        )}{' '}
        {isFiltered && (
          <Button
            onClick={() => change({ sop: null, version: null, team: null, channel: null, agent: null })}
          >
            {say('takeFiltersAway')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
