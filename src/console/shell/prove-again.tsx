import { Form, Input, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../api/client';
import { toProblem } from '../api/problem';
import { prove } from '../api/prove';
import type { Me } from '../api/session';
import { useTexts } from '../i18n/texts';
import { PASSWORD_MAX } from '../kit/account/new-password';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { useWait } from '../kit/problems/use-wait';
import { wrongPassword } from '../../words/problem-kinds';
import { shellTexts } from './texts';
import { useFocusBack } from '../kit/use-focus-back';

/** Over the open page, before an act that wants the password once more; the act goes on by itself. */
export function ProveAgain({ me }: { me: Me }) {
  useFocusBack();
  const say = useTexts(shellTexts);
  const [form] = Form.useForm<{ password: string }>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isWaiting = useWait(error) > 0;
  const password = useRef<InputRef>(null);

  const give = async (body: { password: string }): Promise<void> => {
    if (isBusy || isWaiting) return;
    setBusy(true);
    setError(null);
    try {
      await api.POST('/api/auth/prove', { body });
      prove.settle(true);
    } catch (failure) {
      const { slug, title } = toProblem(failure);
      if (slug === wrongPassword.slug) form.setFields([{ name: 'password', errors: [title] }]);
      else setError(failure);
      password.current?.focus({ cursor: 'all' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={say('proveTitle')}
      okText={say('proveGo')}
      cancelText={say('cancel')}
      okButtonProps={{
        htmlType: 'submit',
        form: 'prove-again',
        disabled: isWaiting,
        loading: isBusy && { delay: 200 },
      }}
      mask={{ closable: false }}
      // A question that closes late gives the focus back to what it stands over; the library then hands it to the first
      // thing in here that takes it, and that has to be the password. "Cancel" and Esc stay.
      closable={false}
      width={420}
      // It may stand over a drawer that asked.
      zIndex={1_200}
      onCancel={() => prove.settle(false)}
      afterOpenChange={(isOpen) => isOpen && password.current?.focus()}
    >
      <p>{say('proveHelp')}</p>
      <Form
        id="prove-again"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(answers) => void give(answers)}
      >
        {/* Says to the browser's store of passwords whose it is. */}
        <input hidden readOnly autoComplete="username" value={me.email} />
        <Form.Item
          name="password"
          label={say('password')}
          rules={[{ required: true, message: say('passwordMissing') }]}
        >
          <Input.Password ref={password} autoComplete="current-password" maxLength={PASSWORD_MAX} />
        </Form.Item>
      </Form>
      {error !== null && <ProblemNotice error={error} />}
    </Modal>
  );
}
