import { Alert, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { $api, api, type Schemas } from '../api/client';
import { useLang, useTexts } from '../i18n/texts';
import { useToast } from '../kit/use-toast';
import { isSound, newCalendar, readCalendar, type Calendar } from './calendar';
import { CalendarField } from './calendar-field';
import { changedFields } from './field-errors';
import { FormDrawer, LoadingDrawer } from './form-drawer';
import { MembersField, type Member } from './members-field';
import { NAME } from './person-form';
import { adminTexts } from './texts';
import { calendarTexts } from './texts-calendar';
import { useSend } from './use-send';

type Team = Schemas['TeamWithMembersDto'];
const WIDTH = 880;
const FIELDS = ['id', 'title', 'specialist', 'calendar', 'members'] as const;

interface TeamAnswers {
  title: Schemas['TextDto'];
  specialist: boolean;
  calendar: Calendar | null;
  members: Member[];
}

/** A team that is not there yet. */
export function NewTeam(props: { onClose: () => void; onCreated: (id: string) => void }) {
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
          members: [],
          calendar: newCalendar(timeZone),
        }}
        onFinish={(answers) => void create(answers)}
      >
        <IdField />
        <TeamFields />
      </Form>
    </FormDrawer>
  );
}

/** One team by its id. */
export function TeamEditor({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const team = $api.useQuery('get', '/api/teams/{id}', { params: { path: { id } } });
  if (team.data) return <OpenTeam team={team.data} onClose={onClose} />;
  return <LoadingDrawer title={say('teams')} width={WIDTH} query={team} onClose={onClose} />;
}

function OpenTeam({ team, onClose }: { team: Team; onClose: () => void }) {
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
        <Alert key={warning.en} type="warning" showIcon title={warning[lang]} className="admin-alert" />
      ))}
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={before}
        onFinish={(answers) => void save(answers)}
      >
        <TeamFields />
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

function TeamFields() {
  const say = useTexts(adminTexts);
  const sayCalendar = useTexts(calendarTexts);
  return (
    <>
      <Form.Item
        name="title"
        rules={[
          {
            validator: (_, title: Schemas['TextDto']) =>
              title.en.trim() !== '' && title['zh-CN'].trim() !== ''
                ? Promise.resolve()
                : Promise.reject(new Error(say('missing'))),
          },
        ]}
      >
        <TitleField />
      </Form.Item>
      <Form.Item
        name="specialist"
        label={sayCalendar('specialist')}
        extra={sayCalendar('specialistHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name="members" label={sayCalendar('members')} extra={sayCalendar('membersHelp')}>
        <MembersField />
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

/** The name of a team in both languages. */
function TitleField(props: { value?: Schemas['TextDto']; onChange?: (value: Schemas['TextDto']) => void }) {
  const say = useTexts(calendarTexts);
  const value = props.value ?? { en: '', 'zh-CN': '' };
  return (
    <div className="admin-pair">
      <label>
        {say('titleZh')}
        <Input
          maxLength={120}
          value={value['zh-CN']}
          onChange={(event) => props.onChange?.({ ...value, 'zh-CN': event.target.value })}
        />
      </label>
      <label>
        {say('titleEn')}
        <Input
          maxLength={120}
          value={value.en}
          onChange={(event) => props.onChange?.({ ...value, en: event.target.value })}
        />
      </label>
    </div>
  );
}

function answersOf({ title, specialist, calendar, members }: Team): TeamAnswers {
  return {
    title,
    specialist,
    calendar: readCalendar(calendar),
    members: members.map(({ userId, tier }) => ({ userId, tier })),
  };
}
