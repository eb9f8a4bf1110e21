import { App, Button, Drawer, Form, Modal, Tag } from 'antd';
import { useState } from 'react';
import { $api, api, type Schemas } from '../api/client';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { changedFields } from './field-errors';
import { PasswordField } from './password-field';
import { PERSON_FIELDS, PersonFields, type PersonAnswers } from './person-form';
import { adminTexts } from './texts';
import { useConfirm, useSend } from './use-send';

type User = Schemas['UserDto'];
const WIDTH = 640;

/** A person who is not there yet. */
export function NewPerson(props: { onClose: () => void; onCreated: (id: string) => void }) {
  const say = useTexts(adminTexts);
  const { message } = App.useApp();
  const { mayLeave } = useConfirm();
  const [form] = Form.useForm<PersonAnswers & { password: string }>();
  const { send, error, isBusy } = useSend(form, [...PERSON_FIELDS, 'password']);
  const create = (answers: PersonAnswers & { password: string }): Promise<boolean> =>
    send(async () => {
      const body = { ...answers, name: answers.name.trim(), email: answers.email.trim() };
      const { data } = await api.POST('/api/users', { body });
      void message.success(say('created', { name: answers.name }));
      if (data) props.onCreated(data.id);
    });
  const close = async (): Promise<void> => {
    if (await mayLeave(form)) props.onClose();
  };
  return (
    <Drawer
      open
      size={WIDTH}
      rootClassName="admin-drawer"
      title={say('newPerson')}
      onClose={() => void close()}
      footer={
        <div className="admin-foot">
          <Button onClick={() => void close()}>{say('cancel')}</Button>
          <Button type="primary" loading={isBusy && { delay: 200 }} onClick={() => form.submit()}>
            {say('create')}
          </Button>
        </div>
      }
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
      {error !== null && <ProblemNotice error={error} />}
    </Drawer>
  );
}

/** One person by their id. */
export function PersonEditor({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const user = $api.useQuery('get', '/api/users/{id}', { params: { path: { id } } });
  if (user.data) return <OpenPerson user={user.data} onClose={onClose} />;
  return (
    <Drawer open size={WIDTH} rootClassName="admin-drawer" title={say('people')} onClose={onClose}>
      {user.error ? (
        <ProblemNotice error={user.error} onRetry={() => void user.refetch()} />
      ) : (
        <Waiting rows={8} />
      )}
    </Drawer>
  );
}

function OpenPerson({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const format = useFormat();
  const { message } = App.useApp();
  const { confirm, mayLeave } = useConfirm();
  const [form] = Form.useForm<PersonAnswers>();
  const { send, error, isBusy } = useSend(form, PERSON_FIELDS);
  // As it was when it was opened: what others change meanwhile does not move what is being typed.
  const [before, setBefore] = useState(() => answersOf(user));
  const [isResetting, setResetting] = useState(false);
  const { name } = user;

  const save = async (answers: PersonAnswers): Promise<void> => {
    const trimmed = { ...answers, name: answers.name.trim(), email: answers.email.trim() };
    const body = changedFields(before, trimmed);
    if (Object.keys(body).length === 0) return void message.info(say('nothingChanged'));
    const becomesAdmin = trimmed.roles.includes('admin') && !before.roles.includes('admin');
    const question = { title: say('adminTitle', { name }), help: say('adminHelp'), go: say('adminGo') };
    if (becomesAdmin && !(await confirm(question))) return;
    const isSaved = await send(async () => {
      await api.PATCH('/api/users/{id}', { params: { path: { id: user.id } }, body });
    });
    if (!isSaved) return;
    setBefore(trimmed);
    void message.success(say('saved', { name: trimmed.name }));
    onClose();
  };
  const setActive = async (active: boolean): Promise<void> => {
    const go = say('deactivateGo');
    const question = { title: say('deactivateTitle', { name }), help: say('deactivateHelp'), go };
    if (!active && !(await confirm(question))) return;
    const isSaved = await send(async () => {
      await api.PATCH('/api/users/{id}', { params: { path: { id: user.id } }, body: { active } });
    });
    if (isSaved) void message.success(say('saved', { name }));
  };
  const close = async (): Promise<void> => {
    if (await mayLeave(form)) onClose();
  };

  return (
    <Drawer
      open
      size={WIDTH}
      rootClassName="admin-drawer"
      title={
        <>
          {name} {!user.active && <Tag>{say('inactive')}</Tag>}
        </>
      }
      extra={<span className="is-soft">{say('since', { day: format.day(user.createdAt) })}</span>}
      onClose={() => void close()}
      footer={
        <div className="admin-foot">
          <Button onClick={() => setResetting(true)}>{say('resetPassword')}</Button>
          <Button danger={user.active} onClick={() => void setActive(!user.active)}>
            {say(user.active ? 'deactivate' : 'activate')}
          </Button>
          <span className="admin-gap" />
          <Button onClick={() => void close()}>{say('cancel')}</Button>
          <Button type="primary" loading={isBusy && { delay: 200 }} onClick={() => form.submit()}>
            {say('save')}
          </Button>
        </div>
      }
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
      {error !== null && <ProblemNotice error={error} />}
      {isResetting && <ResetPassword user={user} onClose={() => setResetting(false)} />}
    </Drawer>
  );
}

function ResetPassword({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useTexts(adminTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const { send, error, isBusy } = useSend(form, ['password']);
  const { name } = user;
  const reset = async (body: { password: string }): Promise<void> => {
    const isDone = await send(async () => {
      await api.PUT('/api/users/{id}/password', { params: { path: { id: user.id } }, body });
    });
    if (!isDone) return;
    void message.success(say('resetDone', { name }));
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
