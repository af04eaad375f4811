import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { ClaimForm } from './claim-form.tsx';
import { MyProxies } from './my-proxies.tsx';

/** 别人替我登记的: take a record over, and say who may go on acting for me. */
export default function Records() {
  const session = useSession();
  const isWorker = session?.acting.role === 'worker';
  const claimable = useCall('workers.claimable', {}, { when: isWorker });
  const proxies = useCall('workers.proxies', {}, { when: isWorker });
  return (
    <Page title="别人替我登记的">
      <View className="t2">家里人、村干部，或者招聘会门口的人替您登记过？在这里拿回来，以后自己管。</View>
      {claimable.data ? <ClaimForm offered={claimable.data.items} /> : <NotYet of={claimable} />}
      {proxies.data && <MyProxies items={proxies.data.items} />}
    </Page>
  );
}
