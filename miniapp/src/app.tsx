import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { sendBoothDeeds } from './api/booth-queue.ts';
import { sendCheckIns } from './api/check-in.ts';
import { wireFlush } from './api/flush.ts';
import { sendGateDeeds, wireForgetting } from './api/gate-queue.ts';
import { watchPrivacy } from './api/privacy.ts';
import { queryClient, wireQueries } from './api/query.ts';
import { signInAgain } from './api/session.ts';
import { sessionNow } from './api/session-store.ts';
import './app.scss';

wireQueries();
sendCheckIns();
sendGateDeeds();
sendBoothDeeds();
wireForgetting();
wireFlush();
watchPrivacy();

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    // Silently, and early: a failure is told by the first page that needs a session.
    if (SIGN_IN === 'wechat' && !sessionNow()) signInAgain().catch(() => undefined);
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
