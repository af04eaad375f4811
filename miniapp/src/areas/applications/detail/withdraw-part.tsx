import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import type { Mine, Whose } from '../words.ts';

/** Taking it back is asked once more: the place goes with it. */
export function WithdrawPart({ mine, whose }: { mine: Mine; whose: Whose }) {
  const [isAsking, setAsking] = useState(false);
  const withdraw = useAction(() => call('applications.withdraw', whose), { done: '收回来了，这家看不到了' });
  if (!isAsking)
    return (
      <Button kind="quiet" icon="undo" onTap={() => setAsking(true)}>
        收回
      </Button>
    );
  return (
    <View className="stack">
      <View>
        收回以后，{mine.employerName}马上看不到您的姓名和电话。{mine.stage === 'accepted' ? '占的名额也让出来。' : ''}
      </View>
      <View className="pair">
        <Button kind="line" onTap={() => setAsking(false)}>
          不收了
        </Button>
        <Button kind="act" busy={withdraw.busy} onTap={() => void withdraw.run()}>
          收回
        </Button>
      </View>
    </View>
  );
}
