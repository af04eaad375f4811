import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useMe } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Banner, type BannerKind } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Card, Row } from '../../../ui/row.tsx';

type State = Output<'workers.me'>['looking']['state'];
const standing: Record<State, { kind: BannerKind; title: string; words: string }> = {
  looking: { kind: 'done', title: '您正在找活', words: '有合适的就推给您' },
  asked: { kind: 'wait', title: '三个月了，还在找吗？', words: '一个月没回，就先不把您推给别人看' },
  grey: { kind: 'wait', title: '先替您收起来了', words: '四个月没听您说，现在没推给别人看。点一下就回来' },
  stopped: { kind: 'info', title: '您说不找了', words: '想找了，点一下就回来' },
};

function Answer({ me }: { me: Output<'workers.me'> }) {
  const { state, saidAt } = me.looking;
  const say = useAction((is: boolean) => call('workers.sayLooking', { is }), { done: '记下了' });
  return (
    <>
      <Banner {...standing[state]} />
      <Card>
        <View className="h2 center">还在找活吗？</View>
        <Button kind="main" icon="check" busy={say.busy} onTap={() => void say.run(true)}>
          在找
        </Button>
        <Button kind="line" wide busy={say.busy} onTap={() => void say.run(false)}>
          不找了
        </Button>
        {saidAt && <View className="hint center">上次说是 {dayWords(chinaDay(saidAt))}</View>}
      </Card>
      <Card flush>
        <Row icon="edit" title="改改想找什么样的" onTap={() => go('/areas/workers/profile/index')} />
      </Card>
    </>
  );
}

/** 还在找吗: one tap. */
export default function StillLooking() {
  const me = useMe();
  return <Page title="还在找活吗">{me.data ? <Answer me={me.data} /> : <NotYet of={me} />}</Page>;
}
