import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { $api } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { managerTexts } from './texts';
import type { FilterRoom } from './use-filters';
import styles from './filter-bar.module.css';

const LONG = 5 * 60_000;
/** More than these are found by typing a part of the name. */
const MOST = 100;

/** Whose tickets the figures are of. Also of people who have left: they come by a link. */
export function PersonChoice({ room: { filters, change } }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const [q, setQ] = useState('');
  const { agent } = filters;
  const query = { limit: MOST, active: true, ...(q.trim() === '' ? {} : { q: q.trim() }) };
  const people = $api.useQuery(
    'get',
    '/api/users',
    { params: { query } },
    { staleTime: LONG, placeholderData: keepPreviousData },
  );
  const chosen = $api.useQuery(
    'get',
    '/api/users/{id}',
    { params: { path: { id: agent ?? '' } } },
    { enabled: agent !== null, staleTime: LONG },
  );
  const found = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isFound = agent === null || found.some(({ value }) => value === agent);
  return (
    <Select
      className={styles.person}
      aria-label={say('person')}
      value={agent ?? ''}
      onChange={(id) => change({ agent: id === '' ? null : id })}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      options={[
        ...(q === '' ? [{ value: '', label: say('allPeople') }] : []),
        ...(isFound || q !== '' ? [] : [{ value: agent, label: chosen.data?.name ?? agent }]),
        ...found,
      ]}
      popupMatchSelectWidth={false}
    />
  );
}
