import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import { session } from '../api/session';
import { setLang, useTexts } from '../i18n/texts';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useWait } from '../kit/problems/use-wait';
import { shellTexts } from './texts';
import styles from './front-page.module.css';

interface Answers {
  email: string;
  password: string;
}

/** Address and password. `email`: whose sign-in has expired. `follow`: take over the language of the person. */
export function SignInForm({ email, follow }: { email?: string; follow?: boolean }) {
  const say = useTexts(shellTexts);
  const [form] = Form.useForm<Answers>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isWaiting = useWait(error) > 0;
  const password = useRef<InputRef>(null);
  const address = useRef<InputRef>(null);
  useEffect(() => (email === undefined ? address : password).current?.focus(), [email]);

  const signIn = async (body: Answers): Promise<void> => {
    if (isBusy || isWaiting) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await api.POST('/api/auth/login', { body });
      if (!data) return;
      if (follow && localStorage.getItem('stepwise.lang') === null) setLang(data.user.lang);
      session.signIn(data);
    } catch (failure) {
      setError(failure);
      form.setFieldValue('password', '');
      password.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Answers>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ email: email ?? '', password: '' }}
      // Whoever waits, waits for one address.
      onValuesChange={(changed: Partial<Answers>) => changed.email !== undefined && setError(null)}
      onFinish={(answers) => void signIn(answers)}
    >
      <Form.Item name="email" label={say('email')} rules={[{ required: true, message: say('emailMissing') }]}>
        <Input
          ref={address}
          size="large"
          autoComplete="username"
          inputMode="email"
          readOnly={email !== undefined}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('password')}
        rules={[{ required: true, message: say('passwordMissing') }]}
      >
        <Input.Password ref={password} size="large" autoComplete="current-password" />
      </Form.Item>
      {error !== null && <ProblemNotice error={error} />}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={isWaiting}
        loading={isBusy && { delay: 200 }}
        className={styles.go}
      >
        {say('signIn')}
      </Button>
    </Form>
  );
}
