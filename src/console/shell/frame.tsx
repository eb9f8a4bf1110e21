import {
  DesktopOutlined,
  GlobalOutlined,
  LockOutlined,
  LogoutOutlined,
  MoonOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Tooltip, type MenuProps } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet } from 'react-router';
import { api } from '../api/client';
import { hasTyped } from '../api/left-behind';
import { live, useIsOnline } from '../api/live';
import { queries } from '../api/queries';
import { session, useMe } from '../api/session';
import { setLang, useTexts, type Lang } from '../i18n/texts';
import { sessionTexts } from '../kit/account/texts-sessions';
import { useConfirm } from '../kit/use-confirm';
import { ActMenu } from '../kit/act-menu';
import { useKeepSignedIn } from './keep-signed-in';
import { setLook, useLook, type Look } from './theme';
import { shellTexts } from './texts';
import { workspacesOf } from './workspaces';
import brand from './brand.module.css';
import styles from './frame.module.css';

const OwnPassword = lazy(() => import('./own-password'));
const OwnSessions = lazy(() => import('./own-sessions'));

/** What stands around every workspace: the way to the others, the person, the state of the connection. */
export function Frame() {
  const say = useTexts(shellTexts);
  const me = useMe();
  const isOnline = useIsOnline();
  useKeepSignedIn();
  useEffect(() => live.open(), [me.id]);
  return (
    <div className={styles.frame} data-testid="frame">
      <a className="skip-link" href="#content">
        {say('skipToContent')}
      </a>
      <header className={styles.bar}>
        <span className={brand.brand}>
          <span className={brand.sign} aria-hidden /> Stepwise
        </span>
        <nav aria-label={say('workspaces')}>
          {workspacesOf(me).map(({ path, icon }) => (
            <Tooltip key={path} title={say(`${path}Help`)} mouseEnterDelay={0.6}>
              <NavLink to={`/${path}`} className={styles.link}>
                <span aria-hidden>{icon}</span> {say(path)}
              </NavLink>
            </Tooltip>
          ))}
        </nav>
        <span id="frame-extra" className={styles.extra} />
        <AccountMenu />
      </header>
      {!isOnline && (
        <div className={styles.offline} role="status">
          {say('reconnecting')}
        </div>
      )}
      <main id="content" className={styles.content} tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function AccountMenu() {
  const say = useTexts(shellTexts);
  const me = useMe();
  const look = useLook();
  const sayOf = useTexts(sessionTexts);
  const confirm = useConfirm();
  const [open, setOpen] = useState<'password' | 'sessions' | null>(null);
  const close = (): void => setOpen(null);
  const chooseLang = (lang: Lang): void => {
    setLang(lang);
    void queries.invalidateQueries();
    // The choice goes with the person to other machines; here it holds already.
    api.PATCH('/api/me', { body: { lang } }).then(
      ({ data }) => data && session.update(data),
      () => undefined,
    );
  };
  const signOut = async (): Promise<void> => {
    const question = { title: say('unsentTitle'), help: say('unsentHelp'), go: say('signOut') };
    if (hasTyped() && !(await confirm(question))) return;
    await api.POST('/api/auth/logout').catch(() => undefined);
    session.signOut();
  };
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: `${me.name} · ${me.email}` },
    {
      key: 'lang',
      icon: <GlobalOutlined aria-hidden />,
      label: say('language'),
      children: [
        { key: 'zh', label: '中文', onClick: () => chooseLang('zh-CN') },
        { key: 'en', label: 'English', onClick: () => chooseLang('en') },
      ],
    },
    {
      key: 'look',
      icon: <MoonOutlined aria-hidden />,
      label: say('look'),
      children: (['light', 'dark', 'system'] as Look[]).map((one) => ({
        key: one,
        label: `${one === look ? '✓ ' : ''}${say(one)}`,
        onClick: () => setLook(one),
      })),
    },
    {
      key: 'password',
      icon: <LockOutlined aria-hidden />,
      label: say('changePassword'),
      onClick: () => setOpen('password'),
    },
    {
      key: 'sessions',
      icon: <DesktopOutlined aria-hidden />,
      label: sayOf('menu'),
      onClick: () => setOpen('sessions'),
    },
    {
      key: 'out',
      icon: <LogoutOutlined aria-hidden />,
      label: say('signOut'),
      onClick: () => void signOut(),
    },
  ];
  return (
    <>
      <ActMenu items={items}>
        {(button) => (
          <button
            ref={button}
            type="button"
            className={styles.account}
            aria-label={`${say('account')}: ${me.name}`}
          >
            <UserOutlined aria-hidden /> <span className={styles.name}>{me.name}</span>
          </button>
        )}
      </ActMenu>
      <Suspense fallback={null}>
        {open === 'password' && <OwnPassword onClose={close} />}
        {open === 'sessions' && <OwnSessions onClose={close} />}
      </Suspense>
    </>
  );
}
