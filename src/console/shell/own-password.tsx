import { Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/texts';
import { OWN_PASSWORD_FORM, OwnPasswordForm } from './own-password-form';
import { shellTexts } from './texts';

/** The person gives themselves another password. */
export default function OwnPassword({ onClose }: { onClose: () => void }) {
  const say = useTexts(shellTexts);
  const [isBusy, setBusy] = useState(false);
  return (
    <Modal
      open
      title={say('newPasswordTitle')}
      okText={say('change')}
      cancelText={say('cancel')}
      okButtonProps={{ htmlType: 'submit', form: OWN_PASSWORD_FORM, loading: isBusy && { delay: 200 } }}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <p>{say('newPasswordHelp')}</p>
      <OwnPasswordForm isBusy={isBusy} setBusy={setBusy} onDone={onClose} />
    </Modal>
  );
}
