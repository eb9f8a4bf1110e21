import { Alert, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { api } from '../api/client';
import { toProblem } from '../api/problem';
import { session, useMe } from '../api/session';
import { useTexts } from '../i18n/texts';
import { NewPassword, PASSWORD_MAX } from '../kit/account/new-password';
import { placeFaults } from '../kit/problems/place-faults';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useWait } from '../kit/problems/use-wait';
import { useToast } from '../kit/use-toast';
import { wrongPassword } from '../../words/problem-kinds';
import { shellTexts } from './texts';

interface Answers {
  current: string;
  password: string;
}

/** The id by which a button outside of the form sends it. */
export const OWN_PASSWORD_FORM = 'own-password';

/** How the sending of the form stands, for it and for the button that sends it. */
export interface PasswordWork {
  isBusy: boolean;
  setBusy: (isBusy: boolean) => void;
  error: unknown;
  setError: (error: unknown) => void;
  /** Too many tries: the button opens when the time is over. */
  isWaiting: boolean;
}

export function usePasswordWork(): PasswordWork {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isWaiting = useWait(error) > 0;
  return { isBusy, setBusy, error, setError, isWaiting };
}

/** The current password and a new one. All sign-ins of the person end; this page goes on with a fresh one. */
export function OwnPasswordForm(props: {
  work: PasswordWork;
  onDone?: () => void;
  size?: 'large';
  children?: ReactNode;
}) {
  const { onDone, size } = props;
  const { isBusy, setBusy, error, setError, isWaiting } = props.work;
  const say = useTexts(shellTexts);
  const me = useMe();
  const toast = useToast();
  const [form] = Form.useForm<Answers>();
  const current = useRef<InputRef>(null);
  useEffect(() => current.current?.focus(), []);

  const change = async (body: Answers): Promise<void> => {
    if (isBusy || isWaiting) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await api.PUT('/api/me/password', { body });
      toast.success(say('passwordChanged'));
      if (data) session.signIn(data);
      onDone?.();
    } catch (failure) {
      const { slug, title } = toProblem(failure);
      if (slug === wrongPassword.slug) {
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
      {error !== null && <NotChanged error={error} />}
      {props.children}
    </Form>
  );
}

/** Why it was not changed; when nobody knows whether it was, which of the two passwords opens the door. */
function NotChanged({ error }: { error: unknown }) {
  const say = useTexts(shellTexts);
  if (!toProblem(error).isUnknown) return <ProblemNotice error={error} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say('passwordUnknown')}
      description={say('passwordUnknownHelp')}
    />
  );
}
