import { InfoCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useLang, useTexts } from '../../i18n/texts';
import { useTeamName } from '../../kit/common/team-names';
import { DefinitionLink, type Definition } from './definition-link';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';
import styles from './page-head.module.css';

interface Props {
  title: string;
  room: FilterRoom;
  /** What its figures mean, if they have a section of their own. */
  definition?: Definition;
  answer?: Pick<Schemas['AgentsAnswer'], 'filter'>;
  children?: ReactNode;
}

/** The name of the page, the days it is of, and whose figures one sees. */
export function PageHead({ title, room, definition, answer, children }: Props) {
  const say = useTexts(managerTexts);
  const lang = useLang();
  const format = useFormat();
  const teamName = useTeamName();
  const { from, to, tz } = room.filters;
  const reach = answer?.filter.reach ?? null;
  const names = reach?.map(teamName);
  const day = (at: string): string => format.day(`${at}T00:00`);
  return (
    <header className={styles.head} data-testid="page-head">
      <h1>{title}</h1>
      {definition && <DefinitionLink to={definition} of={title} />}
      <span className="is-soft" title={say('inZone', { zone: tz })}>
        {from === to ? day(from) : say('range', { from: day(from), to: day(to) })}
      </span>
      {names && (
        <span className={styles.reach}>
          <InfoCircleOutlined aria-hidden />{' '}
          {say('onlyTeams', { teams: names.join(lang === 'en' ? ', ' : '、') })}
        </span>
      )}
      <span className={styles.acts}>{children}</span>
    </header>
  );
}
