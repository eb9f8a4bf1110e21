import { Button, Result } from 'antd';
import { createBrowserRouter, Navigate, RouterProvider, useNavigate } from 'react-router';
import { useIsProofWanted } from '../api/prove';
import { hasRole, useMe, useSession } from '../api/session';
import { useTexts } from '../i18n/texts';
import { FaultWall } from '../kit/problems/fault-wall';
import { FirstPasswordPage } from './first-password-page';
import { Frame } from './frame';
import { ProveAgain } from './prove-again';
import { SignInAgain } from './sign-in-again';
import { SetupPage } from './setup-page';
import { SignInPage } from './sign-in-page';
import { shellTexts } from './texts';
import { homeOf, workspaces, type Workspace } from './workspaces';

const router = createBrowserRouter([
  { path: '/setup', element: <SetupPage /> },
  {
    element: <Inside />,
    children: [
      { index: true, element: <Home /> },
      ...workspaces.map((workspace) => ({
        // Each workspace has its own pages below its name.
        path: `/${workspace.path}/*`,
        element: <Entrance workspace={workspace} />,
      })),
      { path: '*', element: <NoPage text="notFound" /> },
    ],
  },
]);

export function Routes() {
  return <RouterProvider router={router} />;
}

/** The console, or the way in; whoever signs in goes on at the address they asked for. */
function Inside() {
  const state = useSession();
  const isProofWanted = useIsProofWanted();
  if (state.status === 'out') return <SignInPage />;
  if (state.mustSetPassword && state.status === 'in') return <FirstPasswordPage />;
  return (
    <>
      <Frame key={state.me.id} />
      {state.status === 'expired' && <SignInAgain me={state.me} />}
      {isProofWanted && <ProveAgain me={state.me} />}
    </>
  );
}

function Home() {
  return <Navigate to={homeOf(useMe())} replace />;
}

function Entrance({ workspace }: { workspace: Workspace }) {
  const { page: Page, roles, path } = workspace;
  if (!hasRole(useMe(), ...roles)) return <NoPage text="notYours" />;
  return (
    <FaultWall name={path}>
      <Page />
    </FaultWall>
  );
}

function NoPage({ text }: { text: 'notFound' | 'notYours' }) {
  const say = useTexts(shellTexts);
  const go = useNavigate();
  const home = homeOf(useMe());
  return (
    <Result
      status={text === 'notFound' ? 404 : 403}
      title={say(text)}
      extra={
        <Button type="primary" onClick={() => void go(home)}>
          {say('goHome')}
        </Button>
      }
    />
  );
}
