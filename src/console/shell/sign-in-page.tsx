import { Alert } from 'antd';
import { useState } from 'react';
import { $api, api } from '../api/client';
import { session } from '../api/session';
import { useTexts } from '../i18n/texts';
import { ProblemNotice } from '../kit/problems/problem-notice';
import { FrontPage } from './front-page';
import { SignInForm } from './sign-in-form';
import { shellTexts } from './texts';
import frontPage from './front-page.module.css';
import styles from './sign-in-page.module.css';

/** The first thing a stranger sees: what this is, and the way in. */
export function SignInPage() {
  const say = useTexts(shellTexts);
  return (
    <FrontPage title={say('signIn')} help={say('tagline')}>
      <SetupHint />
      <SignInForm follow />
      <DemoDoors />
    </FrontPage>
  );
}

/** On a server that nobody can sign in to yet: where the way in is. */
function SetupHint() {
  const say = useTexts(shellTexts);
  const { data } = $api.useQuery('get', '/api/about');
  if (data?.setupNeeded !== true) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={say('setupNeeded')}
      description={say('setupNeededHelp')}
      className={frontPage.notice}
    />
  );
}

const days = {
  agent: ['demoAgent', 'agentHelp'],
  lead: ['demoLead', 'leadHelp'],
  designer: ['demoDesigner', 'designerHelp'],
  manager: ['demoManager', 'managerHelp'],
  admin: ['demoAdmin', 'adminHelp'],
} as const;

/** In the demo: one door for each kind of day, with what happens behind it. */
function DemoDoors() {
  const say = useTexts(shellTexts);
  const { data } = $api.useQuery('get', '/api/about');
  const [error, setError] = useState<unknown>(null);
  if (!data?.demo) return null;
  const { password, people } = data.demo;
  const enter = async (email: string): Promise<void> => {
    try {
      const answer = await api.POST('/api/auth/login', { body: { email, password } });
      if (answer.data) session.signIn(answer.data);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className={styles.demo} aria-labelledby="front-demo">
      <h2 id="front-demo">{say('demo')}</h2>
      <ul>
        {people.map(({ email, roles }) => {
          const [who, what] = days[roles[0] ?? 'agent'];
          return (
            <li key={email}>
              <button type="button" onClick={() => void enter(email)}>
                <strong>{say(who)}</strong>
                <span>{say(what)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {error !== null && <ProblemNotice error={error} />}
    </section>
  );
}
