import { Form, Input, type FormRule } from 'antd';
import { useTexts } from '../../i18n/texts';
import { kitTexts } from '../common/texts';
import styles from './new-password.module.css';

/** The longest password that the server takes. */
export const PASSWORD_MAX = 200;
const PASSWORD_MIN = 10;

/** What a new password must be, in words and as the rules of its field. */
export function usePasswordRule(): { words: string; rules: FormRule[] } {
  const words = useTexts(kitTexts)('passwordRule', { count: PASSWORD_MIN });
  return { words, rules: [{ required: true, min: PASSWORD_MIN, message: words }] };
}

/** The field `password` of a form, for a password that somebody chooses for themselves. */
export function NewPassword({ label, size }: { label: string; size?: 'large' }) {
  const { words, rules } = usePasswordRule();
  const help = <span className={styles.rule}>{words}</span>;
  return (
    <Form.Item name="password" label={label} extra={help} rules={rules}>
      <Input.Password {...(size && { size })} autoComplete="new-password" maxLength={PASSWORD_MAX} />
    </Form.Item>
  );
}
