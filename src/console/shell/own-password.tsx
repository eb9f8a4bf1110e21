import { Form, Input, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../api/client';
import { toProblem } from '../api/problem';
import { session, useMe } from '../api/session';
import { useTexts } from '../i18n/texts';
import { NewPassword, PASSWORD_MAX } from '../kit/new-password';
import { ProblemNotice } from '../kit/problem-notice';
import { useToast } from '../kit/use-toast';
import { shellTexts } from './texts';

interface Answers {
  current: string;
  password: string;
}

/** The person gives themselves another password. All their sign-ins end; this page goes on with a fresh one. */
export default function OwnPassword({ onClose }: { onClose: () => void }) {
  const say = useTexts(shellTexts);
  const me = useMe();
  const toast = useToast();
  const [form] = Form.useForm<Answers>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const current = useRef<InputRef>(null);

  const change = async (body: Answers): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await api.PUT('/api/me/password', { body });
      if (data) session.signIn(data);
      toast.success(say('passwordChanged'));
      onClose();
    } catch (failure) {
      const { slug, title } = toProblem(failure);
      if (slug === 'wrong-password') form.setFields([{ name: 'current', errors: [title] }]);
      else setError(failure);
      current.current?.focus({ cursor: 'all' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={say('newPasswordTitle')}
      okText={say('change')}
      cancelText={say('cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'own-password', loading: isBusy && { delay: 200 } }}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && current.current?.focus()}
    >
      <p>{say('newPasswordHelp')}</p>
      <Form<Answers>
        id="own-password"
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
          <Input.Password autoFocus ref={current} autoComplete="current-password" maxLength={PASSWORD_MAX} />
        </Form.Item>
        <NewPassword label={say('newPassword')} />
      </Form>
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}
