import { useSession } from '../api/session-store.ts';
import type { Called } from '../api/use-call.ts';
import { askToSignIn, go } from '../nav.ts';
import { Button } from './button.tsx';
import { Empty, ErrorView } from './empty.tsx';
import { Skeleton } from './skeleton.tsx';

interface NotYetProps {
  of: Called<unknown>;
  shape?: 'card' | 'rows' | 'strip';
  count?: number;
}

/** In place of what a page reads, until it is there: its shape, why it did not come, or what is to be done first. */
export function NotYet({ of: called, shape, count }: NotYetProps) {
  const session = useSession();
  if (called.problem) return <ErrorView problem={called.problem} onRetry={() => void called.reload()} />;
  if (called.isLoading) return <Skeleton {...(shape && { shape })} {...(count && { count })} />;
  if (session && session.acting.role !== 'worker')
    return <Empty title="您现在是办事的身份" words="换成找工作，才看得到自己的" action={<Button onTap={() => go('/tabs/me/index')}>去换身份</Button>} />;
  if (SIGN_IN === 'wechat') return <Skeleton {...(shape && { shape })} {...(count && { count })} />;
  return <Empty title="还没登录" action={<Button onTap={askToSignIn}>去登录</Button>} />;
}
