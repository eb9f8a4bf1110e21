import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useTexts } from '../../i18n/texts';
import { tiersUpTo } from '../../kit/common/tiers';
import { useEverybody } from '../common/use-everybody';
import { adminTexts } from '../common/texts';
import { calendarTexts } from './texts-calendar';
import form from '../common/form.module.css';
import styles from './members-field.module.css';

export interface Member {
  userId: string;
  tier: number;
}

interface Props {
  /** How many the team has. */
  tiers: number;
  value?: Member[];
  onChange?: (value: Member[]) => void;
  id?: string;
}

/** The members of a team, each with the tier up to which they work. */
export function MembersField(props: Props) {
  const say = useTexts(adminTexts);
  const sayCalendar = useTexts(calendarTexts);
  const people = useEverybody().data ?? [];
  const value = props.value ?? [];
  const change = (next: Member[]): void => props.onChange?.(next);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? '…';
  const rest = people.filter(({ id }) => !value.some(({ userId }) => userId === id));
  return (
    <div className={form.rows}>
      {value.length === 0 && <p className="is-soft">{sayCalendar('membersEmpty')}</p>}
      <div className={styles.members}>
        {value.map(({ userId, tier }) => (
          <div key={userId} className={form.row}>
            <span className={form.rowName}>{nameOf(userId)}</span>
            <Segmented
              size="small"
              aria-label={say('tierOf', { team: nameOf(userId) })}
              value={tier}
              options={tiersUpTo(props.tiers, tier).map((one) => ({
                value: one,
                label: say('tier', { tier: one }),
              }))}
              onChange={(to) =>
                change(value.map((one) => (one.userId === userId ? { userId, tier: to } : one)))
              }
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say('removeNamed', { name: nameOf(userId) })}
              onClick={() => change(value.filter((one) => one.userId !== userId))}
            />
          </div>
        ))}
      </div>
      <Select<string | null>
        id={props.id}
        className={form.add}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={sayCalendar('addMember')}
        placeholder={sayCalendar('addMember')}
        value={null}
        options={rest.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        onChange={(userId) => userId !== null && change([...value, { userId, tier: 1 }])}
      />
    </div>
  );
}
