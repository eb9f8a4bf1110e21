import { Input, Select } from 'antd';
import { $api, type Schemas } from '../../api/client';
import { useTexts } from '../../i18n/texts';
import { useEverybody } from '../common/use-everybody';
import { recordTexts } from './texts-record';
import { classes } from '../../kit/common/classes';
import styles from '../common/filter.module.css';

type Act = Schemas['AuditRowDto']['act'];
type Outcome = Schemas['AuditRowDto']['outcome'];

/** What is looked for; an empty one stands for everything. Days are those of the reader. */
export interface RecordFilterValues {
  actor: string;
  act: string;
  outcome: string;
  from: string;
  to: string;
}
const NAMES = ['actor', 'act', 'outcome', 'from', 'to'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function readRecordFilter(search: URLSearchParams): RecordFilterValues {
  const [actor = '', act = '', outcome = '', from = '', to = ''] = NAMES.map(
    (name) => search.get(name) ?? '',
  );
  return { actor, act, outcome, from, to };
}

/** The question to the server; the day that is named last is part of it. */
export function toRecordQuery({ actor, act, outcome, from, to }: RecordFilterValues): {
  actor?: string;
  act?: Act;
  outcome?: Outcome;
  from?: string;
  to?: string;
} {
  return {
    ...(actor === '' ? {} : { actor }),
    ...(act === '' ? {} : { act: act as Act }),
    ...(outcome === 'done' || outcome === 'refused' ? { outcome } : {}),
    ...(DAY.test(from) ? { from: beginOf(from, 0) } : {}),
    ...(DAY.test(to) ? { to: beginOf(to, 1) } : {}),
  };
}

function beginOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** By person, kind, outcome and time. */
export function RecordFilter({
  filter,
  set,
}: {
  filter: RecordFilterValues;
  set: (next: Record<string, string>) => void;
}) {
  const say = useTexts(recordTexts);
  const people = useEverybody().data ?? [];
  const acts = $api.useQuery('get', '/api/audit/acts').data?.items ?? [];
  const change = (part: Partial<RecordFilterValues>): void => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '');
    set(Object.fromEntries(next));
  };
  const outcomes = [
    { value: '', label: say('anyOutcome') },
    { value: 'done', label: say('done') },
    { value: 'refused', label: say('refused') },
  ];
  return (
    <div className={classes(styles.filter, styles.isRecord)} role="search">
      <Select
        aria-label={say('who')}
        value={filter.actor}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: say('anybody') },
          ...people.map(({ id, name, email }) => ({ value: id, label: `${name} ${email}` })),
        ]}
        onChange={(actor: string) => change({ actor })}
      />
      <Select
        aria-label={say('what')}
        value={filter.act}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: say('anything') },
          ...acts.map(({ act, title }) => ({ value: act, label: title })),
        ]}
        onChange={(act: string) => change({ act })}
      />
      <Select
        aria-label={say('outcome')}
        value={filter.outcome}
        options={outcomes}
        onChange={(outcome: string) => change({ outcome })}
      />
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="date"
          aria-label={say(end)}
          title={say(end)}
          value={filter[end]}
          onChange={(event) => change({ [end]: event.target.value })}
        />
      ))}
    </div>
  );
}
