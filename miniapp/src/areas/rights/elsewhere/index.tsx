import { consentTexts, isAskedAgain } from '@shanhai/shared/rules/consents.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';

const { words, after, version } = consentTexts.elsewhere;

function Asked({ receivers, isGiven }: { receivers: readonly string[]; isGiven: boolean }) {
  const yes = useAction(() => call('consents.agree', { purpose: 'elsewhere', version }), { done: '记下了，谢谢您' });
  const no = useAction(() => call('consents.withdraw', { purpose: 'elsewhere' }), { done: '收回来了，那边看不到了' });
  return (
    <>
      <View className="h2">{isGiven ? '上海结对的人社局也在帮您找活' : '让上海结对的人社局也帮您找活？'}</View>
      <Card>
        <Heading aside={isGiven ? <Chip tone="ok">同意了</Chip> : <Chip tone="grey">没同意</Chip>}>给谁看</Heading>
        {receivers.map((receiver) => (
          <View key={receiver} className="lead b">
            {receiver}
          </View>
        ))}
        <Pairs
          items={[
            ['看什么', '姓什么、哪个乡镇、想做什么、会什么'],
            ['看不到', '全名、电话、身份证号、人员类别'],
            ['做什么用', '帮您配岗位，配好了告诉您'],
            ['多久', '到您收回为止'],
          ]}
        />
        <ListenButton words={`${receivers.join('，')}。${words}`} />
      </Card>
      {isGiven ? (
        <>
          <View className="t2">收回以后：{after}。</View>
          <Button kind="line" wide icon="undo" busy={no.busy} onTap={() => void no.run()}>
            收回
          </Button>
        </>
      ) : (
        <>
          <View className="t2">不同意也能继续用：岗位照样看、照样投，本县人社局照样帮您。同意了，随时能收回。</View>
          <View className="pair">
            <Button kind="line" onTap={() => goBack()}>
              不同意
            </Button>
            <Button kind="main" busy={yes.busy} onTap={() => void yes.run()}>
              同意
            </Button>
          </View>
        </>
      )}
    </>
  );
}

function Question() {
  const mine = useCall('consents.mine', {});
  if (!mine.data) return <NotYet of={mine} shape="card" />;
  const { items, elsewhere = [] } = mine.data;
  const given = items.find((one) => one.purpose === 'elsewhere');
  if (!elsewhere.length)
    return (
      <Empty
        title="现在不用问您"
        words="还不知道您是哪里人，或者您的县还没有和上海的区结对"
        action={
          <Button kind="line" onTap={() => go('/areas/workers/profile/index')}>
            去说说哪里人
          </Button>
        }
      />
    );
  return <Asked receivers={elsewhere} isGiven={!isAskedAgain('elsewhere', given)} />;
}

/** May the bureaus on the other side of the pairing see me? A yes of its own, that names them. 〔个人信息保护法 §14、§15、§23〕 */
export default function Elsewhere() {
  return (
    <Page title="上海那边帮着找">
      <Question />
    </Page>
  );
}
