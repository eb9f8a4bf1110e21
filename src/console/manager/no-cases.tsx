import { Button, Empty } from 'antd';
import { useTexts } from '../i18n/texts';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';

/** Nothing to count; what to do about it. */
export function NoCases({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const { sop, team, channel } = filters;
  const isFiltered = sop !== null || team !== null || channel !== null;
  return (
    <div className="no-cases">
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
          <Button onClick={() => change({ sop: null, version: null, team: null, channel: null })}>
            {say('takeFiltersAway')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
