import type { Output } from '@shanhai/shared/contract/contract.ts';
import { sendBackWords } from '@shanhai/shared/rules/employers.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';

type Employer = Output<'employers.get'>;

function standOf(employer: Employer): { kind: 'wait' | 'failed'; title: string; words: string } {
  const { status, sendBackReasons = [] } = employer;
  if (status === 'waiting') return { kind: 'wait', title: '单位在等核验', words: '岗位先写好存着，核验过就能发' };
  if (status === 'sent_back') return { kind: 'failed', title: '单位资料退回了', words: `${sendBackReasons.map((r) => sendBackWords[r]).join('、')}。改好再送` };
  if (status === 'suspended') return { kind: 'failed', title: '单位停用了', words: '岗位先收着，什么都没删。为什么，到单位资料看' };
  return { kind: 'failed', title: '核验到期了', words: '再送一次核验，过了岗位才看得到' };
}

/** Why nothing can be published now, and where to see to it. */
export function NotVerified({ employer }: { employer: Employer }) {
  return (
    <Banner
      {...standOf(employer)}
      aside={
        <Button kind="quiet" onTap={() => go('/areas/employers/mine/index')}>
          去看
        </Button>
      }
    />
  );
}
