import { Alert, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { $api, api, type Schemas } from '../../api/client';
import { useLang, useTexts } from '../../i18n/texts';
import { useToast } from '../../kit/use-toast';
import { isSound, newCalendar, readCalendar, type Calendar } from './calendar';
import { CalendarField } from './calendar-field';
import { changedFields } from '../common/field-errors';
import { FETCHED_WHEN_OPENED, FormDrawer, LoadingDrawer } from '../common/form-drawer';
import { MembersField, type Member } from './members-field';
import { NAME } from '../common/vocabulary';
import { adminTexts } from '../common/texts';
import { calendarTexts } from './texts-calendar';
import { useSend } from '../common/use-send';
import { useFocusBack } from '../../kit/use-focus-back';
import { isBlank } from '../../kit/common/blank';
import { WholeNumber } from '../../kit/common/whole-number';
import { useTeams } from '../../kit/common/team-names';
import styles from '../common/form.module.css';
import teamStyles from './team-editor.module.css';

type Team = Schemas['TeamWithMembersDto'];
const WIDTH = 880;
const FIELDS = [
  'id',
  'title/zh-CN',
  'title/en',
  'specialist',
  'tiers',
  'idleMinutes',
  'calendar',
  'members',
] as const;
/** What the server takes, in minutes. */
const IDLE = { usual: 5, least: 3, most: 60 };

interface TeamAnswers {
  title: Schemas['TextDto'];
  specialist: boolean;
  tiers: number;
  idleMinutes: number;
  calendar: Calendar | null;
  members: Member[];
}

interface NewTeamProps {
  /** How many tiers a team has when nobody says, and at most. */
  tiers: number;
  mostTiers: number;
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A team that is not there yet. */
export function NewTeam(props: NewTeamProps) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const toast = useToast();
  const lang = useLang();
  const [form] = Form.useForm<TeamAnswers & { id: string }>();
  const { send, error, isBusy } = useSend(form, FIELDS);
  const create = (answers: TeamAnswers & { id: string }): Promise<boolean> =>
    send(async () => {
      const { data } = await api.POST('/api/teams', { body: answers });
      toast.success(say('created', { name: answers.title[lang] }));
      if (data) props.onCreated(data.id);
    });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <FormDrawer
      title={say('newTeam')}
      width={WIDTH}
      act={say('create')}
      form={form}
      isBusy={isBusy}
      error={error}
      onClose={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={{
          title: { en: '', 'zh-CN': '' },
          specialist: false,
          tiers: props.tiers,
          idleMinutes: IDLE.usual,
          members: [],
          calendar: newCalendar(timeZone),
        }}
        onFinish={(answers) => void create(answers)}
      >
        <IdField />
        <TeamFields mostTiers={props.mostTiers} />
      </Form>
    </FormDrawer>
  );
}

/** One team by its id. A field that does not know its limits yet would not take what is typed: both are fetched first. */
export function TeamEditor({ id, onClose }: { id: string; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const team = $api.useQuery('get', '/api/teams/{id}', { params: { path: { id } } }, FETCHED_WHEN_OPENED);
  const teams = useTeams();
  if (team.data && teams.data)
    return <OpenTeam team={team.data} mostTiers={teams.data.mostTiers} onClose={onClose} />;
  const query = team.data ? teams : team;
  return <LoadingDrawer title={say('teams')} width={WIDTH} query={query} onClose={onClose} />;
}

function OpenTeam({ team, mostTiers, onClose }: { team: Team; mostTiers: number; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const lang = useLang();
  const toast = useToast();
  const [form] = Form.useForm<TeamAnswers>();
  const { send, error, isBusy } = useSend(form, FIELDS);
  const [before] = useState(() => answersOf(team));
  const save = async (answers: TeamAnswers): Promise<void> => {
    const body = changedFields(before, answers);
    if (Object.keys(body).length === 0) return toast.info(say('nothingChanged'));
    const isSaved = await send(async () => {
      await api.PATCH('/api/teams/{id}', { params: { path: { id: team.id } }, body });
    });
    if (!isSaved) return;
    toast.success(say('saved', { name: answers.title[lang] }));
    onClose();
  };
  return (
    <FormDrawer
      title={team.title[lang]}
      width={WIDTH}
      act={say('save')}
      form={form}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
    >
      {team.warnings.map((warning) => (
        <Alert key={warning.en} type="warning" showIcon title={warning[lang]} className={styles.alert} />
      ))}
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={before}
        onFinish={(answers) => void save(answers)}
      >
        <TeamFields mostTiers={mostTiers} />
      </Form>
    </FormDrawer>
  );
}

function IdField() {
  const say = useTexts(adminTexts);
  const sayCalendar = useTexts(calendarTexts);
  return (
    <Form.Item
      name="id"
      label={sayCalendar('id')}
      extra={sayCalendar('idHelp')}
      rules={[{ required: true, pattern: NAME, message: say('badName') }]}
    >
      <Input maxLength={40} autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}

function TeamFields({ mostTiers }: { mostTiers: number }) {
  const say = useTexts(adminTexts);
  const sayCalendar = useTexts(calendarTexts);
  const tiers: unknown = Form.useWatch('tiers');
  return (
    <>
      <div className={styles.pair} data-testid="admin-pair">
        {(['zh-CN', 'en'] as const).map((lang) => (
          <Form.Item
            key={lang}
            name={['title', lang]}
            label={sayCalendar(lang === 'en' ? 'titleEn' : 'titleZh')}
            rules={[
              {
                validator: (_, title?: string) =>
                  isBlank(title ?? '') ? Promise.reject(new Error(say('missing'))) : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={120} lang={lang} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="specialist"
        label={sayCalendar('specialist')}
        extra={sayCalendar('specialistHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <TiersField most={mostTiers} />
      <Form.Item
        name="idleMinutes"
        label={sayCalendar('idle')}
        extra={sayCalendar('idleHelp')}
        rules={[
          {
            ...{ required: true, type: 'integer', min: IDLE.least, max: IDLE.most },
            message: sayCalendar('badIdle', { least: IDLE.least, most: IDLE.most }),
          },
        ]}
      >
        <WholeNumber suffix={sayCalendar('minutes')} className={teamStyles.minutes} />
      </Form.Item>
      <Form.Item name="members" label={sayCalendar('members')} extra={sayCalendar('membersHelp')}>
        <MembersField tiers={isNumberOfTiers(tiers, mostTiers) ? tiers : 1} />
      </Form.Item>
      <Form.Item
        name="calendar"
        label={sayCalendar('hours')}
        rules={[
          {
            validator: (_, calendar: Calendar | null) =>
              calendar === null || isSound(calendar)
                ? Promise.resolve()
                : Promise.reject(new Error(sayCalendar('badBlock'))),
          },
        ]}
      >
        <CalendarField />
      </Form.Item>
    </>
  );
}

function TiersField({ most }: { most: number }) {
  const sayCalendar = useTexts(calendarTexts);
  return (
    <Form.Item
      name="tiers"
      label={sayCalendar('tiers')}
      extra={sayCalendar('tiersHelp')}
      rules={[
        {
          validator: (_, tiers: unknown) =>
            isNumberOfTiers(tiers, most)
              ? Promise.resolve()
              : Promise.reject(new Error(sayCalendar('badTiers', { most }))),
        },
      ]}
    >
      <WholeNumber min={1} max={most} />
    </Form.Item>
  );
}

function isNumberOfTiers(tiers: unknown, most: number): tiers is number {
  return typeof tiers === 'number' && Number.isInteger(tiers) && tiers >= 1 && tiers <= most;
}

function answersOf({ title, specialist, tiers, idleMinutes, calendar, members }: Team): TeamAnswers {
  return {
    // In the order of the form, so that what is unchanged compares as such.
    title: { 'zh-CN': title['zh-CN'], en: title.en },
    specialist,
    tiers,
    idleMinutes,
    calendar: readCalendar(calendar),
    members: members.map(({ userId, tier }) => ({ userId, tier })),
  };
}
