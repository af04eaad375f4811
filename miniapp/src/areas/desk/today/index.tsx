import { useSession } from '../../../api/session-store.ts';
import { Page } from '../../../ui/page.tsx';
import { EmployersWaiting } from './employers-waiting.tsx';
import { FairsToday } from './fairs-today.tsx';
import { PairingOwed } from './pairing-owed.tsx';
import { TasksDue } from './tasks-due.tsx';
import './index.scss';

/** Where an officer begins: what waits today, and where to do it. */
export default function Today() {
  const session = useSession();
  return (
    <Page title="今天要办" wide>
      <TasksDue />
      <EmployersWaiting />
      <FairsToday />
      {session && <PairingOwed acting={session.acting} />}
    </Page>
  );
}
