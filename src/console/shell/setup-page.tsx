import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { api } from '../api/client';
import { session, useSession } from '../api/session';
import { useTexts } from '../i18n/texts';
import { NewPassword } from '../kit/account/new-password';
import { placeFaults } from '../kit/problems/place-faults';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { FrontPage } from './front-page';
import { shellTexts } from './texts';
import styles from './front-page.module.css';

interface Answers {
  name: string;
  email: string;
  password: string;
}

/** Behind the link that the first start prints. The token stands after the `#`, which browsers keep to themselves. */
export function SetupPage() {
  const say = useTexts(shellTexts);
  const [token] = useState(() => window.location.hash.slice(1));
  const [form] = Form.useForm<Answers>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  if (useSession().status === 'in') return <Navigate to="/" replace />;
  const create = async (answers: Answers): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await api.POST('/api/auth/setup', { body: { ...answers, token } });
      if (data) session.signIn(data);
    } catch (failure) {
      if (!placeFaults(form, failure, ['name', 'email', 'password'])) setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FrontPage title={say('setup')} help={say('setupHelp')}>
      {token === '' && (
        <Alert type="warning" showIcon title={say('setupNoToken')} className={styles.notice} />
      )}
      <Form<Answers>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(answers) => void create(answers)}
      >
        <Form.Item name="name" label={say('name')} rules={[{ required: true, message: say('nameMissing') }]}>
          <Input size="large" autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="email"
          label={say('email')}
          rules={[{ required: true, message: say('emailMissing') }]}
        >
          <Input size="large" autoComplete="username" inputMode="email" />
        </Form.Item>
        <NewPassword label={say('password')} size="large" />
        {error !== null && <ProblemNotice error={error} />}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          disabled={token === ''}
          loading={isBusy && { delay: 200 }}
          className={styles.go}
        >
          {say('create')}
        </Button>
      </Form>
    </FrontPage>
  );
}
