import type { Output } from '@shanhai/shared/contract/contract.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Agree } from '../../ui/choice.tsx';
import { ListenButton } from '../../ui/listen-button.tsx';
import { Card, Heading } from '../../ui/row.tsx';

const { words, after, version } = consentTexts.elsewhere;

type Person = Output<'proxies.get'>;
interface SeenElsewhereProps {
  person: Person;
  elsewhere: NonNullable<Person['elsewhere']>;
}

/** The words that are read to the person, and the tick that is set only after they said yes. */
function Ask({ person, receivers }: { person: Person; receivers: readonly string[] }) {
  const [hasSaidYes, setHasSaidYes] = useState(false);
  const yes = useAction(() => call('proxies.sayElsewhere', { workerId: person.workerId, is: true, version }), { done: '记下了' });
  const asked = `让${receivers.join('、')}看您的资料，好不好？${words}。不答应也照样找活，答应了随时能收回。`;
  return (
    <>
      <View className="t2">慢慢念给他听，他说好才勾：</View>
      <View className="lead">{asked}</View>
      <ListenButton words={asked} />
      <Agree words={`${person.name}听完了，亲口说好`} isOn={hasSaidYes} onChange={setHasSaidYes} />
      <Button kind="act" wide icon="check" disabled={hasSaidYes ? false : '先问本人'} busy={yes.busy} onTap={() => void yes.run()}>
        记下他说好
      </Button>
    </>
  );
}

function TakeBack({ person, receivers }: { person: Person; receivers: readonly string[] }) {
  const no = useAction(() => call('proxies.sayElsewhere', { workerId: person.workerId, is: false, version }), { done: '收回来了，那边看不到了' });
  return (
    <>
      <View>{receivers.join('、')}看得到。</View>
      <View className="t2">他不想了，就替他收回：{after}。</View>
      <Button kind="line" wide icon="undo" busy={no.busy} onTap={() => void no.run()}>
        替他收回
      </Button>
    </>
  );
}

/** May the bureaus on the other side of the pairing see somebody who has no phone? Said aloud, never ticked before. 〔个人信息保护法 §14、§23〕 */
export function SeenElsewhere({ person, elsewhere: { receivers, isGiven } }: SeenElsewhereProps) {
  if (!isGiven && person.isClaimed) return null;
  return (
    <Card>
      <Heading aside={isGiven ? <Chip tone="ok">他说好了</Chip> : <Chip tone="grey">没问过</Chip>}>让上海那边也帮着找</Heading>
      {isGiven ? <TakeBack person={person} receivers={receivers} /> : <Ask person={person} receivers={receivers} />}
    </Card>
  );
}
