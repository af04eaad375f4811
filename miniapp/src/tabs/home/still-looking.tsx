import { View } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useMe } from '../../api/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/row.tsx';

/** 还在找吗, when it is time to ask: one tap. */
export function StillLooking() {
  const me = useMe();
  const say = useAction((is: boolean) => call('workers.sayLooking', { is }), { done: '记下了' });
  const state = me.data?.looking?.state;
  if (state !== 'asked' && state !== 'grey') return null;
  return (
    <Card>
      <View className="h3">{state === 'asked' ? '三个月了，还在找活吗？' : '好久没听您说了，还在找活吗？'}</View>
      {state === 'grey' && <View className="t2">现在先没把您推给别人看，点“在找”就回来</View>}
      <View className="pair">
        <Button icon="check" busy={say.busy} onTap={() => void say.run(true)}>
          在找
        </Button>
        <Button kind="line" busy={say.busy} onTap={() => void say.run(false)}>
          不找了
        </Button>
      </View>
    </Card>
  );
}
