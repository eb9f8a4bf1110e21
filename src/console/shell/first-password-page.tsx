import { Button } from 'antd';
import { session } from '../api/session';
import { useTexts } from '../i18n/texts';
import { FrontPage } from './front-page';
import { OwnPasswordForm, usePasswordWork } from './own-password-form';
import { shellTexts } from './texts';
import styles from './front-page.module.css';

/** Instead of everything else, for whoever has signed in with a password that an administrator set. */
export function FirstPasswordPage() {
  const say = useTexts(shellTexts);
  const work = usePasswordWork();
  return (
    <FrontPage title={say('firstPassword')} help={say('firstPasswordHelp')}>
      <OwnPasswordForm work={work} size="large">
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          disabled={work.isWaiting}
          loading={work.isBusy && { delay: 200 }}
          className={styles.go}
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
