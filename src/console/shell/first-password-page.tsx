import { Button } from 'antd';
import { useState } from 'react';
import { session } from '../api/session';
import { useTexts } from '../i18n/texts';
import { FrontPage } from './front-page';
import { OwnPasswordForm } from './own-password-form';
import { shellTexts } from './texts';

/** Instead of everything else, for whoever has signed in with a password that an administrator set. */
export function FirstPasswordPage() {
  const say = useTexts(shellTexts);
  const [isBusy, setBusy] = useState(false);
  return (
    <FrontPage title={say('firstPassword')} help={say('firstPasswordHelp')}>
      <OwnPasswordForm isBusy={isBusy} setBusy={setBusy} size="large">
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={isBusy && { delay: 200 }}
          className="front-go"
        >
          {say('firstPasswordGo')}
        </Button>
        <Button type="link" onClick={() => session.signOut()}>
          {say('otherPerson')}
        </Button>
      </OwnPasswordForm>
    </FrontPage>
  );
}
