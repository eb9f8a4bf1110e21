import { Card, Segmented, Typography } from 'antd';
import { useLang, setLang, useTexts, type Lang } from '../i18n/texts';
import { SignInForm } from './sign-in-form';
import { shellTexts } from './texts';

/** The first thing a stranger sees: what this is, and the way in. */
export function SignInPage() {
  const say = useTexts(shellTexts);
  const lang = useLang();
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <header>
          <span className="brand">
            <span className="brand-sign" aria-hidden /> Stepwise
          </span>
          <Segmented<Lang>
            aria-label={say('language')}
            value={lang}
            onChange={setLang}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </header>
        <Typography.Title level={1} className="sign-in-title">
          {say('signIn')}
        </Typography.Title>
        <p className="sign-in-tagline">{say('tagline')}</p>
        <SignInForm follow />
      </Card>
    </main>
  );
}
