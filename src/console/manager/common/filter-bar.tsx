import { Segmented, Select, Switch } from 'antd';
import { useLocation } from 'react-router';
import { $api } from '../../api/client';
import { useMe } from '../../api/session';
import { useLang, useTexts } from '../../i18n/texts';
import { storyTexts } from '../../kit/ticket-story/texts';
import { CHANNELS } from '../../kit/ticket-story/words';
import { useTeams } from '../../kit/common/team-names';
import { PersonChoice } from './person-choice';
import { PRESETS } from './filters';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';
import styles from './filter-bar.module.css';

/** The pages that can stand beside the period before. */
const COMPARED = ['/manager', '/manager/bottlenecks', '/manager/people'];
const LONG = 5 * 60_000;

export function useSops() {
  return $api.useQuery('get', '/api/sops', {}, { staleTime: LONG });
}

/** What the figures are of; it goes along from page to page in the address. */
export function FilterBar({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const { filters, change } = room;
  const { pathname } = useLocation();
  const isComparable = COMPARED.includes(pathname.replace(/\/$/, ''));
  return (
    <div className={styles.filters} role="group" aria-label={say('filters')}>
      <SopChoice room={room} />
      <TeamChoice room={room} />
      <PersonChoice room={room} />
      <ChannelChoice room={room} />
      <PeriodChoice room={room} />
      {isComparable && (
        <label className={styles.compare}>
          <Switch
            size="small"
            checked={filters.isCompared}
            onChange={(isCompared) => change({ isCompared })}
            aria-label={say('compare')}
          />
          <span>{say('compare')}</span>
        </label>
      )}
    </div>
  );
}

function SopChoice({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const lang = useLang();
  const sops = useSops().data?.items ?? [];
  const newest = sops.find(({ id }) => id === filters.sop)?.version ?? filters.version ?? 1;
  return (
    <>
      <Select
        className={styles.sop}
        aria-label={say('sop')}
        value={filters.sop ?? ''}
        onChange={(sop) => change({ sop: sop === '' ? null : sop })}
        options={[
          { value: '', label: say('allSops') },
          ...sops.map(({ id, titles, title }) => ({ value: id, label: titles?.[lang] ?? title })),
        ]}
        popupMatchSelectWidth={false}
      />
      {filters.sop !== null && newest > 1 && (
        <Select
          className={styles.version}
          aria-label={say('version')}
          value={filters.version ?? 0}
          onChange={(version) => change({ version: version === 0 ? null : version })}
          options={[
            { value: 0, label: say('allVersions') },
            ...Array.from({ length: newest }, (_, i) => newest - i).map((version) => ({
              ...{ value: version, label: say('versionN', { version }) },
            })),
          ]}
          popupMatchSelectWidth={false}
        />
      )}
    </>
  );
}

function TeamChoice({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const lang = useLang();
  const me = useMe();
  const teams = useTeams().data?.items ?? [];
  const seesAll = me.roles.some((role) => role === 'manager' || role === 'admin');
  const own = seesAll ? teams : teams.filter(({ id }) => me.teams.some(({ team }) => team === id));
  return (
    <Select
      className={styles.team}
      aria-label={say('team')}
      value={filters.team ?? ''}
      onChange={(team) => change({ team: team === '' ? null : team })}
      options={[
        { value: '', label: say('allTeams') },
        ...own.map(({ id, title }) => ({ value: id, label: title[lang] })),
      ]}
      popupMatchSelectWidth={false}
    />
  );
}

function ChannelChoice({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(storyTexts);
  return (
    <Select
      className={styles.channel}
      aria-label={say('channel')}
      value={filters.channel ?? ''}
      onChange={(channel) => change({ channel: channel === '' ? null : channel })}
      options={[
        { value: '', label: say('allChannels') },
        ...CHANNELS.map((channel) => ({ value: channel, label: tell(`channel_${channel}`) })),
      ]}
      popupMatchSelectWidth={false}
    />
  );
}

function PeriodChoice({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const { preset, from, to } = filters;
  return (
    <>
      <Segmented
        aria-label={say('period')}
        value={preset ?? 0}
        onChange={(days) => change({ preset: PRESETS.find((one) => one === days) ?? null })}
        options={[
          ...PRESETS.map((days) => ({ value: days, label: say('days', { count: days }) })),
          { value: 0, label: say('custom') },
        ]}
      />
      {preset === null && (
        <span className={styles.range}>
          <input
            type="date"
            aria-label={say('firstDay')}
            value={from}
            max={to}
            onChange={({ target }) => target.value !== '' && change({ preset: null, from: target.value })}
          />
          <span aria-hidden>–</span>
          <input
            type="date"
            aria-label={say('lastDay')}
            value={to}
            min={from}
            onChange={({ target }) => target.value !== '' && change({ preset: null, to: target.value })}
          />
        </span>
      )}
    </>
  );
}
