import { Modal } from 'antd';
import { useTexts } from '../i18n/texts';
import { OWN_PASSWORD_FORM, OwnPasswordForm, usePasswordWork } from './own-password-form';
import { shellTexts } from './texts';
import { useFocusBack } from '../kit/use-focus-back';

/** The person gives themselves another password. */
export default function OwnPassword({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const say = useTexts(shellTexts);
  const work = usePasswordWork();
  return (
    <Modal
      open
      title={say('newPasswordTitle')}
      okText={say('change')}
      cancelText={say('cancel')}
      okButtonProps={{
        htmlType: 'submit',
        form: OWN_PASSWORD_FORM,
        disabled: work.isWaiting,
        loading: work.isBusy && { delay: 200 },
      }}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <p>{say('newPasswordHelp')}</p>
      <OwnPasswordForm work={work} onDone={onClose} />
    </Modal>
  );
}
