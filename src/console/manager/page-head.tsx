import { InfoCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useLang, useTexts } from '../i18n/texts';
import { useTeamName } from '../kit/team-names';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';

interface Props {
  title: string;
  room: FilterRoom;
  answer?: Pick<Schemas['AgentsAnswer'], 'filter'>;
  children?: ReactNode;
}

/** The name of the page, the days it is of, and whose figures one sees. */
export function PageHead({ title, room, answer, children }: Props) {
  const say = useTexts(managerTexts);
  const lang = useLang();
  const format = useFormat();
  const teamName = useTeamName();
  const { from, to, tz } = room.filters;
  const reach = answer?.filter.reach ?? null;
  const names = reach?.map(teamName);
  const day = (at: string): string => format.day(`${at}T00:00`);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      <span className="quiet" title={say('inZone', { zone: tz })}>
        {from === to ? day(from) : say('range', { from: day(from), to: day(to) })}
      </span>
      {names && (
        <span className="page-reach">
          <InfoCircleOutlined aria-hidden />{' '}
          {say('onlyTeams', { teams: names.join(lang === 'en' ? ', ' : '、') })}
        </span>
      )}
      <span className="page-acts">{children}</span>
    </header>
  );
}
