import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { hasNetwork } from '../api/link.ts';
import { asRefusal } from '../api/refusal.ts';
import { ensureSession } from '../api/session.ts';
import { actedLast, type Session, useSession } from '../api/session-store.ts';
import { askToSignIn, go } from '../nav.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';
import { RoleChooser } from './role-chooser.tsx';
import { Skeleton } from './skeleton.tsx';

/** The employer somebody hires for. */
export interface Hiring {
  employerId: string;
  name: string;
}

/** Signs in without a word where that is possible; a browser is sent to the sign-in page. */
function SigningIn({ title, onUnreached }: { title: string; onUnreached: () => void }) {
  useEffect(() => {
    const refused = async (error: unknown): Promise<void> => {
      if (asRefusal(error).code === 'network' || !(await hasNetwork())) onUnreached();
      else if (SIGN_IN !== 'wechat') askToSignIn();
    };
    ensureSession().catch(refused);
  }, [onUnreached]);
  return (
    <Page title={title}>
      <Skeleton shape="rows" />
    </Page>
  );
}

function NotHiring({ title, session }: { title: string; session: Session }) {
  const isRecruiter = session.held.some((held) => held.role === 'recruiter');
  return (
    <Page title={title}>
      <Empty
        title={isRecruiter ? '先换成招聘的身份' : '招人要先登记单位'}
        words={isRecruiter ? '在下面选要招人的单位' : '登记好，人社局核验过就能招'}
        action={!isRecruiter && <Button onTap={() => go('/areas/employers/form/index')}>登记单位</Button>}
      />
      {isRecruiter && <RoleChooser session={session} only={(held) => held.role === 'recruiter'} onChosen={() => undefined} />}
    </Page>
  );
}

/** A page for those who hire: everybody else is told the way in. */
export function RecruiterOnly({ title, children }: { title: string; children: (hiring: Hiring) => ReactNode }) {
  const session = useSession();
  const [alone, setAlone] = useState<Hiring>();
  /** The session ended while there was no network: whoever was here last works on, and the server asks who it is later. */
  const workOn = useCallback(() => {
    const last = actedLast();
    if (last?.role === 'recruiter' && last.scope) setAlone({ employerId: last.scope, name: '' });
  }, []);
  if (!session && alone) return <>{children(alone)}</>;
  if (!session) return <SigningIn title={title} onUnreached={workOn} />;
  const { role, scope, scopeName } = session.acting;
  if (role !== 'recruiter' || !scope) return <NotHiring title={title} session={session} />;
  return <>{children({ employerId: scope, name: scopeName ?? '' })}</>;
}
