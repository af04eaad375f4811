import type { ReactNode } from 'react';
import type { Refusal } from '../../../api/refusal.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { stepAfter } from '../../../ui/step-after.ts';

/** No fair to show: the sentence, and two ways on. */
export function NoFair({ title, words, onScan, action }: { title: string; words: string; onScan: () => void; action?: ReactNode }) {
  return (
    <Page
      title="签到"
      foot={
        <Button kind="main" icon="scan" onTap={onScan}>
          扫门口的大海报
        </Button>
      }
    >
      <Empty
        title={title}
        words={words}
        action={
          action ?? (
            <Button kind="line" onTap={() => go('/areas/fairs/list/index')}>
              看近处的招聘会
            </Button>
          )
        }
      />
    </Page>
  );
}

/** The code could not be resolved: forged and foreign ones have their own sentence; a bad network can be tried again. */
export function CodeRefused({ problem, onScan, onRetry }: { problem: Refusal; onScan: () => void; onRetry: () => void }) {
  if (problem.code === 'code_forged') return <NoFair title="这张码不对，请找工作人员" words="可能是假的，不要照它填东西" onScan={onScan} />;
  if (problem.code === 'code_expired') return <NoFair title="这张码换过了" words="门口屏幕上的码半分钟换一次，扫现在的那张" onScan={onScan} />;
  if (problem.code === 'not_found') return <NoFair title="没找到这场招聘会" words="可能已经撤下" onScan={onScan} />;
  if (problem.code === 'code_not_here') return <NoFair title={problem.sentence} words={stepAfter('wrong_fair')} onScan={onScan} />;
  return (
    <Page title="签到">
      <ErrorView problem={problem} onRetry={onRetry} />
    </Page>
  );
}
