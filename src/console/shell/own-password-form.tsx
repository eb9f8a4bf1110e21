import { Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { api } from '../api/client';
import { toProblem } from '../api/problem';
import { session, useMe } from '../api/session';
import { useTexts } from '../i18n/texts';
import { NewPassword, PASSWORD_MAX } from '../kit/new-password';
import { placeFaults } from '../kit/place-faults';
import { ProblemNotice } from '../kit/problem-notice';
import { useToast } from '../kit/use-toast';
import { shellTexts } from './texts';

interface Answers {
  current: string;
  password: string;
}

/** The id by which a button outside of the form sends it. */
export const OWN_PASSWORD_FORM = 'own-password';

/** The current password and a new one. All sign-ins of the person end; this page goes on with a fresh one. */
export function OwnPasswordForm(props: {
  isBusy: boolean;
  setBusy: (isBusy: boolean) => void;
  onDone?: () => void;
  size?: 'large';
  children?: ReactNode;
}) {
  const { isBusy, setBusy, onDone, size } = props;
  const say = useTexts(shellTexts);
  const me = useMe();
  const toast = useToast();
  const [form] = Form.useForm<Answers>();
  const [error, setError] = useState<unknown>(null);
  const current = useRef<InputRef>(null);
  useEffect(() => current.current?.focus(), []);

  const change = async (body: Answers): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await api.PUT('/api/me/password', { body });
      toast.success(say('passwordChanged'));
      if (data) session.signIn(data);
      onDone?.();
    } catch (failure) {
      const { slug, title } = toProblem(failure);
      if (slug === 'wrong-password') {
        form.setFields([{ name: 'current', errors: [title] }]);
        current.current?.focus({ cursor: 'all' });
      } else if (!placeFaults(form, failure, ['password'])) setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Answers>
      id={OWN_PASSWORD_FORM}
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(answers) => void change(answers)}
    >
      {/* Says to the browser's store of passwords whose they are. */}
      <input hidden readOnly autoComplete="username" value={me.email} />
      <Form.Item
        name="current"
        label={say('currentPassword')}
        rules={[{ required: true, message: say('passwordMissing') }]}
      >
        <Input.Password
          {...(size && { size })}
          ref={current}
          autoComplete="current-password"
          maxLength={PASSWORD_MAX}
        />
      </Form.Item>
      <NewPassword label={say('newPassword')} {...(size && { size })} />
      {error !== null && <ProblemNotice error={error} />}
      {props.children}
    </Form>
  );
}
