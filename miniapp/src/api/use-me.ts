import { useSession } from './session-store.ts';
import { useCall } from './use-call.ts';

/** The person's own card and wish, once they are known to be here as somebody who looks for work. */
export function useMe() {
  const session = useSession();
  return useCall('workers.me', {}, { when: session?.acting.role === 'worker', keep: true });
}

/** Where the person has checked in, newest first. */
export function useBeen() {
  const session = useSession();
  return useCall('attendance.mine', {}, { when: session?.acting.role === 'worker', keep: true });
}

/** What the person applied for, or somebody they act for. */
export function useApplications(forWorkerId?: string) {
  const session = useSession();
  return useCall('applications.mine', forWorkerId ? { forWorkerId } : {}, { when: session?.acting.role === 'worker' });
}

/** The cards the person left. */
export function useCards() {
  const session = useSession();
  return useCall('cards.mine', {}, { when: session?.acting.role === 'worker' });
}

/** How many messages the person has not read, in whatever role. */
export function useUnread(): number {
  const session = useSession();
  return useCall('messages.unread', {}, { when: !!session }).data?.count ?? 0;
}
