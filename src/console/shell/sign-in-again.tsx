import { Button, Modal } from 'antd';
import { session, type Me } from '../api/session';
import { useTexts } from '../i18n/texts';
import { SignInForm } from './sign-in-form';
import { shellTexts } from './texts';
import { useFocusBack } from '../kit/use-focus-back';

/** Over the open page, when the sign-in has expired in the middle of work. */
export function SignInAgain({ me }: { me: Me }) {
  useFocusBack();
  const say = useTexts(shellTexts);
  return (
    <Modal
      open
      title={say('expired')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
    >
      <p>{say('expiredHelp')}</p>
      <SignInForm email={me.email} />
      <Button type="link" onClick={() => session.signOut()}>
        {say('otherPerson')}
      </Button>
    </Modal>
  );
}
