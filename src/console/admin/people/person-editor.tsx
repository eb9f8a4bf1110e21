import { Button, Form, Modal, Tag } from 'antd';
import { useState } from 'react';
import { $api, api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { changedFields } from '../common/field-errors';
import { FETCHED_WHEN_OPENED, FormDrawer, LoadingDrawer } from '../common/form-drawer';
import { PasswordField } from './password-field';
import { PersonSessions } from './person-sessions';
import { PERSON_FIELDS, PersonFields, type PersonAnswers } from './person-form';
import { adminTexts } from '../common/texts';
import { useConfirm } from '../../kit/use-confirm';
import { useSend } from '../common/use-send';
import { useFocusBack } from '../../kit/use-focus-back';

type User = Schemas['UserDto'];
const WIDTH = 640;

/** A person who is not there yet. */
export function NewPerson(props: { onClose: () => void; onCreated: (id: string) => void }) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const toast = useToast();
  const [form] = Form.useForm<PersonAnswers & { password: string }>();
  const { send, error, isBusy } = useSend(form, [...PERSON_FIELDS, 'password']);
  const create = (answers: PersonAnswers & { password: string }): Promise<boolean> =>
    send(async () => {
      const body = { ...answers, name: answers.name.trim(), email: answers.email.trim() };
      const { data } = await api.POST('/api/users', { body });
      toast.success(say('created', { name: answers.name }));
      if (data) props.onCreated(data.id);
    });
  return (
    <FormDrawer
      title={say('newPerson')}
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
        initialValues={{ lang: 'zh-CN', roles: ['agent'], teams: [], skills: [] }}
        onFinish={(answers) => void create(answers)}
      >
        <PersonFields />
        <PasswordField label={say('passwordFirst')} />
      </Form>
    </FormDrawer>
  );
}

/** One person by their id. */
export function PersonEditor({ id, onClose }: { id: string; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const user = $api.useQuery('get', '/api/users/{id}', { params: { path: { id } } }, FETCHED_WHEN_OPENED);
  if (user.data) return <OpenPerson user={user.data} onClose={onClose} />;
  return <LoadingDrawer title={say('people')} width={WIDTH} query={user} onClose={onClose} />;
}

function OpenPerson({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const [form] = Form.useForm<PersonAnswers>();
  const { send, error, isBusy } = useSend(form, PERSON_FIELDS);
  // As it was when it was opened: what others change meanwhile does not move what is being typed.
  const [before, setBefore] = useState(() => answersOf(user));
  const [open, setOpen] = useState<'password' | 'sessions' | null>(null);
  const { name } = user;

  const save = async (answers: PersonAnswers): Promise<void> => {
    const trimmed = { ...answers, name: answers.name.trim(), email: answers.email.trim() };
    const body = changedFields(before, trimmed);
    if (Object.keys(body).length === 0) return toast.info(say('nothingChanged'));
    const becomesAdmin = trimmed.roles.includes('admin') && !before.roles.includes('admin');
    const question = { title: say('adminTitle', { name }), help: say('adminHelp'), go: say('adminGo') };
    if (becomesAdmin && !(await confirm(question))) return;
    const isSaved = await send(async () => {
      await api.PATCH('/api/users/{id}', { params: { path: { id: user.id } }, body });
    });
    if (!isSaved) return;
    setBefore(trimmed);
    toast.success(say('saved', { name: trimmed.name }));
    onClose();
  };
  const setActive = async (active: boolean): Promise<void> => {
    const go = say('deactivateGo');
    const question = { title: say('deactivateTitle', { name }), help: say('deactivateHelp'), go };
    if (!active && !(await confirm(question))) return;
    const isSaved = await send(async () => {
      await api.PATCH('/api/users/{id}', { params: { path: { id: user.id } }, body: { active } });
    });
    if (isSaved) toast.success(say('saved', { name }));
  };

  return (
    <FormDrawer
      title={
        <>
          {name} {!user.active && <Tag>{say('inactive')}</Tag>}
        </>
      }
      width={WIDTH}
      extra={<span className="is-soft">{say('since', { day: format.day(user.createdAt) })}</span>}
      act={say('save')}
      acts={
        <>
          <Button onClick={() => setOpen('password')}>{say('resetPassword')}</Button>
          <Button onClick={() => setOpen('sessions')}>{say('signIns')}</Button>
          <Button danger={user.active} onClick={() => void setActive(!user.active)}>
            {say(user.active ? 'deactivate' : 'activate')}
          </Button>
        </>
      }
      form={form}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={before}
        onFinish={(answers) => void save(answers)}
      >
        <PersonFields />
      </Form>
      {open === 'password' && <ResetPassword user={user} onClose={() => setOpen(null)} />}
      {open === 'sessions' && <PersonSessions user={user} onClose={() => setOpen(null)} />}
    </FormDrawer>
  );
}

function ResetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(adminTexts);
  const toast = useToast();
  const [form] = Form.useForm<{ password: string }>();
  const { send, error, isBusy } = useSend(form, ['password']);
  const { name } = user;
  const reset = async (body: { password: string }): Promise<void> => {
    const isDone = await send(async () => {
      await api.PUT('/api/users/{id}/password', { params: { path: { id: user.id } }, body });
    });
    if (!isDone) return;
    toast.success(say('resetDone', { name }));
    onClose();
  };
  return (
    <Modal
      open
      title={say('resetTitle', { name })}
      okText={say('reset')}
      cancelText={say('cancel')}
      okButtonProps={{ danger: true, loading: isBusy && { delay: 200 } }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{say('resetHelp')}</p>
      <Form form={form} layout="vertical" onFinish={(answers) => void reset(answers)}>
        <PasswordField label={say('password')} />
      </Form>
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}

function answersOf({ name, email, lang, roles, teams, skills }: User): PersonAnswers {
  return { name, email, lang, roles, teams, skills };
}
