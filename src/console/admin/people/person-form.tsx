import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Radio, Segmented, Select } from 'antd';
import type { Schemas } from '../../api/client';
import type { Role } from '../../api/session';
import { useTexts } from '../../i18n/texts';
import { useSkillName, useSkills } from '../../kit/common/skill-names';
import { useTeamName, useTiersOf } from '../../kit/common/team-names';
import { tiersUpTo } from '../../kit/common/tiers';
import { NAME, ROLES } from '../common/vocabulary';
import { adminTexts } from '../common/texts';
import { useTeams } from '../common/use-teams';
import form from '../common/form.module.css';
import styles from './person-form.module.css';

type Membership = Schemas['MembershipDto'];

/** What is asked of a person. */
export interface PersonAnswers {
  name: string;
  email: string;
  lang: 'en' | 'zh-CN';
  roles: Role[];
  teams: Membership[];
  skills: string[];
}
export const PERSON_FIELDS = ['name', 'email', 'lang', 'roles', 'teams', 'skills'] as const;

/** The fields of a person; stands in a form. */
export function PersonFields() {
  const say = useTexts(adminTexts);
  const skills = useSkills().data?.items ?? [];
  const skillName = useSkillName();
  return (
    <>
      <div className={form.pair} data-testid="admin-pair">
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('missing') }]}
        >
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="email"
          label={say('email')}
          extra={say('emailHelp')}
          rules={[{ required: true, pattern: /^\s*[^\s@]+@[^\s@]+\s*$/, message: say('badEmail') }]}
        >
          <Input maxLength={254} autoComplete="off" inputMode="email" />
        </Form.Item>
      </div>
      <Form.Item name="lang" label={say('lang')}>
        <Radio.Group
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="roles" label={say('roles')} rules={[{ required: true, message: say('missingRole') }]}>
        <Roles />
      </Form.Item>
      <Form.Item name="teams" label={say('teamsOf')} extra={say('teamsOfHelp')}>
        <Memberships />
      </Form.Item>
      <Form.Item
        name="skills"
        label={say('skills')}
        extra={say('skillsOfHelp')}
        rules={[
          {
            validator: (_, value: string[] = []) =>
              value.every((skill) => NAME.test(skill))
                ? Promise.resolve()
                : Promise.reject(new Error(say('badName'))),
          },
        ]}
      >
        <Select
          mode="tags"
          tokenSeparators={[' ', ',', '，', '、']}
          options={skills.map(({ skill }) => ({ value: skill, label: skillName(skill) }))}
          optionFilterProp="label"
        />
      </Form.Item>
    </>
  );
}

/** What a person may do. A group of boxes has no place for the form's mark that something must be chosen. */
function Roles(props: { value?: Role[]; onChange?: (value: Role[]) => void }) {
  const say = useTexts(adminTexts);
  return (
    <Checkbox.Group
      aria-label={say('roles')}
      className={styles.roles}
      value={props.value}
      onChange={props.onChange}
    >
      {ROLES.map((role) => (
        <Checkbox key={role} value={role}>
          {say(`role_${role}`)} <span className="is-soft">{say(`roleHelp_${role}`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

/** The teams of a person, each with the tier up to which they work there. */
function Memberships(props: { value?: Membership[]; onChange?: (value: Membership[]) => void; id?: string }) {
  const say = useTexts(adminTexts);
  const teams = useTeams();
  const nameOf = useTeamName();
  const tiersOf = useTiersOf();
  const value = props.value ?? [];
  const change = (next: Membership[]): void => props.onChange?.(next);
  const rest = teams.filter(({ id }) => !value.some(({ team }) => team === id));
  return (
    <div className={form.rows}>
      {value.map(({ team, tier }) => {
        const name = nameOf(team);
        return (
          <div key={team} className={form.row}>
            <span className={form.rowName}>{name}</span>
            <Segmented
              aria-label={say('tierOf', { team: name })}
              value={tier}
              options={tiersUpTo(tiersOf(team), tier).map((one) => ({
                value: one,
                label: say('tier', { tier: one }),
              }))}
              onChange={(to) => change(value.map((one) => (one.team === team ? { team, tier: to } : one)))}
            />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say('removeNamed', { name })}
              onClick={() => change(value.filter((one) => one.team !== team))}
            />
          </div>
        );
      })}
      <Select<string | null>
        id={props.id}
        className={form.add}
        aria-label={say('addTeam')}
        placeholder={say('addTeam')}
        value={null}
        disabled={rest.length === 0}
        options={rest.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(team) => team !== null && change([...value, { team, tier: 1 }])}
      />
    </div>
  );
}
