import { Button, Form, Input } from 'antd';
import { useTexts } from '../../i18n/texts';
import { PASSWORD_MAX, usePasswordRule } from '../../kit/account/new-password';
import { adminTexts } from '../common/texts';
import styles from './password-field.module.css';

/** Without signs that look alike: the password is read out or written down once. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that nobody guesses, easy to read out: `k7mq-x2pd-9fhr`. */
function suggestPassword(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(12));
  const signs = [...numbers].map((number) => SIGNS[number % SIGNS.length] ?? '').join('');
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

/** A password that somebody else will use; seen while it is typed, because it is handed over. */
export function PasswordField({ label }: { label: string }) {
  const say = useTexts(adminTexts);
  const { rules } = usePasswordRule();
  const form = Form.useFormInstance();
  return (
    <Form.Item label={label} required extra={say('passwordHelp')}>
      <div className={styles.password}>
        <Form.Item noStyle name="password" rules={rules}>
          <Input autoComplete="new-password" maxLength={PASSWORD_MAX} spellCheck={false} aria-label={label} />
        </Form.Item>
        <Button
          onClick={() => {
            form.setFieldValue('password', suggestPassword());
            void form.validateFields(['password']);
          }}
        >
          {say('suggest')}
        </Button>
      </div>
    </Form.Item>
  );
}
